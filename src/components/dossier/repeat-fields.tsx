import { Chip, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CivilDate } from '../../domain/partial-date.ts'
import {
  type MonthPlace,
  type Ordinal,
  type Pace,
  paces,
  type Recurrence,
  usualRule,
  type Weekday,
  weekdayOf,
  weekdays,
} from '../../domain/recurrence.ts'
import { useFormat } from '../../i18n/format.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import classes from './dossier.module.css'
import { placeWords, shortWeekday } from './repeat-words.ts'

interface Props {
  value: Recurrence | null
  /** What a rule begins from: the day that the task is due. Without one nothing comes again. */
  due: CivilDate | null
  onChange: (value: Recurrence | null) => void
  error?: string | undefined
}

/** Whether and how a task comes again; the usual rule of its day is there at once. */
export function RepeatFields({ value, due, onChange, error }: Props) {
  const { t } = useTranslation('dossier')
  return (
    <>
      <Select
        label={t('repeat.label')}
        description={due ? undefined : t('repeat.needsDay')}
        disabled={!due && !value}
        allowDeselect={false}
        value={value?.every ?? 'never'}
        error={error}
        data={['never', ...paces].map((every) => ({
          value: every,
          label: t(`repeat.every.${every as Pace | 'never'}`),
        }))}
        onChange={(every) =>
          onChange(every && every !== 'never' && due ? usualRule(every as Pace, due) : null)
        }
      />
      {value && (
        <>
          <div className={classes.pair}>
            <NumberField
              label={t(`repeat.interval.${value.every}`)}
              min={1}
              max={99}
              value={value.interval}
              onChange={(interval) => onChange({ ...value, interval: interval ?? 1 })}
            />
            <DateInput
              label={t('repeat.until')}
              value={value.until}
              onChange={(until) => onChange({ ...value, until })}
            />
          </div>
          {value.every === 'week' && (
            <WeekdayChips
              value={value.weekdays}
              onChange={(chosen) => onChange({ ...value, weekdays: chosen })}
            />
          )}
          {(value.every === 'month' || value.every === 'year') && due && (
            <PlaceSelect value={value.on} due={due} onChange={(on) => onChange({ ...value, on })} />
          )}
        </>
      )}
    </>
  )
}

function WeekdayChips({
  value,
  onChange,
}: {
  value: readonly Weekday[]
  onChange: (value: Weekday[]) => void
}) {
  const { t } = useTranslation('dossier')
  const f = useFormat()
  return (
    <fieldset className={classes.chips}>
      <legend>{t('repeat.weekdays')}</legend>
      <Chip.Group
        multiple
        value={value.map(String)}
        // The last one stays: a week without a day never comes.
        onChange={(chosen) =>
          chosen.length > 0 && onChange(weekdays.filter((weekday) => chosen.includes(String(weekday))))
        }
      >
        {weekdays.map((weekday) => (
          <Chip key={weekday} size="xs" value={String(weekday)}>
            {shortWeekday(weekday, f)}
          </Chip>
        ))}
      </Chip.Group>
    </fieldset>
  )
}

/** The places in a month that a day has: its number, and the how-manieth of its weekday it is; perhaps the last one too. */
function placesOf(due: CivilDate): MonthPlace[] {
  const day = Number(due.slice(8))
  const weekday = weekdayOf(due)
  const nth = Math.ceil(day / 7)
  return [
    { day },
    ...(nth <= 4 ? [{ nth: nth as Ordinal, weekday }] : []),
    ...(day > 21 ? [{ nth: -1 as const, weekday }] : []),
    ...(day === 31 ? [] : [{ day: 31 }]),
  ]
}

const keyOf = (on: MonthPlace) => ('day' in on ? `${on.day}` : `${on.nth}/${on.weekday}`)

function PlaceSelect({
  value,
  due,
  onChange,
}: {
  value: MonthPlace
  due: CivilDate
  onChange: (value: MonthPlace) => void
}) {
  const { t } = useTranslation('dossier')
  const f = useFormat()
  const places = new Map([...placesOf(due), value].map((place) => [keyOf(place), place]))
  const label = (on: MonthPlace) => ('day' in on && on.day === 31 ? t('repeat.place.end') : placeWords(on, f))
  const gives = 'day' in value && value.day > 28 && value.day < 31
  return (
    <Select
      label={t('repeat.on')}
      description={gives ? t('repeat.shorter') : undefined}
      allowDeselect={false}
      value={keyOf(value)}
      data={[...places].map(([key, place]) => ({ value: key, label: label(place) }))}
      onChange={(key) => {
        const place = places.get(key ?? '')
        if (place) onChange(place)
      }}
    />
  )
}
