import { useEffect, useState } from 'react'
import { type CivilDate, daysBetween } from '../../domain/partial-date.ts'
import { type LocalTime, localIn } from '../../domain/time-zone.ts'
import { hereZone } from '../../ui/here-zone.ts'

/** The present instant in milliseconds; it goes on with the minute. */
export function useMinute(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), 60_050 - (now % 60_000))
    return () => clearTimeout(timer)
  }, [now])
  return now
}

export interface LocalMoment {
  time: LocalTime
  /** Hours ahead of the reader's own zone; negative behind. Halves and quarters exist. */
  hoursAhead: number
  /** −1 where it is still yesterday there, 1 where it is tomorrow already. */
  dayShift: number
}

const asMinutes = ({ date, time }: { date: CivilDate; time: LocalTime }, since: CivilDate) =>
  daysBetween(since, date) * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** What the clock shows in a zone at an instant, against the clock here. */
export function momentIn(zone: string, now: number, here: string = hereZone()): LocalMoment {
  const there = localIn(now, zone)
  const own = localIn(now, here)
  return {
    time: there.time,
    hoursAhead: (asMinutes(there, own.date) - asMinutes(own, own.date)) / 60,
    dayShift: daysBetween(own.date, there.date),
  }
}
