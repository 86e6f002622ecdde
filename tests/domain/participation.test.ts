import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canBeMet,
  canMove,
  type Enrolment,
  enrolmentDay,
  enrolmentGate,
  holdsPlace,
  owesFee,
  participationOn,
  participationStates,
  participationSteps,
  reasonAsked,
  roomFor,
} from '../../src/domain/participation.ts'

describe('the path of a participation', () => {
  it('goes from the invitation to the mission', () => {
    const path = ['invited', 'applied', 'shortlisted', 'accepted', 'confirmed', 'attended'] as const
    for (const [n, to] of path.slice(1).entries()) expect(canMove(path[n]!, to)).toBeNull()
    expect(canMove('confirmed', 'no_show')).toBeNull()
  })

  it('can be withdrawn from in any state before the mission', () => {
    const before = ['invited', 'applied', 'shortlisted', 'accepted', 'waitlisted', 'confirmed'] as const
    for (const from of before) expect(canMove(from, 'withdrawn')).toBeNull()
    for (const from of ['attended', 'no_show'] as const)
      expect(canMove(from, 'withdrawn')).toEqual({
        code: 'participation_state',
        params: { from, to: 'withdrawn' },
      })
  })

  it('never steps on the spot, skips the decision, or comes back from nowhere', () => {
    for (const state of participationStates) expect(canMove(state, state)).not.toBeNull()
    for (const [from, to] of [
      ['invited', 'confirmed'],
      ['applied', 'attended'],
      ['waitlisted', 'confirmed'],
      ['rejected', 'confirmed'],
      ['withdrawn', 'attended'],
    ] as const)
      expect(canMove(from, to)).not.toBeNull()
  })

  it('leads from every state to every other in the end', () => {
    for (const from of participationStates) {
      const reached = new Set([from])
      for (const state of reached) for (const to of participationSteps[state]) reached.add(to)
      expect([from, [...reached].sort()]).toEqual([
        from,
        // Who came can't undo that; presence noted wrongly goes back to "confirmed", and all follows from there.
        [...participationStates].sort(),
      ])
    }
  })

  it('is as of a day where it had come to by then', () => {
    const states = [
      { state: 'invited', since: '2008-05-01' },
      { state: 'applied', since: '2008-06-01' },
      { state: 'accepted', since: '2008-06-01' },
    ] as const
    expect(participationOn(states, '2008-04-30')).toBe('invited')
    expect(participationOn(states, '2008-05-31')).toBe('invited')
    expect(participationOn(states, '2008-06-01')).toBe('accepted')
    expect(participationOn([{ state: 'accepted', since: '2008-06-01' }], '2008-05-31')).toBe('invited')
  })
})

describe('places', () => {
  it('are taken by those accepted, confirmed and seen on site; met are those who come', () => {
    expect(participationStates.filter(holdsPlace)).toEqual(['accepted', 'confirmed', 'attended', 'no_show'])
    expect(participationStates.filter(canBeMet)).toEqual(['accepted', 'confirmed', 'attended'])
  })

  it('are counted against the capacity', () => {
    const companies = [{ state: 'accepted' }, { state: 'waitlisted' }, { state: 'confirmed' }] as const
    expect(roomFor(3, companies)).toEqual({ taken: 2, capacity: 3, free: 1, full: false })
    expect(roomFor(2, companies)).toEqual({ taken: 2, capacity: 2, free: 0, full: true })
    expect(roomFor(null, companies)).toEqual({ taken: 2, capacity: null, free: null, full: false })
  })

  it('free and taken add up, however many there are', () => {
    const states = fc.array(fc.record({ state: fc.constantFrom(...participationStates) }))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), states, (capacity, companies) => {
        const room = roomFor(capacity, companies)
        expect(room.full).toBe(room.free === 0)
        expect(room.free).toBe(Math.max(0, capacity - room.taken))
      }),
    )
  })
})

describe('the gate', () => {
  const good: Enrolment = {
    side: 'home',
    isCompany: true,
    clusterId: 'a cluster',
    applicationsClose: '2008-06-30',
    day: '2008-06-30',
    score: { given: 2, wanted: 2 },
  }
  const codes = (change: Partial<Enrolment>) => enrolmentGate({ ...good, ...change }).map(({ code }) => code)

  it('says nothing of a company of a cluster that applied in time and is scored', () => {
    expect(codes({})).toEqual([])
  })

  it('warns of each thing that is missing', () => {
    expect(codes({ isCompany: false })).toEqual(['not_a_company'])
    expect(codes({ clusterId: null })).toEqual(['no_cluster'])
    expect(codes({ day: '2008-07-01' })).toEqual(['after_deadline'])
    expect(codes({ score: { given: 1, wanted: 2 } })).toEqual(['not_scored'])
    expect(codes({ applicationsClose: null, day: '2099-01-01' })).toEqual([])
  })

  it('asks nothing of counterparts', () => {
    expect(codes({ side: 'partner', isCompany: false, clusterId: null, day: '2099-01-01' })).toEqual([])
  })

  it('counts the day of the application, not that of the decision; without one, that of the decision', () => {
    const states = [
      { state: 'invited', since: '2008-05-01' },
      { state: 'applied', since: '2008-06-01' },
      { state: 'shortlisted', since: '2008-07-15' },
    ] as const
    expect(enrolmentDay(states, '2008-08-01')).toBe('2008-06-01')
    expect(enrolmentDay(states.slice(0, 1), '2008-08-01')).toBe('2008-08-01')
  })

  it('asks why of a rejection, a withdrawal, and of taking in somebody it warns of', () => {
    const warning = [{ code: 'no_cluster', blocks: false }]
    expect(participationStates.filter((state) => reasonAsked(state, []))).toEqual(['rejected', 'withdrawn'])
    expect(reasonAsked('accepted', warning)).toBe(true)
    expect(reasonAsked('shortlisted', warning)).toBe(false)
    // What blocks is refused, whatever the reason.
    expect(reasonAsked('accepted', [{ code: 'no_room', blocks: true }])).toBe(false)
  })
})

describe('the fee of who withdraws', () => {
  const late = {
    from: 'confirmed',
    day: '2008-09-16',
    fee: { minor: 150_000 },
    freeWithdrawalUntil: '2008-09-15',
  } as const
  it('is owed after the day for withdrawing freely, by who had a place', () => {
    expect(owesFee(late)).toBe(true)
    expect(owesFee({ ...late, from: 'accepted' })).toBe(true)
    expect(owesFee({ ...late, day: '2008-09-15' })).toBe(false)
    expect(owesFee({ ...late, from: 'waitlisted' })).toBe(false)
  })
  it('is owed by nobody where there is none, or no such day', () => {
    expect(owesFee({ ...late, fee: null })).toBe(false)
    expect(owesFee({ ...late, fee: { minor: 0 } })).toBe(false)
    expect(owesFee({ ...late, freeWithdrawalUntil: null })).toBe(false)
  })
})
