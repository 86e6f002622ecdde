import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../i18n/format.ts'
import type { Model } from '../model.ts'
import { atHome, shortDay } from '../names.ts'
import classes from './grid.module.css'
import { GridCell } from './grid-cell.tsx'
import { cellKey } from './paint.ts'

interface Props {
  index: number
  model: Model
  meetings: readonly (string | undefined)[]
  withHome: boolean
  /** The table whose cell the tab key comes to, or -1. */
  active: number
  clashing: ReadonlySet<string>
  looked: string | null
  selected: string | null
  mayMove: boolean
}

/** One slot over all tables, with its time on both clocks. */
export function SlotRow({ index, model, meetings, withHome, active, ...state }: Props) {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  const slot = model.slots[index]
  if (!slot) return null
  const home = withHome ? atHome(slot, model.schedule) : null
  const when = `${shortDay(slot.day, f.language)}, ${slot.starts}`
  const lunch = slot.session === 'afternoon' && model.slots[index - 1]?.session === 'morning'
  return (
    <tr data-lunch={(lunch && model.slots[index - 1]?.day === slot.day) || undefined}>
      <th scope="row" className={classes.time}>
        <time dateTime={`${slot.day}T${slot.starts}`}>{slot.starts}</time>
      </th>
      {withHome && (
        <td className={classes.homeTime}>
          {home?.time}
          {home && home.date !== slot.day && (
            <span className={classes.otherDay}>{shortDay(home.date, f.language)}</span>
          )}
        </td>
      )}
      {model.tables.map((table, column) => {
        const id = meetings[column]
        const meeting = id === undefined ? undefined : model.meetings.get(id)
        const closed = table.closed.includes(slot.id)
        const place = { table: table.name, slot: when }
        const shared = { cell: cellKey(index, column), active: active === column, closed }
        if (!meeting)
          return (
            <GridCell
              key={table.id}
              {...shared}
              label={t(closed ? 'grid.closedCell' : 'grid.freeCell', place)}
            />
          )
        const a = model.participants.get(meeting.aId)
        const b = model.participants.get(meeting.bId)
        const names = { a: a?.name ?? '', b: b?.name ?? '' }
        const recorded = meeting.state === 'held' || meeting.state === 'no_show' ? meeting.state : undefined
        const clash = state.clashing.has(meeting.id)
        return (
          <GridCell
            key={table.id}
            {...shared}
            label={[
              t('grid.meetingCell', { ...names, ...place }),
              meeting.locked && t('grid.locked'),
              recorded && t(`state.${recorded}`),
              clash && t('grid.clash'),
            ]
              .filter(Boolean)
              .join(', ')}
            meeting={meeting.id}
            {...names}
            colour={a?.colour ?? b?.colour}
            locked={meeting.locked}
            recorded={recorded}
            clash={clash}
            found={
              state.looked === null ? undefined : meeting.aId === state.looked || meeting.bId === state.looked
            }
            selected={state.selected === meeting.id}
            draggable={state.mayMove && !meeting.locked && !recorded}
          />
        )
      })}
    </tr>
  )
}
