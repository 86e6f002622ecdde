import { describe, expect, it } from 'vitest'
import type { Participation } from '../../src/contract/participations.ts'
import { arranged } from '../../src/features/missions/companies/arrange.ts'
import { asksFirst, stepsOf, usualStep, withdrawalOf } from '../../src/features/missions/companies/rules.ts'
import { meanOf } from '../../src/features/missions/companies/scores/use-scores.ts'

const participation = (id: string, fields: Partial<Participation> = {}): Participation => ({
  id,
  version: 1,
  sample: false,
  deletedAt: null,
  createdAt: '2008-05-01T12:00:00Z',
  updatedAt: '2008-05-01T12:00:00Z',
  mission: { id: 'm', name: 'Mission' },
  side: 'home',
  organisation: { id: `o-${id}`, name: id },
  nativeName: null,
  isCompany: true,
  country: 'FR',
  town: null,
  cluster: { id: 'lyon', name: 'Lyonbiopôle' },
  clusterColour: null,
  state: 'applied',
  since: '2008-05-01',
  waiting: null,
  states: [{ id: `s-${id}`, state: 'applied', since: '2008-05-01', reason: null, aid: null }],
  people: [],
  themes: [],
  offers: [],
  seeks: [],
  languages: [],
  note: null,
  fee: null,
  feePaidOn: null,
  unavailable: [],
  scores: [],
  score: null,
  agreed: 0,
  scheduled: 0,
  held: 0,
  ...fields,
})

const plain = { applicationsClose: null, criteria: [] }
const view = { side: 'home' as const, states: [], q: '', sort: 'cluster' as const }
const compare = (a: string, b: string) => a.localeCompare(b)

describe('the order of companies', () => {
  it('is by cluster, those without one last, and on the waiting list by turn', () => {
    const rows = [
      participation('Z', { cluster: null }),
      participation('B', { state: 'waitlisted', waiting: 2 }),
      participation('A', { state: 'waitlisted', waiting: 1 }),
      participation('C', { cluster: { id: 'alsace', name: 'Alsace BioValley' } }),
      participation('P', { side: 'partner' }),
    ]
    const groups = arranged(rows, view, compare)
    expect(groups.map((group) => group.rows.map(({ id }) => id))).toEqual([['C'], ['A', 'B'], ['Z']])
    expect(
      arranged(rows, { ...view, states: ['waitlisted'], sort: 'organisation' }, compare)[0]?.rows,
    ).toHaveLength(2)
  })

  it('finds a company by what it works on, whatever its accents', () => {
    const rows = [participation('A', { themes: ['thérapie cellulaire'] }), participation('B')]
    expect(arranged(rows, { ...view, q: 'THERAPIE' }, compare).flatMap((group) => group.rows)).toHaveLength(1)
  })
})

describe('steps', () => {
  it('are the usual one and those that are legal; who is met there neither applies nor waits', () => {
    expect(usualStep(participation('A', { state: 'invited' }))).toBe('applied')
    expect(usualStep(participation('A', { state: 'invited', side: 'partner' }))).toBe('accepted')
    expect(usualStep(participation('A', { state: 'withdrawn' }))).toBeNull()
    expect(stepsOf(participation('A', { state: 'invited', side: 'partner' }))).toEqual([
      'accepted',
      'rejected',
      'withdrawn',
    ])
  })

  it('ask first where a reason is wanted, a place is given or something is lost', () => {
    const row = participation('A')
    expect(asksFirst(plain, row, 'shortlisted', '2008-06-01')).toBe(false)
    expect(asksFirst(plain, row, 'accepted', '2008-06-01')).toBe(true)
    const counterpart = participation('C', { side: 'partner' })
    expect(asksFirst(plain, counterpart, 'accepted', '2008-06-01')).toBe(false)
    expect(asksFirst(plain, row, 'rejected', '2008-06-01')).toBe(true)
    expect(asksFirst(plain, row, 'withdrawn', '2008-06-01')).toBe(true)
    // Who has a place already passes no gate again.
    const placed = participation('B', { state: 'accepted', cluster: null })
    expect(asksFirst(plain, placed, 'confirmed', '2008-06-01')).toBe(false)
  })
})

describe('a withdrawal', () => {
  const mission = { fee: { minor: 150_000, currency: 'EUR' }, freeWithdrawalUntil: '2008-08-31', capacity: 2 }
  const placed = participation('A', { state: 'confirmed', scheduled: 4 })
  const waiting = participation('W', { state: 'waitlisted', waiting: 1 })

  it('owes the fee after the day for it, and offers the place to the first who waits', () => {
    expect(withdrawalOf(mission, placed, [placed, waiting], '2008-09-01')).toEqual({
      meetings: 4,
      fee: mission.fee,
      next: waiting,
    })
    expect(withdrawalOf(mission, placed, [placed, waiting], '2008-08-31').fee).toBeNull()
  })

  it('of who has no place frees none', () => {
    const applied = participation('B')
    expect(withdrawalOf(mission, applied, [applied, waiting], '2008-09-01')).toMatchObject({
      fee: null,
      next: null,
    })
  })
})

describe('the weighted mean', () => {
  const criteria = [
    { id: 'a', name: 'A', weight: 3 },
    { id: 'b', name: 'B', weight: 1 },
  ]
  it('counts what was given by its weight', () => {
    expect(
      meanOf(
        new Map([
          ['a', 5],
          ['b', 2],
        ]),
        criteria,
      ),
    ).toBe(4.25)
    expect(meanOf(new Map([['b', 2]]), criteria)).toBe(2)
    expect(meanOf(new Map(), criteria)).toBeNull()
  })
})
