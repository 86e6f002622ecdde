import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../i18n/format.ts'
import type { Model } from '../model.ts'
import { atHome, placeOf, shortDay, useNames } from '../names.ts'
import classes from './grid.module.css'
import { meetingAt } from './grid-rows.ts'

/** The schedule on a phone: day by day, slot by slot, who meets whom at which table. */
export function PhoneDays({
  model,
  looked,
  onSelect,
}: {
  model: Model
  looked: string | null
  onSelect: (meeting: string) => void
}) {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  const names = useNames(model)
  const rows = meetingAt(model)
  const recordedAs = (id: string) => {
    const state = model.meetings.get(id)?.state
    return state && state !== 'planned' ? t(`state.${state}`) : null
  }
  const wanted = (id: string) => {
    const meeting = model.meetings.get(id)
    return !looked || meeting?.aId === looked || meeting?.bId === looked
  }
  return (
    <>
      {model.days.map(({ day, from, to }) => (
        <section key={day} className={classes.phoneDay} aria-label={shortDay(day, f.language)}>
          <h2>{shortDay(day, f.language)}</h2>
          <ol>
            {model.slots.slice(from, to).map((slot, offset) => {
              const home = atHome(slot, model.schedule)
              const held = (rows[from + offset] ?? []).flatMap((id, table) =>
                id && wanted(id) ? [{ id, table: model.tables[table]?.name ?? '' }] : [],
              )
              if (looked && held.length === 0) return null
              return (
                <li key={slot.id}>
                  <div>
                    <time dateTime={`${slot.day}T${slot.starts}`}>{slot.starts}</time>
                    {home && (
                      <small>
                        {home.time} {placeOf(model.schedule.homeTimeZone)}
                      </small>
                    )}
                  </div>
                  <div>
                    {held.map(({ id, table }) => (
                      <button
                        key={id}
                        type="button"
                        className={classes.phoneMeeting}
                        onClick={() => onSelect(id)}
                      >
                        {names.pair(id)} <small>{[table, recordedAs(id)].filter(Boolean).join(' · ')}</small>
                      </button>
                    ))}
                    {held.length === 0 && <small>{t('grid.nothingThen')}</small>}
                  </div>
                </li>
              )
            })}
          </ol>
        </section>
      ))}
    </>
  )
}
