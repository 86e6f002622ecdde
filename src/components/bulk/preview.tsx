import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BulkPreview } from '../../contract/bulk.ts'
import { useFormat } from '../../i18n/format.ts'
import { changeLines } from '../change-lines.ts'
import { ChangeText } from '../change-text.tsx'
import { useRefusal } from '../problem-sentence.ts'
import classes from './bulk.module.css'

type Row = BulkPreview['rows'][number]

/** Those that change come first, then those that can't, then those that are so already. */
const order: readonly Row['outcome'][] = ['changed', 'refused', 'unchanged']

interface Props {
  preview: BulkPreview
  leftOut: ReadonlySet<string>
  onLeaveOut: (id: string, out: boolean) => void
}

/** What would happen to each record: field by field, or why not. One can be left out. */
export function Preview({ preview, leftOut, onLeaveOut }: Props) {
  const { t } = useTranslation('bulk')
  return order.map((outcome) => {
    const rows = preview.rows.filter((row) => row.outcome === outcome)
    if (rows.length === 0) return null
    return (
      <section key={outcome} aria-label={t(`outcome.${outcome}`, { count: rows.length })}>
        <h3 className={classes.outcome} data-outcome={outcome}>
          {t(`outcome.${outcome}`, { count: rows.length })}
        </h3>
        <ul className={classes.rows}>
          {rows.map((row) => (
            <li key={row.id}>
              {outcome === 'changed' ? (
                <Checkbox
                  label={row.title}
                  checked={!leftOut.has(row.id)}
                  onChange={(event) => onLeaveOut(row.id, !event.currentTarget.checked)}
                />
              ) : (
                <span className={classes.title}>{row.title ?? t('gone')}</span>
              )}
              {row.refusal && <Why refusal={row.refusal} />}
              {outcome === 'changed' && <Lines row={row} preview={preview} />}
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

function Why({ refusal }: { refusal: NonNullable<Row['refusal']> }) {
  return <p className={classes.why}>{useRefusal()(refusal)}</p>
}

/** As many lines of one record as are read in passing. */
const mostLines = 6

function Lines({ row, preview }: { row: Row; preview: BulkPreview }) {
  const { t } = useTranslation(['history', 'common'])
  const f = useFormat()
  const lines = changeLines({ ...preview, changes: row.changes }, t, f)
  return (
    <ul className={classes.lines}>
      {lines.slice(0, mostLines).map((line, index) => (
        <li key={index}>
          <ChangeText line={line} />
        </li>
      ))}
    </ul>
  )
}
