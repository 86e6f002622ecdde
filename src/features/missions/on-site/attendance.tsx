import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RecordLink } from '../../../components/record-link.tsx'
import { useScope } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import { WaitingMark } from '../../../components/waiting-mark.tsx'
import type { Schedule } from '../../../contract/meetings.ts'
import type { Mission } from '../../../contract/missions.ts'
import { participations } from '../../../data/participations.ts'
import { canBeMet } from '../../../domain/participation.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Nothing } from '../../../ui/lines.tsx'
import { Section } from '../../../ui/section.tsx'
import classes from './on-site.module.css'
import { useNoRecording } from './use-no-recording.ts'

type Participant = Schedule['participants'][number]

/** Who has meetings may come, confirmed or not. */
const isExpected = ({ state }: Participant) => canBeMet(state) || state === 'no_show'

/** Who of those that are expected is here. */
export function Attendance({ mission, schedule }: { mission: Mission; schedule: Schedule }) {
  const { t } = useTranslation('on-site')
  const f = useFormat()
  const awaited = schedule.participants.filter(isExpected)
  const { day } = useScope()
  const came = awaited.filter(({ state }) => state === 'attended')
  // As the results count them: from the day on that they were noted for.
  const here = came.filter(({ since }) => since <= day).length
  return (
    <Section title={t('attendance.title')}>
      {awaited.length === 0 ? (
        <Nothing>{t('attendance.none')}</Nothing>
      ) : (
        <p className={classes.soft}>
          {t('attendance.count', { here: f.number(here), all: f.number(awaited.length) })}
          {came.length > here && ` ${t('attendance.early', { count: came.length - here, day: f.date(day) })}`}
        </p>
      )}
      {(['home', 'partner'] as const).map((side) => {
        const list = awaited.filter((one) => one.side === side)
        return (
          list.length > 0 && (
            <div key={side}>
              <h3 className={classes.side}>{t(`attendance.${side}`)}</h3>
              <ul className={classes.list}>
                {list.map((one) => (
                  <Presence key={one.id} mission={mission} participant={one} />
                ))}
              </ul>
            </div>
          )
        )
      })}
    </Section>
  )
}

const stateOf = { yes: true, no: false, unknown: null } as const

function Presence({ mission, participant }: { mission: Mission; participant: Participant }) {
  const { t } = useTranslation('on-site')
  const off = useNoRecording(mission)
  const { day } = useScope()
  const attend = useWrite(participations.attend, { failure: 'toast' })
  const { state } = participant
  const value = state === 'attended' ? 'yes' : state === 'no_show' ? 'no' : 'unknown'
  const on = day < (mission.starts ?? day) && mission.starts?.length === 10 ? mission.starts : day
  return (
    <li className={classes.presence}>
      <span className={classes.name}>
        <RecordLink noun="participations" id={participant.id} name={participant.name} />
        <WaitingMark id={participant.id} />
      </span>
      <SegmentedControl
        size="xs"
        aria-label={t('attendance.of', { name: participant.name })}
        disabled={off !== null}
        value={value}
        data={[
          { value: 'unknown', label: t('attendance.unknown') },
          { value: 'yes', label: t('attendance.here') },
          { value: 'no', label: t('attendance.absent') },
        ]}
        onChange={(choice) =>
          attend.mutate({
            params: { id: participant.id },
            body: { attended: stateOf[choice as keyof typeof stateOf], on },
          })
        }
      />
    </li>
  )
}
