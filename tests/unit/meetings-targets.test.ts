import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Meeting, Schedule } from '../../src/contract/meetings.ts'
import { targetKinds } from '../../src/features/missions/meetings/grid/target-kinds.ts'
import { targetAt } from '../../src/features/missions/meetings/grid/targets.ts'
import { modelOf } from '../../src/features/missions/meetings/model.ts'

const slots = ['09:00', '09:30', '14:00', '14:30'].map((starts, index) => ({
  id: `s${index}`,
  day: '2008-10-15',
  starts,
  ends: starts.replace(/00$/, '29'),
  session: index < 2 ? ('morning' as const) : ('afternoon' as const),
}))

const meeting = fc.record({
  a: fc.integer({ min: 0, max: 3 }),
  b: fc.integer({ min: 4, max: 7 }),
  bound: fc.constantFrom('any' as const, 'any' as const, 'morning' as const, 'afternoon' as const),
  slot: fc.option(fc.integer({ min: 0, max: 3 })),
  table: fc.integer({ min: 0, max: 2 }),
  locked: fc.constantFrom(false, false, false, true),
  after: fc.constantFrom<number[]>([], [], [], [0], [1]),
})

const schedules = fc
  .record({
    meetings: fc.uniqueArray(meeting, {
      minLength: 2,
      maxLength: 9,
      selector: ({ a, b }) => `${a} ${b}`,
    }),
    away: fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 3 })), {
      maxLength: 4,
    }),
    closed: fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 })), {
      maxLength: 3,
    }),
  })
  .map(
    ({ meetings, away, closed }): Schedule => ({
      missionId: 'm',
      version: 1,
      timeZone: 'Asia/Tokyo',
      homeTimeZone: 'Europe/Paris',
      slots,
      tables: [0, 1, 2].map((table) => ({
        id: `t${table}`,
        name: `Table ${table}`,
        place: null,
        closed: closed.flatMap(([of, slot]) => (of === table ? [`s${slot}`] : [])),
      })),
      participants: Array.from({ length: 8 }, (_, person) => ({
        id: `p${person}`,
        organisationId: `o${person}`,
        name: `Participant ${person}`,
        nativeName: null,
        side: person < 4 ? ('home' as const) : ('partner' as const),
        state: 'accepted' as const,
        since: '2008-09-01',
        cluster: null,
        colour: null,
        unavailable: away.flatMap(([of, slot]) => (of === person ? [`s${slot}`] : [])),
        people: [],
      })),
      meetings: meetings.map(
        ({ a, b, bound, slot, table, locked, after }, index): Meeting => ({
          id: `m${index}`,
          version: 1,
          missionId: 'm',
          aId: `p${a}`,
          bId: `p${b}`,
          value: 3,
          mayMeet: true,
          bound,
          slotId: slot === null ? null : `s${slot}`,
          tableId: slot === null ? null : `t${table}`,
          locked: slot !== null && locked,
          after: after.flatMap((earlier) =>
            earlier < meetings.length && earlier !== index ? [`m${earlier}`] : [],
          ),
          state: 'planned',
          rating: null,
          remark: null,
          movedTo: null,
          sample: false,
          deletedAt: null,
          createdAt: '2008-09-15T12:00:00Z',
          updatedAt: '2008-09-15T12:00:00Z',
        }),
      ),
      open: [],
      pending: 0,
      runId: null,
    }),
  )

it('the marks of the whole grid say what each cell alone would say', () => {
  fc.assert(
    fc.property(schedules, (schedule) => {
      const model = modelOf(schedule)
      for (const { id, locked } of schedule.meetings) {
        // What is locked is not picked up.
        if (locked) continue
        const kindOf = targetKinds(model, id)
        for (const slot of model.slots.keys())
          for (const table of model.tables.keys())
            expect([id, slot, table, kindOf(slot, table)]).toEqual([
              id,
              slot,
              table,
              targetAt(model, id, { slot, table }).kind,
            ])
      }
    }),
    { numRuns: 150 },
  )
})
