import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../i18n/format.ts'
import type { Model } from '../model.ts'
import { placeOf, shortDay } from '../names.ts'
import classes from './grid.module.css'
import { meetingAt } from './grid-rows.ts'
import { SlotRow } from './slot-row.tsx'
import type { GridActions } from './use-grid-actions.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useGridPointer } from './use-grid-pointer.ts'

interface Props {
  model: Model
  /** Meetings that break a rule where they stand. */
  clashing: ReadonlySet<string>
  /** The participant looked for. */
  looked: string | null
  selected: string | null
  actions: GridActions
}

/** The schedule as slots × tables. Meetings are dragged, or picked up and put down with the keyboard. */
export function GridTable({ model, clashing, looked, selected, actions }: Props) {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  const box = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState({ slot: 0, table: 0 })
  const rows = useMemo(() => meetingAt(model), [model])
  const keys = useGridKeys({ box, model, rows, actions, onActive: setActive })
  const pointer = useGridPointer({ box, model, actions, onActive: setActive })
  const here = placeOf(model.schedule.timeZone)
  const { homeTimeZone, timeZone } = model.schedule
  const home = homeTimeZone && homeTimeZone !== timeZone ? placeOf(homeTimeZone) : null
  return (
    <div ref={box} className={classes.box} data-grid-box>
      <p id="grid-help" className="visually-hidden">
        {t('grid.help')}
      </p>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells take keys
        role="grid"
        className={classes.grid}
        aria-label={t('grid.label')}
        aria-describedby="grid-help"
        aria-rowcount={model.slots.length + model.days.length + 1}
        aria-colcount={model.tables.length + (home ? 2 : 1)}
        onKeyDown={keys}
        {...pointer}
      >
        <thead>
          <tr>
            <th scope="col" className={classes.time}>
              {here ?? t('time')}
            </th>
            {home && (
              <th scope="col" className={classes.homeTime}>
                {home}
              </th>
            )}
            {model.tables.map(({ id, name, place }) => (
              <th key={id} scope="col" className={classes.table}>
                {name}
                {place && <small>{place}</small>}
              </th>
            ))}
          </tr>
        </thead>
        {model.days.map(({ day, from, to }) => (
          <tbody key={day}>
            <tr>
              <th className={classes.dayHead} scope="rowgroup" colSpan={model.tables.length + (home ? 2 : 1)}>
                <span>{shortDay(day, f.language)}</span>
              </th>
            </tr>
            {model.slots.slice(from, to).map((slot, offset) => (
              <SlotRow
                key={slot.id}
                index={from + offset}
                model={model}
                meetings={rows[from + offset] ?? []}
                withHome={home !== null}
                active={active.slot === from + offset ? active.table : -1}
                clashing={clashing}
                looked={looked}
                selected={selected}
                mayMove={actions.mayMove}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}
