import { describe, expect, it } from 'vitest'
import { journeyOf } from '../../src/domain/journey.ts'
import { notCounted } from '../../src/domain/served.ts'

describe('the journey', () => {
  it('has the steps reached in their order, each at its first day', () => {
    const journey = journeyOf({
      attended: [
        { kind: 'trade_fair', on: '2008-10-15' },
        { kind: 'business_mission', on: '2007-03' },
        { kind: 'press_conference', on: '2006-01-01' },
      ],
      services: [
        { kind: 'incubator_stay', on: null },
        { kind: 'coaching', on: '2008-05-14' },
        { kind: 'other', on: '2001' },
      ],
      outcomes: [
        { kind: 'lead', on: '2007-01-01' },
        { kind: 'contract', on: '2009' },
      ],
    })
    expect(journey).toEqual([
      { step: 'trained', on: '2008-05-14' },
      { step: 'mission', on: '2007-03' },
      { step: 'landed', on: null },
      { step: 'contract', on: '2009' },
    ])
  })

  it('takes a day that is known for one that is not, whichever comes first', () => {
    const known = { kind: 'training', on: '2008-01-01' }
    const unknown = { kind: 'training', on: null }
    for (const services of [
      [known, unknown],
      [unknown, known],
    ])
      expect(journeyOf({ attended: [], services, outcomes: [] })).toEqual([
        { step: 'trained', on: '2008-01-01' },
      ])
  })
})

describe('a target of SMEs', () => {
  const came = { missionKind: 'business_mission', state: 'attended', status: 'small' } as const

  it('counts who was an SME on the day it came along to what opens business', () => {
    expect(notCounted(came)).toBeNull()
    expect(notCounted({ ...came, status: 'micro', missionKind: 'trade_fair' })).toBeNull()
  })

  it.each([
    [{ status: 'large' }, 'not_an_sme'],
    [{ status: 'not_sme' }, 'not_an_sme'],
    [{ status: 'unknown' }, 'status_unknown'],
    [{ state: 'confirmed' }, 'not_there_yet'],
    [{ state: 'confirmed', status: 'unknown' }, 'not_there_yet'],
    [{ state: 'no_show' }, 'never_came'],
    [{ state: 'withdrawn' }, 'never_came'],
    [{ missionKind: 'training' }, 'other_kind'],
    [{ missionKind: 'seminar', status: 'large' }, 'other_kind'],
  ] as const)('does not count %o: %s', (change, reason) => {
    expect(notCounted({ ...came, ...change })).toBe(reason)
  })
})
