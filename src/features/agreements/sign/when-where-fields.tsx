import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isCivilDate } from '../../../domain/partial-date.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import { TimeInput } from '../../../ui/time-input.tsx'
import { TimeZoneSelect } from '../../../ui/time-zone-select.tsx'
import { isTime, type WhenWhere } from './draft.ts'
import { zoneOfPlace } from './place-zone.ts'
import classes from './sign.module.css'

interface Props {
  value: WhenWhere
  onChange: (value: WhenWhere) => void
  /** The zone that the local time is compared with. */
  homeZone: string
  /** The sentence for what is wrong with one of the fields. */
  problem: (field: 'date' | 'time' | 'zone') => string | undefined
  autoFocus?: boolean
}

/** Day, local time, place and time zone. A town that is known brings its zone with it. */
export function WhenWhereFields({ value, onChange, homeZone, problem, autoFocus }: Props) {
  const { t } = useTranslation('signing')
  const f = useFormat()
  const set = (patch: Partial<WhenWhere>) => onChange({ ...value, ...patch })
  const { date, time, zone, place } = value
  const local = date && isCivilDate(date) && time && isTime(time) && zone ? { date, time, zone } : null
  return (
    <>
      <div className={classes.when}>
        <DateInput
          label={t('when.date')}
          required
          value={date}
          onChange={(next) => set({ date: next })}
          error={problem('date')}
          data-autofocus={autoFocus}
        />
        <TimeInput
          label={t('when.time')}
          value={time}
          onChange={(next) => set({ time: next })}
          error={problem('time')}
        />
        <TextInput
          label={t('when.place')}
          placeholder={t('when.placeHint')}
          autoComplete="off"
          maxLength={300}
          value={place}
          onChange={(event) => {
            const next = event.currentTarget.value
            set({ place: next, zone: zoneOfPlace(next) ?? zone })
          }}
        />
        <TimeZoneSelect
          label={t('when.zone')}
          value={zone}
          onChange={(next) => set({ zone: next })}
          error={problem('zone')}
        />
      </div>
      <p className={classes.clock} role="status">
        {local ? f.localTime({ ...local, place: townOf(place) }, homeZone) : t('when.noClock')}
      </p>
    </>
  )
}

/** The town of "Hôtel Nikko, Osaka": what the time is told by. */
const townOf = (place: string): string | null => {
  const parts = place.split(',').map((part) => part.trim())
  return parts.findLast((part) => zoneOfPlace(part) !== null) ?? (place.trim() || null)
}
