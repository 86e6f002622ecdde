import { describe, expect, it } from 'vitest'
import { stepsOf } from '../../src/features/agreements/page/steps.ts'

const signed = {
  status: 'active',
  stage: 'drafting',
  asOf: '2008-09-15',
  stages: [
    { id: 'p', stage: 'prospect', since: '2007-06-01' },
    { id: 'd', stage: 'drafting', since: '2007-11-20' },
  ],
  signedOn: '2008-02-04',
  starts: '2008',
  ends: '2010',
  abandonedOn: null,
  terminatedOn: null,
  renewedBy: null,
} satisfies Parameters<typeof stepsOf>[0]

const lived = (agreement: Parameters<typeof stepsOf>[0]) =>
  stepsOf(agreement).map(({ name, state, since }) => [name, state, since])

describe('the life of an agreement', () => {
  it('is told step by step, each with its day', () => {
    expect(lived(signed)).toEqual([
      ['prospect', 'done', '2007-06-01'],
      ['negotiation', 'done', null],
      ['drafting', 'done', '2007-11-20'],
      ['signed', 'done', '2008-02-04'],
      ['inForce', 'current', '2008-02-04'],
      ['ended', 'todo', null],
    ])
  })

  it('knows no day of a stage that was entered after its signature, as where that was logged later', () => {
    const stages = [{ id: 'l', stage: 'prospect' as const, since: '2008-09-14' }]
    expect(lived({ ...signed, stages })[0]).toEqual(['prospect', 'done', null])
    // While nobody has signed, the same day is one in its life.
    const open = {
      ...signed,
      status: 'prospect' as const,
      stage: 'prospect' as const,
      signedOn: null,
      stages,
    }
    expect(lived(open)[0]).toEqual(['prospect', 'current', '2008-09-14'])
  })

  it('begins to be in force when its period does, where that comes after the signature', () => {
    expect(lived({ ...signed, starts: '2008-07' })[4]).toEqual(['inForce', 'current', '2008-07'])
  })

  it('ends where it was abandoned, and never came to what lies between', () => {
    const given = { ...signed, status: 'abandoned' as const, signedOn: null, abandonedOn: '2008-03-01' }
    expect(lived(given).slice(3)).toEqual([
      ['signed', 'missed', null],
      ['inForce', 'missed', null],
      ['ended', 'current', '2008-03-01'],
    ])
  })
})
