import fc from 'fast-check'
import type { ScheduleMeeting, ScheduleProblem, Timetable } from '../../../../src/domain/schedule/types.ts'

/** A day of `slots` slots, the first `morning` of them in the morning. */
export const day = (slots: number, morning = Math.ceil(slots / 2), number = 0): ScheduleProblem['slots'] =>
  Array.from({ length: slots }, (_, slot) => ({
    day: number,
    session: slot < morning ? 'morning' : 'afternoon',
  }))

export const tables = (count: number): ScheduleProblem['tables'] =>
  Array.from({ length: count }, (_, index) => ({ id: `t${index + 1}` }))

/** Meetings written as pairs, "A-x"; more facts beside them as an object. */
export function meetings(
  ...list: (string | [string, Partial<ScheduleMeeting>])[]
): ScheduleProblem['meetings'] {
  return list.map((item) => {
    const [pair, facts] = typeof item === 'string' ? [item, {}] : item
    const [a = '', b = ''] = pair.split('-')
    return { id: pair, a, b, value: 1, ...facts }
  })
}

/** A problem of one day from its meetings; participants are whoever meets, free unless said. */
export function problem(
  slots: number,
  tableCount: number,
  asked: ScheduleProblem['meetings'],
  unavailable: Record<string, number[]> = {},
): ScheduleProblem {
  const people = new Set(asked.flatMap(({ a, b }) => [a, b]))
  return {
    slots: day(slots),
    tables: tables(tableCount),
    participants: [...people].sort().map((id) => ({ id, unavailable: unavailable[id] ?? [] })),
    meetings: asked,
  }
}

const someSlots = (slots: number, most: number) =>
  fc.uniqueArray(fc.nat({ max: slots - 1 }), { maxLength: most })

/** Small problems of every kind: two days, blocked people, closed tables, sessions, fixed places, order. */
export const anyProblem: fc.Arbitrary<ScheduleProblem> = fc
  .record({
    first: fc.integer({ min: 1, max: 5 }),
    second: fc.integer({ min: 0, max: 4 }),
    tableCount: fc.integer({ min: 1, max: 3 }),
    people: fc.integer({ min: 2, max: 7 }),
    meetingCount: fc.integer({ min: 0, max: 16 }),
  })
  .chain(({ first, second, tableCount, people, meetingCount }) => {
    const slots = first + second
    const place = fc.record(
      {
        slot: fc.nat({ max: slots - 1 }),
        table: fc.integer({ min: 1, max: tableCount }).map((n) => `t${n}`),
      },
      { requiredKeys: ['slot'] },
    )
    const meeting = fc.record({
      a: fc.nat({ max: people - 1 }),
      gap: fc.integer({ min: 1, max: people - 1 }),
      value: fc.integer({ min: 0, max: 5 }),
      required: fc.boolean(),
      session: fc.constantFrom('any', 'any', 'morning', 'afternoon'),
      allowed: fc.option(someSlots(slots, slots), { nil: undefined, freq: 6 }),
      fixed: fc.option(place, { nil: undefined, freq: 8 }),
      after: fc.option(fc.nat(), { nil: undefined, freq: 5 }),
    } as const)
    return fc.record({
      slots: fc.constant([...day(first), ...day(second, undefined, 1)]),
      tables: fc.array(someSlots(slots, 2), { minLength: tableCount, maxLength: tableCount }),
      participants: fc.array(someSlots(slots, 3), { minLength: people, maxLength: people }),
      meetings: fc.array(meeting, { minLength: meetingCount, maxLength: meetingCount }),
    })
  })
  .map(({ slots, tables: closed, participants, meetings: asked }) => ({
    slots,
    tables: closed.map((list, index) => ({ id: `t${index + 1}`, closed: list })),
    participants: participants.map((unavailable, index) => ({ id: `p${index}`, unavailable })),
    meetings: asked.map(({ a, gap, after, ...facts }, index) => ({
      ...facts,
      id: `m${index}`,
      a: `p${a}`,
      b: `p${(a + gap) % participants.length}`,
      // Only ever after a meeting before it in the list, so that no circles arise.
      after: after === undefined || index === 0 ? [] : [`m${after % index}`],
    })),
  }))

/** Any places at all for the meetings of a problem, most of them wrong. */
export const anyTimetable = (given: ScheduleProblem): fc.Arbitrary<Timetable> =>
  fc.subarray([...given.meetings]).chain((some) =>
    fc.tuple(
      ...some.map(({ id }) =>
        fc.record({
          meeting: fc.constant(id),
          slot: fc.nat({ max: given.slots.length - 1 }),
          table: fc.constantFrom(...given.tables.map((table) => table.id)),
        }),
      ),
    ),
  )
