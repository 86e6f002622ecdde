import { describe, expect, it } from 'vitest'
import { type AwardAsked, awardFindings } from '../../src/domain/aid-award.ts'
import { aidVerdict } from '../../src/domain/de-minimis.ts'
import { isMemberState, lawOf } from '../../src/domain/de-minimis-regimes.ts'
import { missingPapers } from '../../src/domain/papers.ts'
import { enrolmentGate, reasonAsked } from '../../src/domain/participation.ts'

const day = '2008-09-15'
const asked = (more: Partial<AwardAsked> = {}): AwardAsked => ({
  basis: 'de_minimis',
  purpose: 'mission',
  grantedOn: day,
  amount: 100,
  eligibleCosts: null,
  status: 'small',
  papers: [{ kind: 'de_minimis', signedOn: '2008-01-10' }],
  ownersKnown: true,
  verdict: null,
  ...more,
})
const codes = (more: Partial<AwardAsked> = {}) =>
  awardFindings(asked(more)).map(({ code, blocks }) => (blocks ? `${code}!` : code))

describe('what stands against an award', () => {
  it('is nothing where all is known and in order', () => {
    expect(codes()).toEqual([])
  })

  it('warns of what is unusual', () => {
    expect(codes({ status: 'unknown' })).toEqual(['status_unknown'])
    expect(codes({ status: 'large' })).toEqual(['not_an_sme'])
    expect(codes({ status: 'not_sme' })).toEqual(['not_an_sme'])
    expect(codes({ ownersKnown: false })).toEqual(['owners_unknown'])
    expect(codes({ papers: [] })).toEqual(['declaration_missing'])
    expect(codes({ papers: [{ kind: 'de_minimis', signedOn: '2007-09-14' }] })).toEqual([
      'declaration_missing',
    ])
    expect(codes({ papers: [{ kind: 'de_minimis', signedOn: '2007-09-15' }] })).toEqual([])
    expect(codes({ papers: [{ kind: 'de_minimis', signedOn: '2008-09-16' }] })).toEqual([
      'declaration_missing',
    ])
  })

  it('is the law where it forbids', () => {
    expect(codes({ purpose: 'export_quantities' })).toEqual(['export_aid!'])
    expect(codes({ grantedOn: '2001-01-01', papers: [] })).toEqual(['no_regulation!'])
    const alone = { members: ['A'], sector: 'general', fiscalYearEnd: '12-31' } as const
    const verdict = aidVerdict(alone, [], { day, memberState: 'FR', amount: 20_000_001 })
    expect(awardFindings(asked({ verdict }))).toEqual([
      {
        code: 'ceiling_passed',
        blocks: true,
        article: '(EC) 1998/2006, Article 2(2)',
        params: {
          regulation: '(EC) 1998/2006',
          day,
          from: '2006-01-01',
          ceiling: 20_000_000,
          sum: 0,
          asked: 20_000_001,
          after: 20_000_001,
          most: 20_000_000,
        },
      },
    ])
  })

  it('at a fair is more than half of the costs, or that it is no SME', () => {
    const fair = (amount: number, of: number, status: AwardAsked['status'] = 'small') =>
      codes({ basis: 'gber_fairs', eligibleCosts: { amount, of }, status, papers: [] })
    expect(fair(50, 100)).toEqual([])
    expect(fair(51, 100)).toEqual(['fairs_intensity!'])
    expect(fair(50, 100, 'large')).toEqual(['fairs_sme_only!'])
    expect(codes({ basis: 'gber_fairs' })).toEqual(['fairs_costs_unknown'])
    expect(codes({ basis: 'gber_fairs', grantedOn: '2000-01-01' })).toEqual(['no_regulation!'])
  })

  it('on a basis that is no aid is little', () => {
    expect(codes({ basis: 'direct_eu', papers: [], ownersKnown: false })).toEqual([])
  })
})

it('every basis has its law, by the day', () => {
  expect(lawOf('de_minimis', day)).toBe('(EC) 1998/2006')
  expect(lawOf('gber_fairs', '2008-08-28')).toBe('(EC) 70/2001, Article 5(b)')
  expect(lawOf('gber_fairs', '2015-01-01')).toBe('(EU) 651/2014, Article 19')
  expect(lawOf('gber_other', '2010-01-01')).toBe('(EC) 800/2008')
  expect(lawOf('gber_other', '2007-01-01')).toBeNull()
  expect(lawOf('direct_eu', '2008-01-01')).toBe('TEC, Article 87(1)')
  expect(lawOf('no_aid', '2024-01-01')).toBe('TFEU, Article 107(1)')
  expect(lawOf('other', day)).toBeNull()
  const on = (country: string | null, day = '2008-09-15') => isMemberState(country, day)
  expect([on('FR'), on('JP'), on(null)]).toEqual([true, false, false])
  // Croatia joined on 1 July 2013; the State-aid rules bound the United Kingdom until the transition ended.
  expect([on('HR'), on('HR', '2013-06-30'), on('HR', '2013-07-01')]).toEqual([false, false, true])
  expect([on('GB', '2020-12-31'), on('GB', '2021-01-01')]).toEqual([true, false])
  expect([on('BG', '2006-12-31'), on('BG', '2007-01-01')]).toEqual([false, true])
})

describe('the gate', () => {
  const gate = (company: object) =>
    enrolmentGate({
      side: 'home',
      isCompany: true,
      clusterId: 'C',
      applicationsClose: null,
      day,
      score: { given: 0, wanted: 0 },
      company: { status: 'small', statusConfirmed: true, room: 100, missingPapers: [], ...company },
    })

  it('asks for a reason where a company is no SME or has no room, and says the rest', () => {
    expect(gate({})).toEqual([])
    expect(reasonAsked('accepted', gate({ status: 'large' }))).toBe(true)
    expect(reasonAsked('accepted', gate({ room: 0 }))).toBe(true)
    const said = gate({ status: 'unknown', room: null, missingPapers: missingPapers([], day) })
    expect(said.map(({ code }) => code)).toEqual(['sme_unknown', 'paper_missing', 'paper_missing'])
    expect(reasonAsked('accepted', said)).toBe(false)
    expect(gate({ statusConfirmed: false })).toMatchObject([{ code: 'sme_unconfirmed', notes: true }])
  })
})
