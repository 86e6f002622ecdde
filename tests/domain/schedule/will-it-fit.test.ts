import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flawsOf } from '../../../src/domain/schedule/flaws.ts'
import { willItFit } from '../../../src/domain/schedule/will-it-fit.ts'
import { anyProblem, meetings, problem } from './support/problems.ts'
import { fitsByTrial } from './support/verify.ts'

const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code)

describe('the meter', () => {
  it('is sure for two sides and nobody blocked (König)', () => {
    const two = meetings('A-x', 'A-y', 'B-x', 'B-y')
    expect(willItFit(problem(2, 2, two)).verdict).toBe('fits')
    expect(willItFit(problem(4, 1, two)).verdict).toBe('fits')
    expect(willItFit(problem(3, 1, two))).toMatchObject({
      verdict: 'cannot',
      findings: [{ code: 'too-few-tables', meetings: 4, places: 3 }],
    })
  })

  it('needs one slot more where everyone may meet anyone (Vizing)', () => {
    const three = meetings('A-B', 'B-C', 'A-C')
    expect(willItFit(problem(3, 2, three)).verdict).toBe('fits')
    expect(willItFit(problem(2, 2, three))).toMatchObject({
      verdict: 'cannot',
      findings: [{ code: 'too-few-people', meetings: 3, atMost: 2 }],
    })
  })

  it('is sure for blocked people who have choice enough (Galvin)', () => {
    const few = meetings('A-x', 'A-y', 'B-x')
    expect(willItFit(problem(4, 2, few, { A: [0], y: [1] })).verdict).toBe('fits')
    expect(willItFit(problem(3, 2, few, { A: [0], y: [1] })).verdict).toBe('perhaps')
  })

  it('names who has more meetings than free slots, and the tightest', () => {
    const fit = willItFit(problem(3, 3, meetings('A-x', 'A-y', 'A-z', 'B-z'), { A: [1] }))
    expect(fit.findings).toEqual([{ code: 'participant-over', participant: 'A', meetings: 3, freeSlots: 2 }])
    expect(fit.tightest[0]).toEqual({ participant: 'A', meetings: 3, freeSlots: 2 })
  })

  it('names whose meetings crowd a half-day', () => {
    const asked = meetings(['A-x', { session: 'morning' }], ['A-y', { session: 'morning' }], 'A-z')
    expect(willItFit(problem(4, 2, asked)).verdict).toBe('perhaps')
    expect(willItFit(problem(4, 2, asked, { A: [0] })).findings).toContainEqual({
      code: 'participant-crowded',
      participant: 'A',
      meetings: ['A-x', 'A-y'],
      slots: [1],
      session: 'morning',
    })
  })

  it('names slots that have too few tables for what must go there', () => {
    const asked = meetings(['A-x', { allowed: [1] }], ['B-y', { allowed: [1] }], 'C-z')
    expect(willItFit(problem(3, 1, asked)).findings).toEqual([
      { code: 'slots-crowded', meetings: ['A-x', 'B-y'], slots: [1], places: 1, session: 'morning' },
    ])
  })

  it('names two who never are free together', () => {
    expect(willItFit(problem(2, 1, meetings('A-x'), { A: [0], x: [1] })).findings).toContainEqual({
      code: 'no-common-slot',
      meeting: 'A-x',
      a: 'A',
      b: 'x',
    })
  })

  it('names a chain longer than its half-day, and a circle', () => {
    const session = 'afternoon'
    const chain = meetings(
      ['A-x', { session }],
      ['B-y', { session, after: ['A-x'] }],
      ['C-z', { session, after: ['B-y'] }],
    )
    expect(willItFit(problem(4, 3, chain)).findings).toContainEqual({
      code: 'order-too-long',
      meetings: ['A-x', 'B-y', 'C-z'],
      slots: [2, 3],
    })
    const circle = meetings(['A-x', { after: ['B-y'] }], ['B-y', { after: ['A-x'] }])
    expect(codes(willItFit(problem(4, 3, circle)).findings)).toEqual(['order-cycle'])
  })

  it('promises and denies only what trying everything bears out', () => {
    let proven = 0
    const small = anyProblem
      .filter((world) => world.meetings.length <= 6)
      .filter((world) => world.meetings.every(({ fixed }) => fixed?.table === undefined))
    fc.assert(
      fc.property(small, (world) => {
        const { verdict } = willItFit(world)
        if (verdict !== 'perhaps') {
          proven += 1
          expect(fitsByTrial(world)).toBe(verdict === 'fits')
        }
      }),
      { numRuns: 200 },
    )
    expect(proven).toBeGreaterThan(0)
  })
})

describe('flaws', () => {
  it('refuses no slots, no tables, a company meeting itself and strangers', () => {
    const odd = problem(
      0,
      0,
      meetings('A-A', ['A-x', { after: ['nobody'], fixed: { slot: 3, table: 't7' } }]),
    )
    const { participants } = odd
    expect(codes(flawsOf({ ...odd, participants: participants.filter(({ id }) => id !== 'x') }))).toEqual([
      'no-slots',
      'no-tables',
      'with-itself',
      'unknown-participant',
      'unknown-slot',
      'unknown-table',
      'unknown-earlier',
    ])
  })

  it('refuses ids used twice, values below nought and slots out of order', () => {
    const fine = problem(3, 1, meetings('A-x', ['A-y', { value: -1 }]))
    const odd = {
      ...fine,
      slots: fine.slots.toReversed(),
      meetings: [...fine.meetings, fine.meetings[0]!],
    }
    expect(codes(flawsOf(fine))).toEqual(['value-invalid'])
    expect(flawsOf(odd)).toContainEqual({ code: 'id-twice', kind: 'meeting', id: 'A-x' })
    expect(flawsOf(odd)).toContainEqual({ code: 'slots-out-of-order', slot: 1 })
  })
})
