import type { Meeting, Schedule } from '../../../contract/meetings.ts'
import { byTime } from '../../../domain/schedule/lay-out.ts'
import { shortDay } from '../meetings/names.ts'

type Participant = Schedule['participants'][number]

/** Two that asked for each other or met, and their meeting where there is one. */
export interface CountedPair {
  id: string
  meeting: Meeting | undefined
  /** The company, or the first of two of one side. */
  a: Participant | undefined
  b: Participant | undefined
  /** "Wed 15 Oct, 10:00"; null without a slot. */
  when: string | null
}

const keyOf = (aId: string, bId: string) => [aId, bId].sort().join(' ')

/**
 * The pairs of ids, each that of a meeting or of two participations ("a b"): those with a slot first, in the order of time and
 * table; the others by their names.
 */
export function pairsIn(schedule: Schedule, ids: readonly string[], language: string): CountedPair[] {
  const participants = new Map(schedule.participants.map((one) => [one.id, one]))
  const meetings = new Map(
    schedule.meetings.flatMap((one) => [
      [one.id, one],
      [keyOf(one.aId, one.bId), one],
    ]),
  )
  const slots = new Map([...schedule.slots].sort(byTime).map((slot, index) => [slot.id, { ...slot, index }]))
  const tables = new Map(schedule.tables.map(({ id }, index) => [id, index]))
  const found = ids.map((id) => {
    const [first = '', second = ''] = id.split(' ')
    const meeting = meetings.get(second ? keyOf(first, second) : id)
    const two = [meeting?.aId ?? first, meeting?.bId ?? second].map((one) => participants.get(one))
    const [a, b] = two[1]?.side === 'home' && two[0]?.side !== 'home' ? [two[1], two[0]] : two
    const slot = slots.get(meeting?.slotId ?? '')
    const when = slot ? `${shortDay(slot.day, language)}, ${slot.starts}` : null
    return { id, meeting, a, b, when, at: slot?.index ?? Number.MAX_SAFE_INTEGER }
  })
  const name = ({ a, b }: CountedPair) => `${a?.name ?? ''} ${b?.name ?? ''}`
  const table = ({ meeting }: CountedPair) => tables.get(meeting?.tableId ?? '') ?? 0
  return found
    .sort((x, y) => x.at - y.at || table(x) - table(y) || name(x).localeCompare(name(y), language))
    .map(({ at: _, ...pair }) => pair)
}
