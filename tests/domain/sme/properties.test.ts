import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/domain/partial-date.ts'
import { smeSizes } from '../../../src/domain/sme/ceilings.ts'
import { type SmeFacts, smeStatus, smeTurningPoints } from '../../../src/domain/sme/status.ts'
import { day, facts, link, type Year } from './support.ts'

const names = ['A', 'B', 'C', 'D', 'E']
const year: fc.Arbitrary<Year> = fc.record({
  heads: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 400 })),
  turnover: fc.integer({ min: 0, max: 70 }),
  balance: fc.integer({ min: 0, max: 60 }),
})
const years = fc.array(year, { minLength: 1, maxLength: 4 })
const holding = fc.record({
  from: fc.constantFrom(...names),
  to: fc.constantFrom(...names),
  percent: fc.integer({ min: 0, max: 60 }),
})
const world = fc.record({
  own: fc.tuple(years, years, years, years, years),
  holdings: fc.array(holding, { maxLength: 6 }),
})
type World = typeof world extends fc.Arbitrary<infer W> ? W : never

const factsOf = ({ own, holdings }: World): SmeFacts =>
  facts(
    Object.fromEntries(names.map((name, n) => [name, own[n] ?? []])),
    holdings.filter(({ from, to }) => from !== to).map(({ from, to, percent }) => link(from, to, percent)),
  )

const rank = (given: SmeFacts) => smeSizes.indexOf(smeStatus('A', given, day).status as 'micro')

describe('the status of any group', () => {
  it('never improves by a linked enterprise', () => {
    fc.assert(
      fc.property(world, years, fc.constantFrom(...names), fc.boolean(), (given, added, at, above) => {
        const before = factsOf(given)
        const more = facts({ Z: added })
        const after: SmeFacts = {
          enterprises: [...before.enterprises, ...more.enterprises],
          accounts: [...before.accounts, ...more.accounts],
          links: [...before.links, above ? link('Z', at, 75) : link(at, 'Z', 75)],
        }
        const [was, is] = [rank(before), rank(after)]
        // What is unknown has no place among the others.
        if (was >= 0 && is >= 0) expect(is).toBeGreaterThanOrEqual(was)
      }),
      { numRuns: 500 },
    )
  })

  it('does not depend on the order in which facts are given', () => {
    fc.assert(
      fc.property(world, (given) => {
        const one = factsOf(given)
        const other: SmeFacts = {
          enterprises: [...one.enterprises].reverse(),
          accounts: [...one.accounts].reverse(),
          links: [...one.links].reverse(),
        }
        const { status, confirmed, total } = smeStatus('A', one, day)
        expect(smeStatus('A', other, day)).toMatchObject({ status, confirmed, total })
      }),
      { numRuns: 300 },
    )
  })

  it('changes only on its turning points', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 0, max: 2500 }), (given, days) => {
        const all = factsOf(given)
        const to = addDays('2004-06-01', days)
        const turns = smeTurningPoints(all)
        const from = turns.filter((turn) => turn <= to).at(-1)
        if (!from) return
        expect(smeStatus('A', all, to)).toMatchObject({
          status: smeStatus('A', all, from).status,
          confirmed: smeStatus('A', all, from).confirmed,
        })
      }),
      { numRuns: 300 },
    )
  })

  it('is as sure as what is missing says', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { status, confirmed, missing } = smeStatus('A', factsOf(given), day)
        expect(missing.length === 0).toBe(confirmed)
        if (status === 'unknown') expect(confirmed).toBe(false)
      }),
    )
  })
})
