import { addDays, type CivilDate } from '../../../domain/partial-date.ts'

/** iCalendar (RFC 5545), as much of it as single events need. See docs/decisions/ for why these lines and not a library's. */

/** Instants are UTC in milliseconds; a time of no known zone is given as its wall clock, read as if it were UTC. */
interface Timed {
  starts: number
  ends: number
  /** Without a zone: whoever reads it sees the same time on their own clock. */
  floating: boolean
}
/** Whole days, the last one included. */
interface Daylong {
  day: CivilDate
  lastDay: CivilDate
}

/** One event, at a time or all day. */
export type CalendarEvent = (Timed | Daylong) & EventFacts
export interface EventFacts {
  /** The same for the same event for ever, whoever exports it. */
  uid: string
  /** Grows with every change of the event. */
  sequence: number
  summary: string
  description: string
  location: string
  cancelled: boolean
  changedAt: number
  /** The record in the app. */
  url?: string | null
  /** A reminder so many days before. */
  alarmDays?: number | null
}

export interface Calendar {
  name: string
  /** Where the events are, for those who show a calendar's zone. */
  timeZone: string | null
  /** The instant of writing. */
  now: number
  events: readonly CalendarEvent[]
  /**
   * For who subscribes: how many minutes to wait before reading again (RFC 7986, 5.7). Such a calendar is read whole each
   * time, so it has no METHOD, and its stamps are those of the last change: unchanged, it is the same text.
   */
  refreshMinutes?: number
}

const crlf = '\r\n'
/** Octets of a line, the break not counted. */
const longest = 75

/** A calendar as the text of a file, in UTF-8. */
export function writeCalendar({ name, timeZone, now, events, refreshMinutes }: Calendar): string {
  const refresh = refreshMinutes === undefined ? null : `PT${refreshMinutes}M`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Corridor//Missions//EN',
    'CALSCALE:GREGORIAN',
    ...(refresh ? [] : ['METHOD:PUBLISH']),
    `X-WR-CALNAME:${escaped(name)}`,
    ...(refresh
      ? [`NAME:${escaped(name)}`, `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`, `X-PUBLISHED-TTL:${refresh}`]
      : []),
    ...(timeZone ? [`X-WR-TIMEZONE:${timeZone}`] : []),
    ...events.flatMap((event) => eventLines(event, refresh ? event.changedAt : now)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => folded(line) + crlf).join('')
}

/** A day's event ends where the next day begins: the end is not part of it (RFC 5545, 3.6.1). */
function timeLines(event: CalendarEvent): string[] {
  if ('day' in event)
    return [`DTSTART;VALUE=DATE:${plain(event.day)}`, `DTEND;VALUE=DATE:${plain(addDays(event.lastDay, 1))}`]
  const time = (instant: number) => (event.floating ? stamp(instant).slice(0, -1) : stamp(instant))
  return [`DTSTART:${time(event.starts)}`, `DTEND:${time(event.ends)}`]
}

const alarmLines = ({ summary, alarmDays, cancelled }: CalendarEvent): string[] =>
  alarmDays === null || alarmDays === undefined || cancelled
    ? []
    : [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `DESCRIPTION:${escaped(summary)}`,
        `TRIGGER:-P${alarmDays}D`,
        'END:VALARM',
      ]

function eventLines(event: CalendarEvent, stamped: number): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${stamp(stamped)}`,
    `LAST-MODIFIED:${stamp(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    ...timeLines(event),
    `SUMMARY:${escaped(event.summary)}`,
    ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
    ...(event.location ? [`LOCATION:${escaped(event.location)}`] : []),
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // What lasts all day keeps nobody from meeting.
    `TRANSP:${event.cancelled || 'day' in event ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...(event.url ? [`URL:${event.url}`] : []),
    ...alarmLines(event),
    'END:VEVENT',
  ]
}

/** 20081015T010000Z */
const stamp = (instant: number) => `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** 20081015 */
const plain = (date: CivilDate) => date.replaceAll('-', '')

/** Text as a value: RFC 5545, 3.3.11. */
const escaped = (text: string) =>
  text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n')

/** A line in pieces of 75 octets at most, none of which ends within a character: RFC 5545, 3.1. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let pieces = ''
  let used = 0
  for (const character of line) {
    const octets = encoder.encode(character).length
    if (used + octets > longest) {
      pieces += `${crlf} `
      used = 1
    }
    pieces += character
    used += octets
  }
  return pieces
}
