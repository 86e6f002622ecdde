import { Button, CloseButton, NativeSelect, Popover } from '@mantine/core'
import Clock from 'lucide-react/icons/clock'
import Plus from 'lucide-react/icons/plus'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mission } from '../../../../contract/missions.ts'
import { isCivilDate } from '../../../../domain/partial-date.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { isBetween, NumberField } from '../../../../ui/number-field.tsx'
import { TimeInput } from '../../../../ui/time-input.tsx'
import type { Model } from '../model.ts'
import { atHome, shortDay } from '../names.ts'
import { useComplaintSentence } from './complaint-sentence.ts'
import classes from './setup.module.css'
import type { SetupComplaint, SlotField } from './setup-checks.ts'
import type { SlotRow } from './setup-draft.ts'
import { isTime, minutesOf, type NewSlot, timeOf } from './slot-generator.ts'

interface Props {
  day: string
  rows: readonly SlotRow[]
  mission: Pick<Mission, 'timeZone' | 'homeTimeZone'>
  model: Model
  complaints: ReadonlyMap<string, SetupComplaint>
  serverError: (key: string) => string | undefined
  onPatch: (key: string, change: Partial<SlotRow>) => void
  onPatchAll: (rows: SlotRow[]) => void
  onRemove: (key: string) => void
  onAdd: (slot: Partial<NewSlot>) => void
}

/** The next slot of a day: as long as the last, right behind it. */
function nextOf(day: string, rows: readonly SlotRow[]): Partial<NewSlot> {
  const last = rows.at(-1)
  if (!last || !isTime(last.starts) || !isTime(last.ends)) return { day }
  const from = minutesOf(last.ends)
  const to = Math.min(from + (from - minutesOf(last.starts)), 24 * 60 - 1)
  return { day, starts: timeOf(Math.min(from, 24 * 60 - 2)), ends: timeOf(to), session: last.session }
}

const moved = (time: string | null, minutes: number) =>
  isTime(time) ? timeOf(Math.min(Math.max(minutesOf(time) + minutes, 0), 24 * 60 - 1)) : time

/** One day's slots, each with its times and half of the day. */
export function SlotDay({ day, rows, mission, model, complaints, serverError, ...act }: Props) {
  const { t } = useTranslation(['meetings', 'common'])
  const f = useFormat()
  const say = useComplaintSentence()
  const title = isCivilDate(day) ? shortDay(day, f.language) : t('setup.someDay')
  const used = new Set(model.timetable.map(({ slot }) => model.slots[slot]?.id))
  return (
    <section className={`${classes.day} ${classes.dense}`} aria-label={title}>
      <h3>
        {title} <small>{t('setup.slotCount', { count: rows.length })}</small>
      </h3>
      <ol>
        {rows.map((row) => {
          const complaint = complaints.get(row.key)
          const sentence = (complaint && say(complaint)) ?? serverError(row.key)
          const at = (field: SlotField) =>
            (complaint?.field ?? 'starts') === field && sentence ? true : undefined
          const home = isTime(row.starts) && isCivilDate(day) && atHome({ day, starts: row.starts }, mission)
          const name = `${title}, ${row.starts ?? ''}`
          return (
            <li key={row.key} data-wrong={sentence ? true : undefined}>
              <TimeInput
                label={undefined}
                aria-label={t('setup.startsOf', { slot: name })}
                value={row.starts}
                error={at('starts')}
                onChange={(starts) => act.onPatch(row.key, { starts })}
              />
              <span aria-hidden>–</span>
              <TimeInput
                label={undefined}
                aria-label={t('setup.endsOf', { slot: name })}
                value={row.ends}
                error={at('ends')}
                onChange={(ends) => act.onPatch(row.key, { ends })}
              />
              <NativeSelect
                aria-label={t('setup.sessionOf', { slot: name })}
                value={row.session}
                error={at('session')}
                data={[
                  { value: 'morning', label: t('bound.morning') },
                  { value: 'afternoon', label: t('bound.afternoon') },
                ]}
                onChange={(event) =>
                  act.onPatch(row.key, { session: event.currentTarget.value as SlotRow['session'] })
                }
              />
              <small className={classes.home}>
                {home && <span>{t('setup.home', { time: home.time })}</span>}
                {row.id && used.has(row.id) && <span>{t('setup.inUse')}</span>}
              </small>
              <CloseButton
                size="sm"
                aria-label={t('setup.removeSlot', { slot: name })}
                onClick={() => act.onRemove(row.key)}
              />
              {sentence && (
                <p className={classes.complaint} role="alert">
                  {sentence}
                </p>
              )}
            </li>
          )
        })}
      </ol>
      <div className={classes.dayTools}>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<Plus size={13} aria-hidden />}
          onClick={() => act.onAdd(nextOf(day, rows))}
        >
          {t('setup.addSlot')}
        </Button>
        <Shift rows={rows} day={title} onShift={act.onPatchAll} />
      </div>
    </section>
  )
}

/** A delay: every slot of the day from one on begins so many minutes later, and keeps its meetings. */
function Shift({
  rows,
  day,
  onShift,
}: {
  rows: readonly SlotRow[]
  day: string
  onShift: (rows: SlotRow[]) => void
}) {
  const { t } = useTranslation('meetings')
  const [opened, setOpened] = useState(false)
  const [minutes, setMinutes] = useState<number | null>(15)
  const [from, setFrom] = useState('')
  const start = from || rows[0]?.key
  const shift = () => {
    const at = rows.findIndex(({ key }) => key === start)
    const by = minutes ?? 0
    onShift(
      rows.map((row, index) =>
        index < at ? row : { ...row, starts: moved(row.starts, by), ends: moved(row.ends, by) },
      ),
    )
    setOpened(false)
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" withinPortal trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<Clock size={13} aria-hidden />}
          aria-label={t('setup.shiftOf', { day })}
          onClick={() => setOpened(!opened)}
        >
          {t('setup.shift')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.shift}>
          <NativeSelect
            label={t('setup.shiftFrom')}
            value={start}
            data={rows.map(({ key, starts }) => ({ value: key, label: starts ?? '…' }))}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <NumberField
            label={t('setup.shiftBy')}
            value={minutes}
            min={-600}
            max={600}
            onChange={setMinutes}
          />
          <Button onClick={shift} disabled={!minutes || !isBetween(minutes, -600, 600)}>
            {t('setup.shiftDo')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
