import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../i18n/format.ts'
import { Dot } from '../../../../ui/dot.tsx'
import type { Model, Participant } from '../model.ts'
import { shortDay } from '../names.ts'
import classes from './availability.module.css'
import type { Absences } from './use-save-absences.ts'

type Toggle = (participantId: string, slotIds: readonly string[], away: boolean) => void

/** Participants × slots. A press says that somebody is away then; a dot marks a meeting that stands there. */
export function AvailabilityGrid({
  model,
  people,
  absences,
  onToggle,
}: {
  model: Model
  people: readonly Participant[]
  absences: Absences
  onToggle: Toggle | undefined
}) {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  return (
    <div className={classes.box}>
      <table className={classes.table} aria-label={t('setup.absences')}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={classes.corner}>
              {t('participant')}
            </th>
            {model.days.map(({ day, from, to }) => (
              <th key={day} scope="colgroup" colSpan={to - from} className={classes.day} data-first>
                {shortDay(day, f.language)}
              </th>
            ))}
          </tr>
          <tr>
            {model.slots.map(({ id, starts }, index) => (
              <th
                key={id}
                scope="col"
                className={classes.slot}
                data-first={isFirst(model, index) || undefined}
              >
                {starts}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              model={model}
              toggled={absences[person.id]}
              onToggle={onToggle}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const isFirst = (model: Model, index: number) => model.slots[index]?.day !== model.slots[index - 1]?.day

const PersonRow = memo(function PersonRow({
  person,
  model,
  toggled,
  onToggle,
}: {
  person: Participant
  model: Model
  toggled: Record<string, boolean> | undefined
  onToggle: Toggle | undefined
}) {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  const busy = new Set(
    model.timetable.flatMap(({ meeting, slot }) => {
      const of = model.meetings.get(meeting)
      return of?.aId === person.id || of?.bId === person.id ? [slot] : []
    }),
  )
  const away = (id: string) => toggled?.[id] ?? person.unavailable.includes(id)
  const all = model.slots.map(({ id }) => id)
  const isGone = all.every(away)
  return (
    <tr>
      <th scope="row" className={classes.name}>
        <Dot colour={person.colour} /> {person.name}
        <button
          type="button"
          className={classes.whole}
          aria-disabled={!onToggle}
          onClick={() => onToggle?.(person.id, all, !isGone)}
        >
          {isGone ? t('setup.allFree') : t('setup.allAway')}
        </button>
      </th>
      {model.slots.map(({ id, day, starts }, index) => {
        const isAway = away(id)
        return (
          <td key={id} data-first={isFirst(model, index) || undefined}>
            <button
              type="button"
              className={classes.cell}
              aria-pressed={isAway}
              aria-disabled={!onToggle}
              data-changed={toggled?.[id] !== undefined || undefined}
              data-clash={(isAway && busy.has(index)) || undefined}
              aria-label={t(busy.has(index) ? 'setup.awayBusy' : 'setup.away', {
                who: person.name,
                slot: `${shortDay(day, f.language)}, ${starts}`,
              })}
              onClick={() => onToggle?.(person.id, [id], !isAway)}
            >
              {busy.has(index) ? '•' : ''}
            </button>
          </td>
        )
      })}
    </tr>
  )
})
