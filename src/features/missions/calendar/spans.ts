import type { MissionRow } from '../../../contract/missions.ts'
import { type CivilDate, firstDay, lastDay, type PartialDate } from '../../../domain/partial-date.ts'

type Dated = Pick<MissionRow, 'starts' | 'ends'>

/** The days of a mission where all are known to the day; null where it is a month or a year, or nothing. */
export function daysOf({ starts, ends }: Dated): { from: CivilDate; to: CivilDate } | null {
  const from = starts ?? ends
  const to = ends ?? starts
  if (from?.length !== 10 || to?.length !== 10) return null
  return { from, to: to < from ? from : to }
}

/** Whether a mission may fall into a period, as far as its dates are known. */
export function touches({ starts, ends }: Dated, period: PartialDate): boolean {
  const from = starts ?? ends
  const to = ends ?? starts
  return from !== null && to !== null && firstDay(from) <= lastDay(period) && lastDay(to) >= firstDay(period)
}

/** A mission within one week: the columns that it covers and the lane that it runs in. */
export interface Piece<Row> {
  row: Row
  /** 0 is Monday. */
  start: number
  length: number
  lane: number
  /** It began in an earlier week, or goes on in a later one. */
  before: boolean
  after: boolean
}

/** Lays the missions of a week out so that none covers another: each takes the first lane that is free. */
export function piecesOf<Row extends Dated>(rows: readonly Row[], week: readonly CivilDate[]): Piece<Row>[] {
  const [monday = '', sunday = ''] = [week[0], week[6]]
  const ends: number[] = []
  return rows
    .flatMap((row) => {
      const days = daysOf(row)
      if (!days || days.from > sunday || days.to < monday) return []
      const start = days.from < monday ? 0 : week.indexOf(days.from)
      const end = days.to > sunday ? 6 : week.indexOf(days.to)
      return [{ row, start, length: end - start + 1, before: days.from < monday, after: days.to > sunday }]
    })
    .sort((a, b) => a.start - b.start || b.length - a.length)
    .map((piece) => {
      const free = ends.findIndex((end) => end < piece.start)
      const lane = free === -1 ? ends.length : free
      ends[lane] = piece.start + piece.length - 1
      return { ...piece, lane }
    })
}
