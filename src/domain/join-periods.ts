import { firstDay, lastDay, type PartialDate } from './partial-date.ts'

export interface Period {
  from: PartialDate | null
  to: PartialDate | null
}

const begins = ({ from }: Period) => (from ? firstDay(from) : '')
const ends = ({ to }: Period) => (to ? lastDay(to) : '9999-99-99')

/** The groups of periods that overlap, directly or by way of others; periods that only follow each other stay apart. */
export function overlappingGroups<P extends Period>(periods: readonly P[]): P[][] {
  const groups: P[][] = []
  let last = ''
  for (const period of [...periods].sort((a, b) => (begins(a) < begins(b) ? -1 : 1))) {
    const group = groups.at(-1)
    if (group && begins(period) <= last) {
      group.push(period)
      if (ends(period) > last) last = ends(period)
    } else {
      groups.push([period])
      last = ends(period)
    }
  }
  return groups
}

/** From the first day of all to the last, as precisely as they say; open where one of them is. */
export function spanOf(periods: readonly Period[]): Period {
  const first = periods.reduce((a, b) => (begins(b) < begins(a) ? b : a))
  const last = periods.reduce((a, b) => (ends(b) > ends(a) ? b : a))
  return { from: first.from, to: last.to }
}
