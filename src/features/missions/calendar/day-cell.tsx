import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import type { MissionRow } from '../../../contract/missions.ts'
import type { CivilDate } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import classes from './calendar.module.css'
import { Chip, chipTone } from './chip.tsx'
import type { Piece } from './spans.ts'

/** More would make a week taller than what else there is to see. */
const most = 4
const laneHeight = 26

/** One day. A mission is drawn where it begins in the week; on its other days its name is there for screen readers. */
export function DayCell({
  day,
  outside,
  isAsOf,
  active,
  onFocus,
  pieces,
  index,
  lanes,
}: {
  day: CivilDate
  /** It belongs to the month before or after. */
  outside: boolean
  isAsOf: boolean
  /** The one day in the tab order. */
  active: boolean
  onFocus: () => void
  pieces: readonly Piece<MissionRow>[]
  index: number
  /** How many lanes the week has. */
  lanes: number
}) {
  const { t } = useTranslation('missions')
  const f = useFormat()
  const hidden = pieces.filter(({ lane }) => lane >= most)
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of the grid, which takes the focus
      role="gridcell"
      tabIndex={active ? 0 : -1}
      data-day={day}
      data-outside={outside || undefined}
      aria-current={isAsOf ? 'date' : undefined}
      className={classes.day}
      style={{ '--lanes': Math.min(lanes, most) } as React.CSSProperties}
      onFocus={onFocus}
    >
      <span className={classes.number} aria-hidden>
        {Number(day.slice(8))}
      </span>
      <span className="visually-hidden">{f.longDate(day)}</span>
      {pieces
        .filter(({ lane }) => lane < most)
        .map((piece) =>
          piece.start === index ? (
            <Chip
              key={piece.row.id}
              row={piece.row}
              before={piece.before}
              after={piece.after}
              style={{
                top: 28 + piece.lane * laneHeight,
                width: `calc(${piece.length * 100}% - 6px)`,
              }}
            />
          ) : (
            <span key={piece.row.id} className="visually-hidden">
              {t('calendar.goesOn', { title: piece.row.title })}
            </span>
          ),
        )}
      {hidden.length > 0 && (
        <ScopedLink to={`/missions?from=${day}&to=${day}`} className={classes.more}>
          {t('calendar.more', { count: hidden.length })}
        </ScopedLink>
      )}
      {pieces.length > 0 && (
        <span className={classes.dots} aria-hidden>
          {pieces.slice(0, 3).map(({ row }) => (
            <i key={row.id} style={{ background: chipTone(row) }} />
          ))}
        </span>
      )}
    </td>
  )
}
