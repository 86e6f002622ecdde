import { sql } from 'kysely'
import type { missionCalendar, Schedule } from '../../../contract/meetings.ts'
import { instantOf, localIn } from '../../../domain/time-zone.ts'
import type { Context } from '../../context.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../route.ts'
import { readSchedule } from '../read-schedule.ts'
import { type CalendarEvent, writeCalendar } from './ical.ts'
import { type CalendarLanguage, labels, tableCalled } from './labels.ts'
import { type CalendarMeeting, type OncePlaced, oncePlaced, type Times } from './once-placed.ts'

type Participant = Schedule['participants'][number]

interface Place {
  /** Nothing of it takes place. */
  off: boolean
  title: string
  venue: string | null
  town: string | null
}

/**
 * The meetings that have a slot, of all or of one who takes part; and, as cancelled, those that had one and don't any more.
 *
 * The file is a snapshot that people load, not a feed that they subscribe to. A feed's reader drops what it doesn't find any
 * more; who loads a file twice keeps what isn't in the second, and would wait at a table for nobody. So what is off is
 * told: an event of the same UID with a higher SEQUENCE, STATUS:CANCELLED (RFC 5545, 3.8.1.11), its name saying so and its
 * time free. Programs that heed the status take it away or strike it through; those that don't show what the name says.
 * METHOD stays PUBLISH: CANCEL is for the whole file, and an answer to an invitation that nobody sent (RFC 5546, 3.2.5).
 * A place that came and went while the schedule was being made is told only as long as the meeting has none.
 */
export const calendarOf: Verb<typeof missionCalendar> = async (ctx, { params: { id }, query }) => {
  const schedule = await readSchedule(ctx, id)
  const place = await placeOf(ctx, id)
  const one = query.participation
    ? schedule.participants.find((participant) => participant.id === query.participation)
    : null
  if (one === undefined) throw new Failure('not_found', 'Nobody of this mission')
  const name = [place.title, one?.name ?? labels[query.language].meetings].join(' – ')
  const text = writeCalendar({
    name,
    timeZone: schedule.timeZone,
    now: ctx.now.getTime(),
    events: eventsOf(schedule, await oncePlaced(ctx, schedule), place, one, query.language),
  })
  return {
    bytes: new TextEncoder().encode(text),
    mediaType: 'text/calendar; charset=utf-8',
    filename: `${name.replaceAll(/[/\\:*?"<>|]/g, '-')}.ics`,
  }
}

async function placeOf(ctx: Context, id: string): Promise<Place> {
  const { rows } = await sql<Place>`
    select cancelled_on is not null or deleted_at is not null as off, title, venue, town from missions where id = ${id}`.execute(
    ctx.db,
  )
  return rows[0] as Place
}

function eventsOf(
  schedule: Schedule,
  gone: readonly OncePlaced[],
  place: Place,
  one: Participant | null,
  language: CalendarLanguage,
): CalendarEvent[] {
  const people = new Map(schedule.participants.map((participant) => [participant.id, participant]))
  const slots = new Map(schedule.slots.map((slot) => [slot.id, slot]))
  const tables = new Map(schedule.tables.map((table) => [table.id, table]))
  const placed = schedule.meetings.flatMap((meeting) => {
    const slot = meeting.slotId ? slots.get(meeting.slotId) : undefined
    return slot ? [{ meeting, slot, off: place.off || meeting.state === 'cancelled' }] : []
  })
  const all = [...placed, ...gone.map((meeting) => ({ ...meeting, off: true }))]
  const events = all.flatMap(({ meeting, slot, off }) => {
    if (one && meeting.aId !== one.id && meeting.bId !== one.id) return []
    const two = [meeting.aId, meeting.bId].flatMap((id) => people.get(id) ?? [])
    const others = one ? two.filter(({ id }) => id !== one.id) : two
    const table = meeting.tableId ? tables.get(meeting.tableId) : undefined
    const names = others.map((other) => shown(other, language)).join(' – ')
    const { colon, cancelled } = labels[language]
    return [
      {
        ...timesOf(slot, schedule.timeZone),
        uid: `${meeting.id}@corridor`,
        // The slot's times count with the mission's version; neither ever goes back.
        sequence: meeting.version + schedule.version - 2,
        summary: off ? `${cancelled}${colon}${names}` : names,
        description: description(schedule, slot, two, table?.name ?? null, language),
        location: [table && tableCalled(table.name, language), table?.place, place.venue, place.town]
          .filter(Boolean)
          .join(', '),
        cancelled: off,
        changedAt: changedAt(meeting),
      },
    ]
  })
  return events.sort((x, y) => x.starts - y.starts || x.uid.localeCompare(y.uid))
}

const changedAt = ({ updatedAt }: CalendarMeeting) => Date.parse(updatedAt)

/** Instants in UTC: what every calendar reads alike. Where the mission's zone is unknown, the clock on the wall. */
function timesOf({ day, starts, ends }: Times, zone: string | null) {
  const at = (time: string) =>
    zone ? instantOf(day, time, zone) : Date.parse(`${day}T${time.slice(0, 5)}:00Z`)
  return { starts: at(starts), ends: at(ends), floating: zone === null }
}

/** A name with the one in its own script: "Kyoto Bio (京都バイオ)"; in Japanese that one first. */
function shown(
  { name, nativeName }: { name: string; nativeName: string | null },
  language: CalendarLanguage,
) {
  if (!nativeName || nativeName === name) return name
  return language === 'ja' ? `${nativeName}（${name}）` : `${name} (${nativeName})`
}

function description(
  { timeZone, homeTimeZone }: Schedule,
  slot: Times,
  two: readonly Participant[],
  table: string | null,
  language: CalendarLanguage,
): string {
  const words = labels[language]
  const zones = timeZone
    ? [timeZone, ...(homeTimeZone && homeTimeZone !== timeZone ? [homeTimeZone] : [])]
    : []
  const times = zones.map((zone) => {
    const { starts, ends } = timesOf(slot, timeZone)
    const [from, to] = [localIn(starts, zone), localIn(ends, zone)]
    return `${cityOf(zone)} ${from.date} ${from.time}–${to.time}`
  })
  return [
    ...(times.length > 0 ? [`${words.times}${words.colon}${times.join(' / ')}`] : []),
    ...(table ? [`${words.table}${words.colon}${table}`] : []),
    `${words.between}${words.colon}`,
    ...two.map((one) => {
      const people = one.people.map((person) => shown(person, language))
      return `- ${shown(one, language)}${people.length > 0 ? `${words.colon}${people.join(', ')}` : ''}`
    }),
  ].join('\n')
}

/** "Tokyo" of "Asia/Tokyo" */
const cityOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
