import type { CivilDate } from './partial-date.ts'

/** Local wall-clock time, "10:45". */
export type LocalTime = string

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** Made once per zone: that costs more than all that is asked of one. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const held = clocks.get(zone)
  if (held) return held
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  clocks.set(zone, made)
  return made
}

function wallClock(instant: number, zone: string): { date: CivilDate; time: LocalTime; asUtc: number } {
  const fields = clockOf(zone).formatToParts(instant)
  const get = (type: Intl.DateTimeFormatPartTypes) =>
    fields.find((field) => field.type === type)?.value ?? '00'
  const date = `${get('year').padStart(4, '0')}-${get('month')}-${get('day')}`
  const time = `${get('hour')}:${get('minute')}`
  return { date, time, asUtc: Date.parse(`${date}T${time}:${get('second')}Z`) }
}

/** The civil date and local time that an instant (milliseconds since 1970 UTC) has in a zone. */
export function localIn(instant: number, zone: string): { date: CivilDate; time: LocalTime } {
  const { date, time } = wallClock(instant, zone)
  return { date, time }
}

/**
 * The instant (milliseconds since 1970 UTC) of a local time in a zone. A time that a clock change skips is read with
 * the offset before the change; one that occurs twice is read as its first occurrence.
 */
export function instantOf(date: CivilDate, time: LocalTime, zone: string): number {
  const wanted = Date.parse(`${date}T${time}:00Z`)
  const offsetAt = (instant: number) => wallClock(instant, zone).asUtc - Math.floor(instant / 1000) * 1000
  const before = offsetAt(wanted - 86_400_000)
  const after = offsetAt(wanted + 86_400_000)
  for (const offset of before === after ? [before] : [before, after]) {
    if (offsetAt(wanted - offset) === offset) return wanted - offset
  }
  return wanted - before
}

/**
 * What a change of the clocks does to a local time: "skipped" where no clock of the zone shows it that day, "repeated" where
 * it comes twice; null on all other days.
 */
export function clockChangeAt(date: CivilDate, time: LocalTime, zone: string): 'skipped' | 'repeated' | null {
  const wanted = Date.parse(`${date}T${time}:00Z`)
  const offsetAt = (instant: number) => wallClock(instant, zone).asUtc - Math.floor(instant / 1000) * 1000
  const offsets = new Set([offsetAt(wanted - 86_400_000), offsetAt(wanted + 86_400_000)])
  const found = [...offsets].filter((offset) => offsetAt(wanted - offset) === offset)
  return found.length === 0 ? 'skipped' : found.length === 2 ? 'repeated' : null
}
