import { describe, expect, it } from 'vitest'
import { journeyOf } from '../../src/domain/journey.ts'

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
