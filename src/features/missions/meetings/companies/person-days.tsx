import { useTranslation } from 'react-i18next'
import { ScopedLink } from '../../../../components/scoped-link.tsx'
import type { Mission } from '../../../../contract/missions.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { Dot } from '../../../../ui/dot.tsx'
import type { Model } from '../model.ts'
import { shortDay, useNames } from '../names.ts'
import classes from './companies.module.css'
import type { PersonRow } from './days-of.ts'

/** One participant's days on a phone, folded until wanted. */
export function PersonDays({ mission, model, row }: { mission: Mission; model: Model; row: PersonRow }) {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  const names = useNames(model)
  const { participant, at, meetings, gaps, unplaced } = row
  return (
    <details className={classes.person}>
      <summary>
        <span>
          <Dot colour={participant.colour} /> {participant.name}
        </span>
        <small>
          {t('companies.summary', { count: meetings, gaps: f.number(gaps), unplaced: f.number(unplaced) })}
        </small>
      </summary>
      {model.days.map(({ day, from, to }) => (
        <section key={day} aria-label={shortDay(day, f.language)}>
          <h2>{shortDay(day, f.language)}</h2>
          <ul>
            {model.slots.slice(from, to).map((slot, offset) => {
              const held = at.get(from + offset)
              return held ? (
                <li key={slot.id}>
                  <time dateTime={`${slot.day}T${slot.starts}`}>{slot.starts}</time>
                  <span>{names.who(held.with)}</span>
                  <small>{names.table(held.table)}</small>
                </li>
              ) : null
            })}
          </ul>
        </section>
      ))}
      <ScopedLink to={`/missions/${mission.id}/programmes/${participant.id}`}>
        {t('companies.programme')}
      </ScopedLink>
    </details>
  )
}
