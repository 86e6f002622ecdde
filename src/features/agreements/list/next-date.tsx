import { useTranslation } from 'react-i18next'
import type { AgreementRow } from '../../../contract/agreements.ts'
import { useFormat } from '../../../i18n/format.ts'
import classes from './table.module.css'

/** The day that comes next for an agreement: to be signed by, in force from, ends; none once it is over. */
export function NextDate({ row }: { row: AgreementRow }) {
  const { t } = useTranslation('agreements')
  const f = useFormat()
  const next = nextOf(row)
  if (!next?.date) return null
  return (
    <span className={row.overdue ? classes.late : undefined}>
      <time dateTime={next.date}>{t(`next.${next.what}`, { date: f.date(next.date) })}</time>
    </span>
  )
}

function nextOf(row: AgreementRow) {
  switch (row.status) {
    case 'prospect':
    case 'negotiation':
    case 'drafting':
      return { what: 'sign', date: row.targetSignature } as const
    case 'signed':
      return { what: 'starts', date: row.starts } as const
    case 'active':
    case 'expiring':
      return { what: 'ends', date: row.ends } as const
    default:
      return null
  }
}
