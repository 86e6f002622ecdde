import { Checkbox, SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReason } from '../../../components/problem-sentence.ts'
import { useScope } from '../../../components/scope.ts'
import { useRecord } from '../../../components/use-record.ts'
import type { Schedule } from '../../../contract/meetings.ts'
import type { Mission } from '../../../contract/missions.ts'
import { meetings } from '../../../data/meetings.ts'
import { stateOn } from '../../../domain/meeting.ts'
import { missionCan } from '../../../domain/mission.ts'
import { useFormat } from '../../../i18n/format.ts'
import { groupBy } from '../../../ui/group-by.ts'
import { Nothing } from '../../../ui/lines.tsx'
import { Columns } from '../../../ui/page.tsx'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { byDay, type Sitting, sittingsOf } from '../sittings.ts'
import { Attendance } from './attendance.tsx'
import { MeetingItem } from './meeting-item.tsx'
import classes from './on-site.module.css'
import { ReadyOffline } from './ready-offline.tsx'

/** On the day: who is here, and what became of each meeting. Works without a connection. */
export function OnSiteTab({ mission }: { mission: Mission }) {
  const schedule = useRecord(meetings.schedule({ params: { id: mission.id } }))
  const reason = useReason()
  const off = reason(missionCan.change(mission))
  if (!schedule) return <WaitingLines />
  return (
    <Columns aside={<Attendance mission={mission} schedule={schedule} />}>
      {off && <p className={classes.soft}>{off}</p>}
      <ReadyOffline mission={mission} schedule={schedule} />
      <Recording mission={mission} schedule={schedule} />
    </Columns>
  )
}

const isOpen = ({ meeting }: Sitting) => meeting.state === 'planned'
const countsOn = ({ meeting, slot }: Sitting, day: string) =>
  stateOn(meeting.state, slot.day, day) !== 'planned'

function Recording({ mission, schedule }: { mission: Mission; schedule: Schedule }) {
  const { t } = useTranslation('on-site')
  const f = useFormat()
  const { day: asOf } = useScope()
  const [chosen, setChosen] = useState<string | null>(null)
  const [who, setWho] = useState<string | null>(null)
  const [onlyOpen, setOnlyOpen] = useState(false)
  const days = byDay(sittingsOf(schedule, 'all'))
  if (days.length === 0) return <Nothing>{t('none')}</Nothing>
  const today = days.find(({ day }) => day === (chosen ?? asOf)) ?? days[0]
  const all = today?.entries ?? []
  // Recorded, and of a day that is still to come as of the day looked at.
  const early = all.filter((one) => !isOpen(one) && !countsOn(one, asOf)).length
  const shown = all.filter(
    (sitting) => (!who || sitting.a.id === who || sitting.b.id === who) && (!onlyOpen || isOpen(sitting)),
  )
  return (
    <div>
      <div className={classes.filters}>
        {days.length > 1 && (
          <SegmentedControl
            aria-label={t('day')}
            value={today?.day}
            data={days.map(({ day }) => ({ value: day, label: f.weekday(day) }))}
            onChange={setChosen}
          />
        )}
        <Select
          aria-label={t('company')}
          placeholder={t('everyone')}
          searchable
          clearable
          limit={60}
          data={schedule.participants.map(({ id, name }) => ({ value: id, label: name }))}
          value={who}
          onChange={setWho}
        />
        <Checkbox
          label={t('open')}
          checked={onlyOpen}
          onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
        />
        <span className={classes.progress}>
          {t('progress', {
            done: f.number(all.filter((one) => countsOn(one, asOf)).length),
            count: f.number(all.length),
          })}
        </span>
      </div>
      {early > 0 && <p className={classes.soft}>{t('early', { count: early, day: f.date(asOf) })}</p>}
      {shown.length === 0 && <Nothing>{t('allDone')}</Nothing>}
      {[...groupBy(shown, ({ slot }) => slot)].map(([slot, sittings]) => (
        <section key={slot.id} className={classes.slot} aria-label={`${slot.starts}–${slot.ends}`}>
          <h2 className={classes.time}>
            {slot.starts}–{slot.ends}
          </h2>
          <ul className={classes.list}>
            {sittings.map((sitting) => (
              <MeetingItem key={sitting.meeting.id} mission={mission} sitting={sitting} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
