import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LookedAt } from '../../contract/indicators.ts'
import { useFormat } from '../../i18n/format.ts'
import { Line, Lines } from '../../ui/lines.tsx'
import { recordPath } from '../record-path.ts'
import { SampleTag } from '../sample-tag.tsx'
import { ScopedLink } from '../scoped-link.tsx'

type Row = Pick<LookedAt, 'id' | 'part' | 'noun' | 'recordId' | 'title' | 'on' | 'value'> &
  Partial<Pick<LookedAt, 'reason' | 'mission' | 'market' | 'sample'>>

/** Records that were looked at, one line each: what it is, when, what it comes to, and why it does not count. */
export function RecordLines<R extends Row>({
  label,
  rows,
  more,
}: {
  label: string
  rows: readonly R[]
  /** Under a record, what else there is to say of it. */
  more?: (row: R) => ReactNode
}) {
  const { t } = useTranslation('indicators')
  const f = useFormat()
  return (
    <Lines label={label}>
      {rows.map((row) => (
        <Line
          key={`${row.part} ${row.id} ${row.reason ?? ''}`}
          title={<ScopedLink to={recordPath(row.noun, row.recordId)}>{row.title}</ScopedLink>}
          end={[row.value && f.money(row.value), row.reason && t(`reason.${row.reason}`)]
            .filter(Boolean)
            .join(' · ')}
        >
          {[
            t(`part.${row.part as 'missions'}`),
            row.mission?.name,
            row.on && f.date(row.on),
            row.market && f.place(row.market.name),
          ]
            .filter(Boolean)
            .join(' · ')}{' '}
          {row.sample && <SampleTag />}
          {more?.(row)}
        </Line>
      ))}
    </Lines>
  )
}
