import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AgreementFacts,
  type AgreementState,
  agreementCan,
  agreementStatus,
  defaultNoticeDays,
  isOverdue,
  openStages,
  signedOn,
  stageOn,
} from '../../src/domain/agreement.ts'
import { addDays, lastDay } from '../../src/domain/partial-date.ts'
import { joinsAfter, signatureFacts, warningsFor } from '../../src/domain/signature-warnings.ts'
import { agreementFacts } from './support/agreements.ts'
import { civilDates } from './support/dates.ts'

/** Kansai as the sources have it: signed in Osaka on 4 February 2008 for the years 2008-2010. */
const kansai: AgreementFacts = {
  stages: [{ stage: 'negotiation', since: '2007-12-04' }],
  parties: ['cancer-bio-santé', 'lyonbiopôle', 'alsace biovalley', 'kansai'].map((id) => ({
    id,
    required: true,
    signedOn: '2008-02-04',
  })),
  starts: '2008',
  ends: '2010',
  noticeDays: defaultNoticeDays,
  targetSignature: null,
  abandonedOn: null,
  terminatedOn: null,
  renewedOn: null,
}

describe('agreement status', () => {
  it.each([
    ['2007-12-03', 'prospect'],
    ['2007-12-04', 'negotiation'],
    ['2008-02-03', 'negotiation'],
    ['2008-02-04', 'active'],
    ['2008-09-15', 'active'],
    ['2010-07-03', 'active'],
    ['2010-07-04', 'expiring'],
    ['2010-12-31', 'expiring'],
    ['2011-01-01', 'expired'],
  ])('has Kansai on %s as %s', (day, status) => {
    expect(agreementStatus(kansai, day)).toBe(status)
  })

  it('is signed, not yet in force, before the period starts', () => {
    const later = { ...kansai, starts: '2008-03' }
    expect(agreementStatus(later, '2008-02-29')).toBe('signed')
    expect(agreementStatus(later, '2008-03-01')).toBe('active')
  })

  it('is signed on the day of the last required signature', () => {
    const [first, ...others] = kansai.parties
    const late = { ...kansai, parties: [...others, { ...first!, signedOn: '2008-03-10' }] }
    expect(signedOn(late.parties)).toBe('2008-03-10')
    expect(agreementStatus(late, '2008-03-09')).toBe('negotiation')
    expect(agreementStatus(late, '2008-03-10')).toBe('active')
  })

  it('waits for required parties only, and for at least one', () => {
    const observer = { id: 'dge', required: false, signedOn: null }
    expect(signedOn([...kansai.parties, observer])).toBe('2008-02-04')
    expect(signedOn([observer])).toBeNull()
    expect(signedOn([])).toBeNull()
  })

  it('has no end, and never expires, without one', () => {
    expect(agreementStatus({ ...kansai, ends: null }, '2999-01-01')).toBe('active')
  })

  it('is renewed from the day its successor is signed, though it has not ended', () => {
    const renewed = { ...kansai, renewedOn: '2010-06-30' }
    expect(agreementStatus(renewed, '2010-06-29')).toBe('active')
    expect(agreementStatus(renewed, '2010-06-30')).toBe('renewed')
    expect(agreementStatus(renewed, '2011-06-30')).toBe('renewed')
  })

  it('is terminated or abandoned from that day on, and what it was before', () => {
    const terminated = { ...kansai, terminatedOn: '2009-05-01' }
    expect(agreementStatus(terminated, '2009-04-30')).toBe('active')
    expect(agreementStatus(terminated, '2009-05-01')).toBe('terminated')
    const abandoned = { ...kansai, parties: [], abandonedOn: '2008-01-10' }
    expect(agreementStatus(abandoned, '2008-01-09')).toBe('negotiation')
    expect(agreementStatus(abandoned, '2008-01-10')).toBe('abandoned')
  })

  it('is overdue after the last day its target can mean, while it is open', () => {
    const open = { ...kansai, parties: [], targetSignature: '2008-06' }
    expect(isOverdue(open, '2008-06-30')).toBe(false)
    expect(isOverdue(open, '2008-07-01')).toBe(true)
    expect(isOverdue({ ...open, abandonedOn: '2008-07-01' }, '2008-07-01')).toBe(false)
    expect(isOverdue({ ...kansai, targetSignature: '2008-01' }, '2008-02-03')).toBe(true)
    expect(isOverdue({ ...kansai, targetSignature: '2008-01' }, '2008-02-04')).toBe(false)
  })
})

describe('stages', () => {
  it('is the last one begun, the furthest where two began the same day', () => {
    const stages = [
      { stage: 'drafting', since: '2008-03-01' },
      { stage: 'prospect', since: '2007-11-28' },
      { stage: 'negotiation', since: '2008-04-01' },
      { stage: 'drafting', since: '2008-04-01' },
    ] as const
    expect(stageOn(stages, '2007-11-27')).toBe('prospect')
    expect(stageOn(stages, '2008-03-31')).toBe('drafting')
    expect(stageOn(stages, '2008-04-01')).toBe('drafting')
  })
})

describe('properties', () => {
  it('does not depend on the order of parties and stages', () => {
    fc.assert(
      fc.property(agreementFacts(), civilDates(2007, 2011), (facts, day) => {
        const turned = { ...facts, parties: facts.parties.toReversed(), stages: facts.stages.toReversed() }
        expect(agreementStatus(turned, day)).toBe(agreementStatus(facts, day))
        expect(isOverdue(turned, day)).toBe(isOverdue(facts, day))
      }),
    )
  })

  it('never goes back once signed, as days pass', () => {
    const order = ['signed', 'active', 'expiring', 'expired']
    fc.assert(
      fc.property(agreementFacts(), civilDates(2007, 2011), fc.nat(800), (facts, day, days) => {
        const before = order.indexOf(agreementStatus(facts, day))
        const after = agreementStatus(facts, addDays(day, days))
        if (before < 0 || !order.includes(after)) return
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  it('is open exactly while neither ended nor signed', () => {
    fc.assert(
      fc.property(agreementFacts(), civilDates(2007, 2011), (facts, day) => {
        const signed = signedOn(facts.parties)
        const ended = [facts.abandonedOn, facts.terminatedOn].some((on) => on !== null && on <= day)
        const open = (openStages as readonly string[]).includes(agreementStatus(facts, day))
        expect(open).toBe(!ended && (signed === null || signed > day))
        if (isOverdue(facts, day)) expect(open).toBe(true)
      }),
    )
  })

  it('expires only with a known end behind it', () => {
    fc.assert(
      fc.property(agreementFacts(), civilDates(2007, 2011), (facts, day) => {
        if (agreementStatus(facts, day) !== 'expired') return
        expect(facts.ends).not.toBeNull()
        expect(lastDay(facts.ends!) < day).toBe(true)
      }),
    )
  })
})

describe('legality', () => {
  const open: AgreementState = {
    abandonedOn: null,
    terminatedOn: null,
    signedOn: null,
    parties: [
      { id: 'a', signedOn: '2008-02-04' },
      { id: 'b', signedOn: null },
    ],
    renewedBy: null,
    deletedAt: null,
  }
  const signed: AgreementState = {
    ...open,
    signedOn: '2008-02-05',
    parties: open.parties.map((party) => ({ ...party, signedOn: party.signedOn ?? '2008-02-05' })),
  }
  const abandoned: AgreementState = { ...open, abandonedOn: '2008-05-01', abandonedReason: 'No budget' }
  const terminated: AgreementState = { ...signed, terminatedOn: '2009-05-01', terminatedReason: 'Merged' }
  const binned: AgreementState = { ...open, deletedAt: '2008-05-01T00:00:00.000Z' }
  const renewed: AgreementState = { ...signed, renewedBy: { id: 'n' } }

  it.each([
    ['sign', open, null],
    ['sign', signed, 'agreement_fully_signed'],
    ['sign', { ...open, parties: [] }, 'agreement_without_parties'],
    ['sign', abandoned, 'agreement_abandoned'],
    ['sign', terminated, 'agreement_terminated'],
    ['sign', binned, 'record_in_bin'],
    ['move', open, null],
    ['move', signed, 'agreement_signed'],
    ['move', abandoned, 'agreement_abandoned'],
    ['abandon', open, null],
    ['abandon', signed, 'agreement_signed'],
    ['abandon', abandoned, 'agreement_abandoned'],
    ['reopen', abandoned, null],
    ['reopen', open, 'agreement_not_abandoned'],
    ['reopen', binned, 'record_in_bin'],
    ['terminate', signed, null],
    ['terminate', open, 'agreement_not_signed'],
    ['terminate', terminated, 'agreement_terminated'],
    ['renew', signed, null],
    ['renew', terminated, null],
    ['renew', open, 'agreement_not_signed'],
    ['renew', renewed, 'agreement_already_renewed'],
    ['renew', abandoned, 'agreement_abandoned'],
    ['unsign', open, null],
    ['unsign', signed, null],
    ['unsign', terminated, 'agreement_terminated'],
    ['unsign', renewed, 'agreement_already_renewed'],
    ['unsign', binned, 'record_in_bin'],
  ] as const)('%s: case %#', (verb, state, code) => {
    expect(agreementCan[verb](state)?.code ?? null).toBe(code)
  })

  it('says when and why it ended', () => {
    expect(agreementCan.sign(abandoned)?.params).toEqual({ on: '2008-05-01', reason: 'No budget' })
    expect(agreementCan.signFor(terminated, 'a')?.params).toEqual({ on: '2009-05-01', reason: 'Merged' })
  })

  it('lets each party sign once', () => {
    expect(agreementCan.signFor(open, 'b')).toBeNull()
    expect(agreementCan.signFor(open, 'a')).toEqual({
      code: 'party_already_signed',
      params: { on: '2008-02-04' },
    })
    expect(agreementCan.signFor(open, 'c')).toEqual({ code: 'party_unknown' })
  })
})

describe('warnings about a signature', () => {
  const facts = {
    signedOn: '2008-02-04',
    memberships: [{ from: '2007-12-04', to: null }],
    membershipExpected: true,
    hasPartner: true,
    ends: '2010',
    today: '2008-09-15',
  }

  it('has none for Kansai', () => {
    expect(warningsFor(facts)).toEqual([])
  })

  it.each([
    [{ signedOn: '2007-12-03' }, ['signed_before_joining']],
    [{ memberships: [] }, ['not_a_member']],
    [{ memberships: [{ from: '2007', to: '2007-12' }] }, ['not_a_member']],
    [{ memberships: [{ from: null, to: null }] }, []],
    [{ memberships: [{ from: '2008-02', to: null }] }, []],
    [{ memberships: [{ from: '2008-03', to: null }] }, ['signed_before_joining']],
    [{ memberships: [], membershipExpected: false }, []],
    [{ signedOn: '2008-09-15' }, []],
    [{ signedOn: '2008-09-16' }, ['signed_in_future']],
    [{ signedOn: '2010-12-31', today: '2012-01-01' }, []],
    [{ signedOn: '2011-01-01', today: '2012-01-01' }, ['signed_after_end']],
    [{ hasPartner: false }, ['no_partner']],
    [{ signedOn: '2011-01-01', memberships: [] }, ['not_a_member', 'signed_in_future', 'signed_after_end']],
  ])('case %#', (change, warnings) => {
    expect(warningsFor({ ...facts, ...change })).toEqual(warnings)
  })
  it('knows when the party joins, where that is later', () => {
    const memberships = [
      { from: '2009', to: null },
      { from: '2008-06', to: '2008-07' },
      { from: '2007', to: '2007-12' },
    ]
    expect(joinsAfter({ memberships, signedOn: '2008-02-04' })).toBe('2008-06')
    expect(joinsAfter({ memberships, signedOn: '2009-02-04' })).toBeNull()
  })

  it('takes its facts from the agreement and the members of its alliance', () => {
    const parties = [
      { id: 'a', side: 'home' as const, organisation: { id: 'lyon' } },
      { id: 'b', side: 'partner' as const, organisation: { id: 'kansai' } },
    ]
    const members = [{ organisationId: 'lyon', from: '2007-12', to: null }]
    const when = { signedOn: '2008-02-04', today: '2008-09-15' }
    const allied = { alliance: { id: 'corridor' }, parties, ends: '2010' }
    const warned = (agreement: typeof allied, partyId: string) =>
      warningsFor(signatureFacts(agreement, members, { partyId, ...when }))
    expect([warned(allied, 'a'), warned(allied, 'b')]).toEqual([[], []])
    const alone = { ...allied, parties: parties.slice(0, 1) }
    expect(warned(alone, 'a')).toEqual(['no_partner'])
    expect(warningsFor(signatureFacts(allied, [], { partyId: 'a', ...when }))).toEqual(['not_a_member'])
    expect(warningsFor(signatureFacts({ ...allied, alliance: null }, [], { partyId: 'a', ...when }))).toEqual(
      [],
    )
  })
})
