import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { ImportRow } from '../../../contract/import-row.ts'
import type { ImportRecord } from '../../../contract/imports.ts'
import { imports } from '../../../data/imports.ts'
import { Section } from '../../../ui/section.tsx'
import classes from '../import.module.css'
import { Candidates } from './candidates.tsx'
import { type Pages, ReviewGrid } from './review-grid.tsx'

/** What the list of rows is narrowed to, and how it is asked for. */
export const showQueries = {
  all: {},
  undecided: { decision: 'undecided' },
  same: { verdict: 'same,perhaps' },
  new: { verdict: 'new' },
  refused: { outcome: 'refused' },
} as const
export type Show = keyof typeof showQueries

type Decision = NonNullable<ImportRow['decision']>
export interface Target {
  targetId?: string | null
  targetPosition?: number | null
}

/** The rows with what each may be; beside them, for the one that is looked at, all that it may be. */
export function Review({
  record,
  rows,
  pages,
  show,
  onShow,
  busy,
}: {
  record: ImportRecord
  rows: readonly ImportRow[]
  pages: Pages
  show: Show
  onShow: (show: Show) => void
  busy: boolean
}) {
  const { t } = useTranslation('imports')
  const noWriting = useNoWriting()
  const [open, setOpen] = useState<number | null>(null)
  const decide = useWrite(imports.decide, { failure: 'toast' })
  const mayDecide = !noWriting && !busy && (record.state === 'open' || record.state === 'applied')
  const decideRows = (body: Parameters<typeof decide.mutate>[0]['body']) =>
    decide.mutate({ params: { id: record.id }, body, version: record.version })
  const decideOne = (position: number, decision: Decision | null, target: Target = {}) =>
    decideRows({ rows: { positions: [position] }, decision, ...target })
  const { verdicts, decisions, outcomes } = record
  const counts: Record<Show, number> = {
    all: record.rows,
    undecided: decisions.undecided,
    same: verdicts.same + verdicts.perhaps,
    new: verdicts.new,
    refused: outcomes.refused,
  }
  const shown = rows.find(({ position }) => position === open)
  return (
    <Section title={t('review.rows')} count={counts[show]}>
      <div className={classes.bar}>
        <NativeSelect
          aria-label={t('review.filter')}
          value={show}
          data={(Object.keys(showQueries) as Show[]).map((value) => ({
            value,
            label: t(`review.${value}`, { count: counts[value] }),
          }))}
          onChange={(event) => onShow(event.currentTarget.value as Show)}
        />
        {decisions.undecided > 0 && mayDecide && (
          <>
            <span className={classes.hint}>{t('review.decideAll', { count: decisions.undecided })}</span>
            {(['create', 'update', 'skip'] as const).map((decision) => (
              <Button
                key={decision}
                variant="default"
                size="compact-sm"
                disabled={decide.isPending}
                onClick={() => decideRows({ rows: { undecided: true }, decision })}
              >
                {t(`review.${decision}All`)}
              </Button>
            ))}
          </>
        )}
      </div>
      <div className={shown ? classes.review : undefined}>
        <ReviewGrid
          rows={rows}
          pages={pages}
          open={open}
          onOpen={setOpen}
          onDecide={mayDecide ? decideOne : null}
        />
        {shown && (
          <Candidates
            row={shown}
            onDecide={mayDecide && shown.outcome === null ? decideOne : null}
            onClose={() => setOpen(null)}
          />
        )}
      </div>
    </Section>
  )
}
