import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mission } from '../../../../contract/missions.ts'
import { isCivilDate } from '../../../../domain/partial-date.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { DateInput } from '../../../../ui/date-input.tsx'
import { groupBy } from '../../../../ui/group-by.ts'
import { isBetween, NumberField } from '../../../../ui/number-field.tsx'
import { TimeInput } from '../../../../ui/time-input.tsx'
import { shortDay } from '../names.ts'
import classes from './setup.module.css'
import type { SlotRow } from './setup-draft.ts'
import {
  generateSlots,
  isAllWeekend,
  isTime,
  lunchEndsFirst,
  mostSlots,
  type NewSlot,
  type Pattern,
  weekendsIn,
} from './slot-generator.ts'

interface Typed extends Record<'from' | 'to' | 'starts' | 'ends' | 'lunchFrom' | 'lunchTo', string | null> {
  length: number | null
  pause: number | null
  /** Null until somebody says: then only where there are no other days. */
  weekends: boolean | null
}

/** In minutes. */
const lengths = [5, 480] as const
const pauses = [0, 120] as const

const day = (text: string | null) => (text?.length === 10 ? text : null)

/** What is typed so far, once it can be read as a pattern. */
function patternOf(typed: Typed): Pattern | null {
  const { from, to, starts, ends, lunchFrom, lunchTo } = typed
  if (!from || !isCivilDate(from) || !to || !isCivilDate(to)) return null
  if (!isTime(starts) || !isTime(ends)) return null
  const { length, pause } = typed
  if (length === null || !isBetween(length, ...lengths) || pause === null || !isBetween(pause, ...pauses))
    return null
  const lunch = isTime(lunchFrom) && isTime(lunchTo)
  return {
    from,
    to,
    starts,
    ends,
    length,
    pause,
    weekends: typed.weekends ?? isAllWeekend({ from, to }),
    lunchFrom: lunch ? lunchFrom : null,
    lunchTo: lunch ? lunchTo : null,
  }
}

/** Slots by a pattern, with what it makes in sight while it is being typed. */
export function SlotGeneratorForm({
  mission,
  held,
  onUse,
}: {
  mission: Pick<Mission, 'starts' | 'ends'>
  held: readonly SlotRow[]
  onUse: (slots: NewSlot[]) => void
}) {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  const [typed, setTyped] = useState<Typed>({
    from: day(mission.starts),
    to: day(mission.ends) ?? day(mission.starts),
    starts: '09:00',
    ends: '17:30',
    length: 30,
    pause: 0,
    lunchFrom: '12:30',
    lunchTo: '14:00',
    weekends: null,
  })
  const set = (patch: Partial<Typed>) => setTyped({ ...typed, ...patch })
  const pattern = patternOf(typed)
  const slots = pattern ? generateSlots(pattern) : []
  const weekends = pattern ? weekendsIn(pattern) : []
  const days = [...groupBy(slots, (slot) => slot.day)]
  const stays = new Set(slots.map((slot) => `${slot.day} ${slot.starts}`))
  const replaced = held.filter((row) => !stays.has(`${row.day} ${row.starts}`)).length
  return (
    <fieldset className={classes.generator}>
      <legend className="visually-hidden">{t('setup.pattern')}</legend>
      <div className={classes.fields}>
        <DateInput label={t('setup.from')} value={typed.from} onChange={(from) => set({ from })} />
        <DateInput label={t('setup.to')} value={typed.to} onChange={(to) => set({ to })} />
        <TimeInput label={t('setup.begins')} value={typed.starts} onChange={(starts) => set({ starts })} />
        <TimeInput
          label={t('setup.finishes')}
          value={typed.ends}
          onChange={(ends) => set({ ends })}
          error={typed.starts && typed.ends && typed.starts >= typed.ends ? t('setup.endsFirst') : undefined}
        />
        <NumberField
          label={t('setup.length')}
          suffix={t('setup.minutes')}
          min={lengths[0]}
          max={lengths[1]}
          value={typed.length}
          onChange={(length) => set({ length })}
        />
        <NumberField
          label={t('setup.pause')}
          suffix={t('setup.minutes')}
          min={pauses[0]}
          max={pauses[1]}
          value={typed.pause}
          onChange={(pause) => set({ pause })}
        />
        <TimeInput
          label={t('setup.lunchFrom')}
          value={typed.lunchFrom}
          onChange={(lunchFrom) => set({ lunchFrom })}
        />
        <TimeInput
          label={t('setup.lunchTo')}
          value={typed.lunchTo}
          onChange={(lunchTo) => set({ lunchTo })}
          error={pattern && lunchEndsFirst(pattern) ? t('setup.endsFirst') : undefined}
        />
      </div>
      {pattern && weekends.length > 0 && (
        <Checkbox
          label={t('setup.weekends', { days: f.list(weekends.map((date) => shortDay(date, f.language))) })}
          checked={pattern.weekends}
          onChange={(event) => set({ weekends: event.currentTarget.checked })}
        />
      )}
      <div className={classes.preview} role="status">
        <strong>{t('setup.preview', { count: slots.length })}</strong>
        {days.map(([date, ofDay]) => (
          <div key={date}>
            <span>{shortDay(date, f.language)}</span>
            <span className="figures">{ofDay.map(({ starts }) => starts).join('  ')}</span>
          </div>
        ))}
        {slots.length === mostSlots && <span>{t('setup.tooMany', { count: mostSlots })}</span>}
        {replaced > 0 && slots.length > 0 && <span>{t('setup.replaces', { count: replaced })}</span>}
      </div>
      <Button variant="light" disabled={slots.length === 0} onClick={() => onUse(slots)}>
        {t('setup.use', { count: slots.length })}
      </Button>
    </fieldset>
  )
}
