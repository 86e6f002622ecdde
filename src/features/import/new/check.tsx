import { Button, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNoWriting } from '../../../components/may-write.ts'
import { mostImportRows } from '../../../contract/imports.ts'
import type { ImportField } from '../../../domain/import/fields.ts'
import { useFormat } from '../../../i18n/format.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Section } from '../../../ui/section.tsx'
import { TransferProgress } from '../../../ui/transfer-progress.tsx'
import classes from '../import.module.css'
import { type LeftRows, saveLeftRows } from '../left-rows.ts'
import { CheckGrid } from './check-grid.tsx'
import { leftRows, parted } from './left-out.ts'
import type { CheckedRow } from './use-checked.ts'

const shows = ['all', 'errors', 'warnings', 'repairs'] as const
type Show = (typeof shows)[number]

/** What each row says, with what is wrong; errors are corrected in the cells. The rows without any go on to be matched. */
export function Check({
  name,
  headers,
  rows,
  all,
  share,
  mapping,
  personalSaid,
  onEdit,
  onMatch,
}: {
  /** The file's. */
  name: string
  headers: readonly string[]
  rows: readonly CheckedRow[]
  /** How many there are; `rows` has none until all have been checked. */
  all: number
  /** How many of all have been checked, 0 to 1. */
  share: number
  mapping: readonly (ImportField | null)[]
  onEdit: (changes: readonly { row: number; column: number; text: string }[]) => void
  /** Whether it was said where data about people comes from and what it is for. */
  personalSaid: boolean
  onMatch: (rows: readonly CheckedRow[], left: LeftRows | null) => void
}) {
  const { t } = useTranslation('imports')
  const format = useFormat()
  const noWriting = useNoWriting()
  const [show, setShow] = useState<Show>('all')
  const sorted = useMemo(() => {
    const of = (severity: string) =>
      rows.filter(({ problems }) => problems.some((one) => one.severity === severity))
    return { all: rows, errors: of('error'), warnings: of('warning'), repairs: of('repair') }
  }, [rows])
  const { going, left } = useMemo(() => parted(rows), [rows])
  const wrong = sorted.errors.length
  const unsaid = useMemo(
    () => !personalSaid && going.some(({ draft }) => draft.person),
    [going, personalSaid],
  )
  const stayBehind = () => leftRows(t, name, { headers, mapping, left })
  const wrongCells = useMemo(
    () =>
      sorted.errors.flatMap(({ index, problems }) =>
        problems.flatMap(({ column, severity, field }) =>
          column !== null && severity === 'error' && field !== 'name'
            ? [{ row: index, column, text: '' }]
            : [],
        ),
      ),
    [sorted],
  )
  const shown = sorted[show]
  const progress = share < 1 && (
    <>
      <p className={classes.hint}>
        {t('check.checkingSome', { done: format.number(Math.floor(share * all)), all: format.number(all) })}
      </p>
      <TransferProgress label={t('check.checking')} share={share} />
    </>
  )
  // Nothing is said of rows that nobody has looked at yet: it would read as an empty file.
  if (rows.length === 0) return <Section title={t('check.title')}>{progress}</Section>
  return (
    <Section title={t('check.title')}>
      {progress}
      <div className={classes.bar}>
        <NativeSelect
          aria-label={t('review.filter')}
          value={show}
          data={shows.map((value) => ({
            value,
            label: t(`check.${value}`, { count: sorted[value].length }),
          }))}
          onChange={(event) => setShow(event.currentTarget.value as Show)}
        />
        {wrongCells.length > 0 && (
          <Button variant="default" onClick={() => onEdit(wrongCells)}>
            {t('check.clearErrors', { count: wrongCells.length })}
          </Button>
        )}
      </div>
      {shown.length > 0 ? (
        <CheckGrid
          rows={shown}
          mapping={mapping}
          onEdit={(row, column, text) => onEdit([{ row, column, text }])}
        />
      ) : (
        <p className={classes.hint}>{t('check.none')}</p>
      )}
      <div className={classes.bar}>
        <ActionButton
          reason={
            noWriting ??
            (share === 1 && going.length === 0 ? t('check.noRows') : unsaid ? t('check.sayPersonal') : null)
          }
          disabled={share < 1}
          onClick={() => onMatch(going, left.length > 0 ? stayBehind() : null)}
        >
          {t('check.match', { count: going.length })}
        </ActionButton>
        <span className={classes.hint} role="status">
          {wrong > 0 && share === 1 && t('check.kept', { count: wrong })}
          {left.length > wrong && ` ${t('check.tooMany', { most: mostImportRows })}`}
        </span>
        {left.length > 0 && share === 1 && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => void saveLeftRows(stayBehind(), t('check.error'))}
          >
            {t('check.saveLeft', { count: left.length })}
          </Button>
        )}
      </div>
    </Section>
  )
}
