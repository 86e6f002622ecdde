import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { missionDates } from '../../../components/mission-dates.ts'
import { missionTones } from '../../../components/mission-status-badge.tsx'
import { MissionLine } from '../../../components/missions-section.tsx'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { MissionRow } from '../../../contract/missions.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Hint } from '../../../ui/hint.tsx'
import { Lines } from '../../../ui/lines.tsx'
import classes from './calendar.module.css'

/** The colour of the mission's status. */
export const chipTone = ({ status }: MissionRow) => `var(--tone-${missionTones[status]})`

/** A mission in the calendar, over the days that it takes in a week. */
export function Chip({
  row,
  before,
  after,
  style,
}: {
  row: MissionRow
  before: boolean
  after: boolean
  style?: CSSProperties
}) {
  const { t } = useTranslation('common')
  const f = useFormat()
  const { id, title, status, kind, town } = row
  const text = [title, t(`missionKind.${kind}`), town, missionDates(f, row), t(`missionStatus.${status}`)]
  const tone = missionTones[status]
  return (
    <span className={classes.place} style={style}>
      <Hint text={text.filter(Boolean).join(' · ')} className={classes.hinted}>
        <ScopedLink
          to={`/missions/${id}`}
          className={classes.chip}
          data-before={before || undefined}
          data-after={after || undefined}
          data-off={status === 'cancelled' || undefined}
          style={{ color: `var(--tone-${tone})`, background: `var(--tone-${tone}-ground)` }}
        >
          {title}
          <span className="visually-hidden">, {t(`missionStatus.${status}`)}</span>
        </ScopedLink>
      </Hint>
    </span>
  )
}

/** The missions of a period as a list: under the month on a phone, where the days have room for marks only. */
export function MissionChipList({ rows }: { rows: readonly MissionRow[] }) {
  return (
    <Lines>
      {rows.map((row) => (
        <MissionLine key={row.id} mission={row} />
      ))}
    </Lines>
  )
}
