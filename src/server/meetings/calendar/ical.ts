/** iCalendar (RFC 5545), as much of it as single events need. See docs/decisions/ for why these lines and not a library's. */

/** One event. Instants are UTC in milliseconds; a time of no known zone is given as its wall clock, read as if it were UTC. */
export interface CalendarEvent {
  /** The same for the same event for ever, whoever exports it. */
  uid: string
  /** Grows with every change of the event. */
  sequence: number
  starts: number
  ends: number
  /** Without a zone: whoever reads it sees the same time on their own clock. */
  floating: boolean
  summary: string
  description: string
  location: string
  cancelled: boolean
  changedAt: number
}

export interface Calendar {
  name: string
  /** Where the events are, for those who show a calendar's zone. */
  timeZone: string | null
  /** The instant of writing. */
  now: number
  events: readonly CalendarEvent[]
}

const crlf = '\r\n'
/** Octets of a line, the break not counted. */
const longest = 75

/** A calendar as the text of a file, in UTF-8. */
export function writeCalendar({ name, timeZone, now, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Corridor//Missions//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...(timeZone ? [`X-WR-TIMEZONE:${timeZone}`] : []),
    ...events.flatMap((event) => eventLines(event, now)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => folded(line) + crlf).join('')
}

function eventLines(event: CalendarEvent, now: number): string[] {
  const time = (instant: number) => (event.floating ? stamp(instant).slice(0, -1) : stamp(instant))
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${stamp(now)}`,
    `LAST-MODIFIED:${stamp(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${time(event.starts)}`,
    `DTEND:${time(event.ends)}`,
    `SUMMARY:${escaped(event.summary)}`,
    ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
    ...(event.location ? [`LOCATION:${escaped(event.location)}`] : []),
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${event.cancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ]
}

/** 20081015T010000Z */
const stamp = (instant: number) => `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

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
