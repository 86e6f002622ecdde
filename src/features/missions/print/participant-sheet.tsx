import { Sheet } from '../../../components/paper/paper-page.tsx'
import type { Schedule } from '../../../contract/meetings.ts'
import type { Mission } from '../../../contract/missions.ts'
import { instantOf, localIn } from '../../../domain/time-zone.ts'
import { cityOf } from '../../../i18n/format.ts'
import { programmeOf, type Sitting } from '../sittings.ts'
import { cityIn } from './city-names.ts'
import classes from './paper.module.css'
import type { Words } from './paper-language.ts'

type Participant = Schedule['participants'][number]

interface Props {
  mission: Mission
  schedule: Schedule
  sittings: readonly Sitting[]
  participant: Participant
  words: Words
}

/** What one participant takes along: when, at which table, with whom; in both time zones where both are known. */
export function ParticipantSheet({ mission, schedule, sittings, participant, words }: Props) {
  const { t, f, language } = words
  const days = programmeOf(sittings, participant.id)
  const isSample = days.some(({ entries }) => entries.some(({ meeting }) => meeting.sample))
  const count = days.reduce((sum, { entries }) => sum + entries.length, 0)
  const { timeZone, homeTimeZone } = schedule
  const other = timeZone && homeTimeZone && timeZone !== homeTimeZone ? homeTimeZone : null
  return (
    <Sheet label={t('title', { name: participant.name })}>
      <MissionHead mission={mission} sample={isSample} words={words} />
      <h2 className={classes.name}>{participant.name}</h2>
      {participant.nativeName && <p className={classes.native}>{participant.nativeName}</p>}
      <dl className={classes.about}>
        {participant.cluster && (
          <>
            <dt>{t('from')}</dt>
            <dd>{participant.cluster.name}</dd>
          </>
        )}
        {participant.people.length > 0 && (
          <>
            <dt>{t('people')}</dt>
            <dd>{f.list(participant.people.map(fullName))}</dd>
          </>
        )}
        <dt>{t('heading')}</dt>
        <dd>{count === 0 ? t('noneOf') : t('meetings', { count })}</dd>
      </dl>
      {days.map(({ day, entries }) => (
        <section key={day}>
          <h3 className={classes.day}>{f.longDate(day)}</h3>
          <table className={classes.table}>
            <thead>
              <tr>
                <th className={classes.timeColumn}>
                  {timeZone
                    ? t('timeIn', { place: cityIn(language, mission.town ?? cityOf(timeZone)) })
                    : t('time')}
                </th>
                {other && (
                  <th className={classes.timeColumn}>
                    {t('timeIn', { place: cityIn(language, cityOf(other)) })}
                  </th>
                )}
                <th className={classes.tableColumn}>{t('table')}</th>
                <th>{t('meets')}</th>
                <th className={`${classes.blank} ${classes.wide}`}>{t('notes')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ meeting, slot, table, with: partner }) => (
                <tr key={meeting.id}>
                  <th className={classes.time} scope="row">
                    {slot.starts}–{slot.ends}
                  </th>
                  {other && timeZone && (
                    <td className={classes.time}>
                      {localIn(instantOf(slot.day, slot.starts, timeZone), other).time}
                    </td>
                  )}
                  <td>{table}</td>
                  <td>
                    <div className={classes.who}>
                      {partner.name} {partner.nativeName && <span lang="ja">{partner.nativeName}</span>}
                    </div>
                    <div className={classes.small}>{f.list(partner.people.map(fullName))}</div>
                  </td>
                  <td className={classes.wide} />
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </Sheet>
  )
}

/** Romanised, and as written in its own script. */
const fullName = ({ name, nativeName }: { name: string; nativeName: string | null }) =>
  nativeName ? `${name} (${nativeName})` : name

/** Which mission a sheet belongs to. */
export function MissionHead({
  mission,
  sample,
  words: { t, f },
}: {
  mission: Mission
  /** Whether what the sheet tells of is invented. */
  sample: boolean
  words: Words
}) {
  const place = [mission.venue, mission.town, mission.country && f.country(mission.country)].filter(Boolean)
  return (
    <div className={classes.head}>
      <strong>{mission.title}</strong>
      <span>{[f.period(mission.starts, mission.ends), place.join(', ')].filter(Boolean).join(' · ')}</span>
      {sample && <span>{t('sample')}</span>}
    </div>
  )
}
