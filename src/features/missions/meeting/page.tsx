import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Documents } from '../../../components/dossier/documents.tsx'
import { Notes } from '../../../components/dossier/notes.tsx'
import { Tasks } from '../../../components/dossier/tasks.tsx'
import { RecordHistory } from '../../../components/record-history.tsx'
import { RecordLink } from '../../../components/record-link.tsx'
import { RecordPage, RecordWaiting } from '../../../components/record-page.tsx'
import { useScope, useScopedNavigate } from '../../../components/scope.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { useRecord } from '../../../components/use-record.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Meeting, Schedule } from '../../../contract/meetings.ts'
import type { Mission } from '../../../contract/missions.ts'
import { meetings } from '../../../data/meetings.ts'
import { missions } from '../../../data/missions.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { Columns } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import classes from '../on-site/on-site.module.css'
import { OutcomeControls } from '../on-site/outcome-controls.tsx'
import { RemarkForm } from '../on-site/remark-form.tsx'
import { tableName } from '../table-name.ts'

const tones = { planned: 'preparation', held: 'active', no_show: 'overdue', cancelled: 'closed' } as const

/** The meeting in the address, with its mission's schedule once that is known. */
export function Component() {
  const { id = '' } = useParams()
  const meeting = useRecord(meetings.read({ params: { id } }))
  return meeting ? <Loaded meeting={meeting} /> : <RecordWaiting />
}

function Loaded({ meeting }: { meeting: Meeting }) {
  const { asOf } = useScope()
  const params = { id: meeting.missionId }
  const schedule = useRecord(meetings.schedule({ params }))
  const mission = useRecord(missions.read({ params, query: { asOf } }))
  return schedule && mission ? (
    <MeetingPage meeting={meeting} schedule={schedule} mission={mission} />
  ) : (
    <RecordWaiting />
  )
}

interface Props {
  meeting: Meeting
  schedule: Schedule
  mission: Mission
}

/** One meeting: who, when and where, what became of it, with notes, photos and its history. */
function MeetingPage({ meeting, schedule, mission }: Props) {
  const { t } = useTranslation(['on-site', 'common', 'history'])
  const f = useFormat()
  const navigate = useScopedNavigate()
  const missionPath = `/missions/${mission.id}/meetings`
  const remove = useWrite(meetings.remove, {
    message: () => t('meeting.removed'),
    onDone: () => void navigate(missionPath),
  })
  const restore = useWrite(meetings.restore, { message: () => t('meeting.restored') })
  const [a, b] = [meeting.aId, meeting.bId].map((id) => schedule.participants.find((one) => one.id === id))
  const slot = schedule.slots.find(({ id }) => id === meeting.slotId)
  const table = schedule.tables.find(({ id }) => id === meeting.tableId)
  const { timeZone, homeTimeZone } = schedule
  const subject = { noun: 'meetings', recordId: meeting.id } as const
  return (
    <RecordPage
      record={meeting}
      remove={remove}
      restore={restore}
      title={t('meeting.title', { a: a?.name ?? '', b: b?.name ?? '' })}
      eyebrow={<ScopedLink to={missionPath}>{t('meeting.back', { mission: mission.title })}</ScopedLink>}
      status={<StatusBadge tone={tones[meeting.state]}>{t(`state.${meeting.state}`)}</StatusBadge>}
      subtitle={slot && `${f.longDate(slot.day)}, ${slot.starts}–${slot.ends}`}
    >
      <Columns
        aside={
          <>
            <Tasks {...subject} />
            <Documents {...subject} />
          </>
        }
      >
        <Section title={t('meeting.with')}>
          <Facts>
            {[a, b].map(
              (one) =>
                one && (
                  <Fact key={one.id} label={t(`attendance.${one.side}`)}>
                    <RecordLink noun="participations" id={one.id} name={one.name} /> {one.nativeName}
                    {one.people.length > 0 && (
                      <div>
                        {f.list(
                          one.people.map(({ name, nativeName }) =>
                            nativeName ? `${name} (${nativeName})` : name,
                          ),
                        )}
                      </div>
                    )}
                  </Fact>
                ),
            )}
            <Fact label={t('meeting.where')}>
              {slot && table
                ? `${
                    timeZone
                      ? f.localTime(
                          { date: slot.day, time: slot.starts, zone: timeZone },
                          homeTimeZone ?? undefined,
                        )
                      : slot.starts
                  } · ${tableName(t('table'), table.name)}`
                : t('meeting.unplaced')}
            </Fact>
          </Facts>
        </Section>
        <Section title={t('state.label')}>
          <div className={classes.controls}>
            <OutcomeControls meeting={meeting} mission={mission} />
          </div>
          <RemarkForm meeting={meeting} mission={mission} />
        </Section>
        <Notes {...subject} />
        <RecordHistory {...subject} few />
      </Columns>
    </RecordPage>
  )
}
