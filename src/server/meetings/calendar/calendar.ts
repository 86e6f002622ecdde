import { sql } from 'kysely'
import type { Meeting, missionCalendar, Schedule } from '../../../contract/meetings.ts'
import { instantOf, localIn } from '../../../domain/time-zone.ts'
import type { Context } from '../../context.ts'
import { Failure } from '../../failure.ts'
import type { Verb } from '../../route.ts'
import { readSchedule } from '../read-schedule.ts'
import { type CalendarEvent, writeCalendar } from './ical.ts'
import { type CalendarLanguage, labels, tableCalled } from './labels.ts'

type Participant = Schedule['participants'][number]
type Slot = Schedule['slots'][number]

interface Place {
  title: string
  venue: string | null
  town: string | null
}

/** The meetings that have a slot, of all or of one who takes part. Cancelled ones are told, so that calendars drop them. */
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
    events: eventsOf(schedule, place, one, query.language),
  })
  return {
    bytes: new TextEncoder().encode(text),
    mediaType: 'text/calendar; charset=utf-8',
    filename: `${name.replaceAll(/[/\\:*?"<>|]/g, '-')}.ics`,
  }
}

async function placeOf(ctx: Context, id: string): Promise<Place> {
  const { rows } = await sql<Place>`select title, venue, town from missions where id = ${id}`.execute(ctx.db)
  return rows[0] as Place
}

function eventsOf(
  schedule: Schedule,
  place: Place,
  one: Participant | null,
  language: CalendarLanguage,
): CalendarEvent[] {
  const people = new Map(schedule.participants.map((participant) => [participant.id, participant]))
  const slots = new Map(schedule.slots.map((slot) => [slot.id, slot]))
  const tables = new Map(schedule.tables.map((table) => [table.id, table]))
  const events = schedule.meetings.flatMap((meeting): CalendarEvent[] => {
    const slot = meeting.slotId ? slots.get(meeting.slotId) : undefined
    if (!slot || (one && meeting.aId !== one.id && meeting.bId !== one.id)) return []
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
        summary: meeting.state === 'cancelled' ? `${cancelled}${colon}${names}` : names,
        description: description(schedule, slot, two, table?.name ?? null, language),
        location: [table && tableCalled(table.name, language), table?.place, place.venue, place.town]
          .filter(Boolean)
          .join(', '),
        cancelled: meeting.state === 'cancelled',
        changedAt: changedAt(meeting),
      },
    ]
  })
  return events.sort((x, y) => x.starts - y.starts || x.uid.localeCompare(y.uid))
}

const changedAt = ({ updatedAt }: Meeting) => Date.parse(updatedAt)

/** Instants in UTC: what every calendar reads alike. Where the mission's zone is unknown, the clock on the wall. */
function timesOf({ day, starts, ends }: Slot, zone: string | null) {
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
  slot: Slot,
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
