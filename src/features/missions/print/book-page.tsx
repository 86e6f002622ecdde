import { useTranslation } from 'react-i18next'
import { Sheet } from '../../../components/paper/paper-page.tsx'
import type { Schedule } from '../../../contract/meetings.ts'
import type { Mission } from '../../../contract/missions.ts'
import { holdsPlace } from '../../../domain/participation.ts'
import { byDay, isSample, programmeOf, type Sitting } from '../sittings.ts'
import { MissionPaper } from './mission-paper.tsx'
import classes from './paper.module.css'
import type { Words } from './paper-language.ts'
import { MissionHead, ParticipantSheet } from './participant-sheet.tsx'
import { usePaper } from './use-paper.ts'

/** The manager's book: what the mission is, who takes part, the whole schedule, and every company's programme. */
export function Component() {
  const { t } = useTranslation('programme')
  const { id, paper } = usePaper()
  return (
    <MissionPaper title={paper && t('book')} missionId={id} calendar={null}>
      {(words) =>
        paper && (
          <>
            <Cover mission={paper.mission} sample={isSample(paper.schedule)} words={words} />
            <Participants mission={paper.mission} schedule={paper.schedule} words={words} />
            {byDay(paper.sittings).map(({ day, entries }) => (
              <DaySheet key={day} mission={paper.mission} day={day} sittings={entries} words={words} />
            ))}
            {paper.schedule.participants
              .filter(({ id: one, side }) => side === 'home' && programmeOf(paper.sittings, one).length > 0)
              .map((participant) => (
                <ParticipantSheet key={participant.id} {...paper} participant={participant} words={words} />
              ))}
          </>
        )
      }
    </MissionPaper>
  )
}

function Cover({ mission, sample, words }: { mission: Mission; sample: boolean; words: Words }) {
  const { t, f } = words
  const of = (role: Mission['bodies'][number]['role']) =>
    mission.bodies.filter((body) => body.role === role).map(({ organisation }) => organisation.name)
  const rows = [
    [t('leads'), of('lead')],
    [t('organised'), of('organiser')],
    [t('hosts'), of('host')],
    [t('participants'), of('participant')],
  ] as const
  return (
    <Sheet label={t('book')}>
      <MissionHead mission={mission} sample={sample} words={words} />
      <h2 className={classes.cover}>{mission.title}</h2>
      {mission.summary && <p>{mission.summary}</p>}
      <dl className={classes.about}>
        {rows.map(
          ([label, names]) =>
            names.length > 0 && (
              <div key={label} className={classes.pair}>
                <dt>{label}</dt>
                <dd>{f.list(names)}</dd>
              </div>
            ),
        )}
      </dl>
    </Sheet>
  )
}

type Participant = Schedule['participants'][number]

function Participants({ mission, schedule, words }: { mission: Mission; schedule: Schedule; words: Words }) {
  const { t } = words
  // Who withdrew, was turned down or still waits is no part of what the book is about.
  const taking = schedule.participants.filter(({ state }) => holdsPlace(state))
  const home = taking.filter(({ side }) => side === 'home')
  const clusters = [...new Set(home.map(({ cluster }) => cluster?.name ?? t('noCluster')))].sort()
  return (
    <Sheet label={t('participants')}>
      <MissionHead mission={mission} sample={isSample(schedule)} words={words} />
      <h2 className={classes.name}>{t('participants')}</h2>
      {clusters.map((name) => (
        <Group
          key={name}
          title={name}
          words={words}
          participants={home.filter(({ cluster }) => (cluster?.name ?? t('noCluster')) === name)}
        />
      ))}
      <Group
        title={t('counterparts')}
        words={words}
        participants={taking.filter(({ side }) => side === 'partner')}
      />
    </Sheet>
  )
}

function Group({
  title,
  participants,
  words: { f },
}: {
  title: string
  participants: readonly Participant[]
  words: Words
}) {
  if (participants.length === 0) return null
  return (
    <section>
      <h3 className={classes.day}>{title}</h3>
      <table className={classes.table} aria-label={title}>
        <tbody>
          {participants.map((one) => (
            <tr key={one.id}>
              <th className={classes.who} scope="row">
                {one.name} {one.nativeName && <span className={classes.small}>{one.nativeName}</span>}
              </th>
              <td>{f.list(one.people.map(({ name }) => name))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function DaySheet({
  mission,
  day,
  sittings,
  words,
}: {
  mission: Mission
  day: string
  sittings: readonly Sitting[]
  words: Words
}) {
  const { t, f } = words
  return (
    <Sheet label={`${t('schedule')}, ${f.longDate(day)}`}>
      <MissionHead mission={mission} sample={sittings.some(({ meeting }) => meeting.sample)} words={words} />
      <h2 className={classes.name}>{f.longDate(day)}</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th className={classes.timeColumn}>{t('time')}</th>
            <th className={classes.tableColumn}>{t('table')}</th>
            <th>{t('companies')}</th>
            <th>{t('counterparts')}</th>
          </tr>
        </thead>
        <tbody>
          {sittings.map(({ meeting, slot, table, a, b }) => (
            <tr key={meeting.id}>
              <th className={classes.time} scope="row">
                {slot.starts}–{slot.ends}
              </th>
              <td>{table}</td>
              <td>{a.name}</td>
              <td>{b.name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
