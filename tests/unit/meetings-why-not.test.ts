import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dragIndex, freeCells } from '../../src/domain/schedule/drag.ts'
import { explainer } from '../../src/domain/schedule/explain.ts'
import type { Placement, ScheduleMeeting, ScheduleProblem } from '../../src/domain/schedule/types.ts'
import { fitsByExample } from '../../src/features/missions/meetings/fit/by-example.ts'

const meeting = (id: string, a: string, b: string, more: Partial<ScheduleMeeting> = {}): ScheduleMeeting => ({
  id,
  a,
  b,
  value: 1,
  ...more,
})
const problem = (more: Partial<ScheduleProblem>): ScheduleProblem => ({
  slots: [
    { day: 0, session: 'morning' },
    { day: 0, session: 'afternoon' },
  ],
  tables: [{ id: 't1' }],
  participants: ['nicox', 'trophos', 'kobe', 'osaka'].map((id) => ({ id })),
  meetings: [],
  ...more,
})

describe('why a meeting has no place', () => {
  it('says that the two have no slot in common', () => {
    const of = problem({
      participants: [
        { id: 'nicox', unavailable: [0] },
        { id: 'kobe', unavailable: [1] },
      ],
      meetings: [meeting('m', 'nicox', 'kobe')],
    })
    expect(explainer(of, [])('m')).toMatchObject([
      { code: 'no-common-slot', participants: ['nicox', 'kobe'] },
    ])
  })

  it('names who has no slot left', () => {
    const of = problem({
      tables: [{ id: 't1' }, { id: 't2' }],
      participants: [{ id: 'nicox', unavailable: [1] }, { id: 'kobe' }, { id: 'osaka' }],
      meetings: [meeting('m', 'nicox', 'kobe'), meeting('n', 'nicox', 'osaka')],
    })
    expect(explainer(of, [{ meeting: 'n', slot: 0, table: 't1' }])('m')).toMatchObject([
      { code: 'participant-full', participants: ['nicox'], count: 1, of: 1 },
    ])
  })

  it('tells apart who is busy and where the tables are taken', () => {
    const of = problem({
      meetings: [
        meeting('m', 'nicox', 'kobe'),
        meeting('n', 'nicox', 'osaka'),
        meeting('o', 'trophos', 'osaka'),
      ],
    })
    const why = explainer(of, [
      { meeting: 'n', slot: 0, table: 't1' },
      { meeting: 'o', slot: 1, table: 't1' },
    ])('m')
    expect(why).toMatchObject([
      { code: 'participant-busy', participants: ['nicox'], slots: [0], meetings: ['n'], count: 1, of: 2 },
      { code: 'tables-full', slots: [1] },
    ])
  })

  it('names the meetings whose order it would break', () => {
    const of = problem({
      tables: [{ id: 't1' }, { id: 't2' }],
      meetings: [
        meeting('m', 'nicox', 'kobe', { after: ['n'], session: 'morning' }),
        meeting('n', 'trophos', 'osaka'),
      ],
    })
    expect(explainer(of, [{ meeting: 'n', slot: 1, table: 't1' }])('m')).toMatchObject([
      { code: 'order', meetings: ['n'], slots: [0] },
    ])
  })
})

/** Any timetable that breaks no rule, and the question it answers. */
const held = fc
  .record({
    pairs: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 4, max: 7 })), {
      minLength: 1,
      maxLength: 10,
      selector: ([a, b]) => `${a} ${b}`,
    }),
    away: fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 3 })), {
      maxLength: 6,
    }),
    tables: fc.integer({ min: 1, max: 3 }),
    order: fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 2 }),
    wanted: fc.array(fc.tuple(fc.nat(9), fc.nat(3), fc.nat(2)), { maxLength: 12 }),
  })
  .map(({ pairs, away, tables, order, wanted }) => {
    const of: ScheduleProblem = {
      slots: [0, 1, 2, 3].map((slot) => ({ day: 0, session: slot < 2 ? 'morning' : 'afternoon' })),
      tables: Array.from({ length: tables }, (_, table) => ({ id: `t${table}` })),
      participants: Array.from({ length: 8 }, (_, person) => ({
        id: `p${person}`,
        unavailable: away.flatMap(([who, slot]) => (who === person ? [slot] : [])),
      })),
      meetings: pairs.map(([a, b], index) =>
        meeting(`m${index}`, `p${a}`, `p${b}`, {
          // Only after earlier ones: no circle.
          after: order.flatMap(([later, earlier]) =>
            later === index && earlier < index ? [`m${earlier}`] : [],
          ),
        }),
      ),
    }
    const timetable: Placement[] = []
    for (const [index, slot, table] of wanted) {
      const id = `m${index}`
      const place = { slot, table: `t${table}` }
      if (index >= pairs.length || timetable.some((at) => at.meeting === id)) continue
      const free = freeCells(dragIndex(of, timetable), id).get(place.table)
      if (free?.[slot]) timetable.push({ meeting: id, ...place })
    }
    return { of, timetable }
  })

it('says that there is room exactly where the grid would take the meeting', () => {
  fc.assert(
    fc.property(held, ({ of, timetable }) => {
      const explain = explainer(of, timetable)
      const index = dragIndex(of, timetable)
      for (const { id } of of.meetings) {
        if (timetable.some((at) => at.meeting === id)) {
          expect(explain(id)).toEqual([])
          continue
        }
        const cells = [...freeCells(index, id).values()]
        const open = of.slots.flatMap((_, slot) => (cells.some((row) => row[slot]) ? [slot] : []))
        const [first] = explain(id)
        expect(first).toBeDefined()
        expect(first?.code === 'room' ? first.slots : []).toEqual(open)
      }
    }),
  )
})

it('what is shown to fit by example can be placed without breaking a rule', () => {
  fc.assert(
    fc.property(held, ({ of, timetable }) => {
      if (!fitsByExample(of, timetable)) return
      // A place for each in turn, tried over all orders: the meetings are few.
      const place = (rest: readonly string[], at: readonly Placement[]): boolean => {
        const [id, ...others] = rest
        if (id === undefined) return true
        const index = dragIndex(of, at)
        return [...freeCells(index, id)].some(([table, row]) =>
          row.some((free, slot) => free && place(others, [...at, { meeting: id, slot, table }])),
        )
      }
      const placed = new Set(timetable.map((at) => at.meeting))
      const rest = of.meetings.map(({ id }) => id).filter((id) => !placed.has(id))
      const all = of.meetings.map(({ id }) => id)
      expect(place(rest, timetable) || place(all, [])).toBe(true)
    }),
    { numRuns: 60 },
  )
})
