import { describe, expect, it } from 'vitest'
import { smeStatus, smeTurningPoints } from '../../../src/domain/sme/status.ts'
import { accountsOf, day, facts, link, statusOf, sumsOf, type Year } from './support.ts'

const year = (heads: number | null, turnover?: number | null, balance?: number | null): Year => ({
  heads,
  turnover,
  balance,
})

describe('the ceilings of Article 2', () => {
  it.each([
    [year(9.99, 2, 9), 'micro'],
    [year(9, 9, 2), 'micro'],
    [year(10, 1, 1), 'small'],
    [year(9, 2.000_000_01, 2.000_000_01), 'small'],
    [year(49.99, 10, 99), 'small'],
    [year(50, 10, 10), 'medium'],
    [year(49, 10.000_000_01, 10.000_000_01), 'medium'],
    [year(249.99, 50, 99), 'medium'],
    [year(249, 99, 43), 'medium'],
    [year(250, 1, 1), 'large'],
    [year(249, 50.000_000_01, 43.000_000_01), 'large'],
  ] as const)('%j is %s', (figures, status) => {
    expect(statusOf({ A: figures })).toMatchObject({
      status,
      confirmed: true,
      type: 'autonomous',
      missing: [],
    })
  })
})

// Pages "Examples" of the Commission's user guide to the SME definition (2015, 2020). The percentages are the guide's; the
// guide adds shares and gives no figures, so each enterprise here has figures by which one sees whose were added.
describe('the examples of the user guide', () => {
  const abcd = { A: year(1), B: year(100), C: year(1000), D: year(10_000) }

  it('1: partners on both sides count with their percentage', () => {
    const links = [link('B', 'A', 25), link('A', 'C', 33), link('A', 'D', 49)]
    expect(sumsOf(abcd, links).heads).toBe(1 + 25 + 330 + 4900)
    expect(statusOf(abcd, links).type).toBe('partner')
  })

  it('2: linked enterprises count in full', () => {
    const links = [link('A', 'C', 51), link('A', 'D', 100), link('B', 'A', 60)]
    expect(sumsOf(abcd, links).heads).toBe(11_101)
    expect(statusOf(abcd, links).type).toBe('linked')
  })

  it('3: what is linked to a partner counts with the partner, a partner’s partner does not', () => {
    const links = [link('B', 'A', 38), link('C', 'B', 60), link('D', 'B', 40), link('E', 'A', 20)]
    const sums = sumsOf({ ...abcd, E: year(100_000) }, links)
    expect(sums.heads).toBe(1 + 38 + 380)
  })

  it('4: a university and an institutional investor that are not linked do not count', () => {
    const links = [
      link('B', 'A', 25, { holderType: 'university' }),
      link('C', 'A', 30),
      link('D', 'A', 25, { holderType: 'institutional_investor' }),
    ]
    expect(sumsOf(abcd, links).heads).toBe(1 + 300)
    expect(statusOf(abcd, links).steps.filter(({ code }) => code === 'exempt_investor')).toMatchObject([
      { article: '3(2)(b)', withId: 'B', share: 2500 },
      { article: '3(2)(c)', withId: 'D', share: 2500 },
    ])
  })

  it('5: linked to each other they hold more than half together, and count in full', () => {
    const links = [
      link('B', 'A', 25, { holderType: 'university' }),
      link('C', 'A', 25),
      link('D', 'A', 30, { holderType: 'public_investment_corporation' }),
      link('D', 'B', 51),
    ]
    expect(sumsOf(abcd, links).heads).toBe(1 + 100 + 250 + 10_000)
  })
})

describe('holdings (Article 3)', () => {
  const small = year(40, 8, 8)

  it('take the greater of capital and votes, and of cross-holdings', () => {
    const links = [
      link('A', 'B', 30, { voting: 4500 }),
      link('B', 'A', 26),
      link('A', 'C', 60, { voting: 4000 }),
    ]
    expect(sumsOf({ A: year(0), B: year(100), C: year(10) }, links).heads).toBe(45 + 6)
  })

  it('below a quarter make nobody a partner, unless linked enterprises hold together', () => {
    const enterprises = { A: year(0), B: year(100), C: year(1000) }
    expect(sumsOf(enterprises, [link('B', 'A', 24.99), link('C', 'A', 24.99)]).heads).toBe(0)
    const jointly = [link('B', 'A', 15), link('C', 'A', 15), link('B', 'C', 80)]
    expect(sumsOf(enterprises, jointly).heads).toBe(330)
  })

  it.each([
    ['b', { appointsBoard: true }],
    ['c', { dominantInfluence: true }],
    ['d', { votesByAgreement: true }],
  ] as const)('link by point (%s) whatever the share', (point, control) => {
    const result = statusOf({ A: small, B: year(300) }, [link('B', 'A', 5, control)])
    expect(result).toMatchObject({ status: 'large', type: 'linked' })
    expect(result.steps).toContainEqual(
      expect.objectContaining({ code: 'linked', article: `3(3)(${point})`, withId: 'B' }),
    )
  })

  it('link through a person where the markets are near', () => {
    const person = { holderType: 'person', sameMarket: true } as const
    const enterprises = { A: small, B: year(300) }
    const links = [link('P', 'A', 80, person), link('P', 'B', 80, person)]
    expect(statusOf(enterprises, links).status).toBe('large')
    const apart = links.map((one) => ({ ...one, sameMarket: false }))
    expect(statusOf(enterprises, apart)).toMatchObject({ status: 'small', type: 'autonomous' })
    const unknown = links.map((one) => ({ ...one, sameMarket: null }))
    expect(statusOf(enterprises, unknown)).toMatchObject({
      status: 'unknown',
      missing: [{ code: 'same_market' }, { code: 'same_market' }],
    })
  })

  it('of public bodies rule an SME out from a quarter on, directly or through what they control', () => {
    const region = { holderType: 'public_body' } as const
    expect(statusOf({ A: small }, [link('R', 'A', 24, region)]).status).toBe('small')
    expect(statusOf({ A: small }, [link('R', 'A', 25, region)]).status).toBe('not_sme')
    expect(statusOf({ A: small }, [link('R', 'A', 13, region), link('S', 'A', 12, region)]).status).toBe(
      'not_sme',
    )
    const through = [link('R', 'B', 80, region), link('B', 'A', 30)]
    expect(statusOf({ A: small, B: small }, through).status).toBe('not_sme')
  })

  it('of a small local authority do not; of one whose size is unknown they may', () => {
    const village = { holderType: 'local_authority', budget: 900_000_000, inhabitants: 4999 } as const
    const status = (more: object) => statusOf({ A: small }, [link('V', 'A', 40, { ...village, ...more })])
    expect(status({}).status).toBe('small')
    expect(status({ inhabitants: 5000 }).status).toBe('not_sme')
    expect(status({ budget: 1_000_000_000 }).status).toBe('not_sme')
    expect(status({ budget: null })).toMatchObject({
      status: 'unknown',
      missing: [{ code: 'authority_size' }],
    })
  })

  it('of business angels do not count below 1,250,000 euros together', () => {
    const angel = (invested: number | null) => ({ holderType: 'business_angel', invested }) as const
    const enterprises = { A: small, B: year(1000), C: year(1000) }
    const links = (b: number | null, c: number) => [
      link('B', 'A', 25, angel(b)),
      link('C', 'A', 25, angel(c)),
    ]
    expect(statusOf(enterprises, links(60_000_000, 64_999_999)).status).toBe('small')
    expect(statusOf(enterprises, links(60_000_000, 65_000_000)).status).toBe('large')
    expect(statusOf(enterprises, links(null, 1))).toMatchObject({
      status: 'unknown',
      missing: [{ code: 'investment' }],
    })
  })

  it('count on the days on which they are in force', () => {
    const given = facts({ A: small, B: year(300) }, [
      link('B', 'A', 60, { from: '2008-03', to: '2008-08-31' }),
    ])
    const on = (asOf: string) => smeStatus('A', given, asOf).status
    expect([on('2008-02-29'), on('2008-03-01'), on('2008-08-31'), on('2008-09-01')]).toEqual([
      'small',
      'large',
      'large',
      'small',
    ])
  })
})

describe('group accounts (Article 6(2))', () => {
  it('stand for what is controlled below', () => {
    const links = [link('A', 'B', 80), link('B', 'C', 80), link('A', 'D', 30)]
    const own = { A: { ...year(30), consolidated: true }, B: year(20), C: year(5), D: year(10) }
    expect(sumsOf(own, links).heads).toBe(33)
    const above = { A: year(30), B: year(20), C: year(5), D: { ...year(100), consolidated: true } }
    expect(sumsOf(above, [link('D', 'A', 60), link('A', 'B', 80)]).heads).toBe(100)
  })

  it('of two that hold each other count once', () => {
    const both = { A: { ...year(30), consolidated: true }, B: { ...year(30), consolidated: true } }
    expect(sumsOf(both, [link('A', 'B', 80), link('B', 'A', 80)]).heads).toBe(30)
  })
})

// The table of the guide on Article 4(2): the reference period, the one before, and the one before that.
describe('two consecutive periods (Article 4(2))', () => {
  const [sme, not] = [year(200, 40, 40), year(300, 60, 60)]
  it.each([
    ['SME, not, SME', [sme, not, sme], 'medium'],
    ['SME, SME, not', [sme, sme, not], 'medium'],
    ['SME, not, not', [sme, not, not], 'large'],
    ['not, SME, SME', [not, sme, sme], 'medium'],
    ['not, not, SME', [not, not, sme], 'large'],
    ['not, SME, not', [not, sme, not], 'large'],
  ] as const)('%s', (_, years, status) => {
    expect(statusOf({ A: [...years] })).toMatchObject({ status })
  })

  it('goes only as far as both periods do', () => {
    expect(statusOf({ A: [year(300), year(60, 1), year(40, 1), year(40, 1)] }).status).toBe('medium')
    expect(statusOf({ A: [year(5, 1), year(40, 1), year(60, 1), year(60, 1)] }).status).toBe('small')
  })

  it('says where one period is all there is', () => {
    expect(statusOf({ A: [sme] })).toMatchObject({
      status: 'medium',
      confirmed: false,
      missing: [{ code: 'earlier_accounts', enterpriseId: 'A' }],
    })
    expect(statusOf({ A: [sme] }, [], { A: '2007' })).toMatchObject({ status: 'medium', confirmed: true })
    // A year is left out between the two.
    const apart = {
      ...facts({ A: [sme] }),
      accounts: [accountsOf('A', '2007-12-31', sme), accountsOf('A', '2005-12-31', not)],
    }
    expect(smeStatus('A', apart, day)).toMatchObject({ status: 'medium', confirmed: false })
  })

  it('says of which earlier year a partner’s figures are missing from the sum', () => {
    const known = statusOf(
      { A: [year(14, 1, 1), year(14, 1, 1), year(14, 1, 1)], B: [year(600, 90, 90), year(600, 90, 90)] },
      [link('B', 'A', 30)],
    )
    const missing = known.steps.filter(({ code }) => code === 'figures_missing')
    expect(missing).toEqual([
      { code: 'figures_missing', article: '6(2)', enterpriseId: 'B', closedOn: '2005-12-31' },
    ])
  })

  it('is counted anew with today’s owners: a take-over counts at once', () => {
    expect(statusOf({ A: [sme, sme], B: [not, not] }, [link('B', 'A', 70, { from: '2008-06' })]).status).toBe(
      'large',
    )
  })
})

describe('new enterprises (Article 4(3))', () => {
  const estimate = (closedOn: string) => accountsOf('A', closedOn, { ...year(5, 1, 1), basis: 'estimated' })
  const of = (founded: string | null, asOf = day) =>
    smeStatus(
      'A',
      { enterprises: [{ id: 'A', founded }], accounts: [estimate('2008-12-31')], links: [] },
      asOf,
    )

  it('may estimate', () => {
    expect(of('2008-02')).toMatchObject({ status: 'micro', confirmed: true })
    expect(of('2008-02').steps).toContainEqual(expect.objectContaining({ code: 'estimate', article: '4(3)' }))
  })

  it('may not for ever, and say when they were founded', () => {
    expect(of('2001')).toMatchObject({ status: 'unknown', missing: [{ code: 'approved_accounts' }] })
    expect(of(null)).toMatchObject({ status: 'micro', confirmed: false, missing: [{ code: 'founded' }] })
  })
})

describe('what is unknown', () => {
  it('gives "unknown", with what is missing', () => {
    expect(statusOf({ A: [] })).toMatchObject({
      status: 'unknown',
      missing: [{ code: 'accounts', enterpriseId: 'A' }],
    })
    expect(statusOf({ A: year(null, 1, 1) })).toMatchObject({
      status: 'unknown',
      missing: [{ code: 'headcount' }],
    })
    expect(statusOf({ A: year(5, 5, null) })).toMatchObject({
      status: 'unknown',
      missing: [{ code: 'turnover_or_balance_sheet', closedOn: '2007-12-31' }],
    })
    const partner = statusOf({ A: year(40, 1, 1), B: [] }, [link('B', 'A', 30)])
    expect(partner).toMatchObject({ status: 'unknown', missing: [{ code: 'accounts', enterpriseId: 'B' }] })
    const share = [link('B', 'A', null)]
    expect(statusOf({ A: year(5, 1, 1), B: year(5, 1, 1) }, share)).toMatchObject({
      status: 'unknown',
      missing: [{ code: 'share', linkId: share[0]?.id }],
    })
  })

  it('is not asked for where it makes no difference', () => {
    expect(statusOf({ A: year(9, 2, null) })).toMatchObject({ status: 'micro', confirmed: true, missing: [] })
    expect(statusOf({ A: year(300) })).toMatchObject({ status: 'large', missing: [] })
    expect(statusOf({ A: year(300), B: [] }, [link('B', 'A', 30)])).toMatchObject({
      status: 'large',
      missing: [],
    })
  })

  it('is what accounts too old tell', () => {
    const given = facts({ A: year(5, 1, 1) })
    expect(smeStatus('A', given, '2009-12-31').status).toBe('micro')
    expect(smeStatus('A', given, '2010-01-01')).toMatchObject({
      status: 'unknown',
      missing: [{ code: 'recent_accounts' }],
    })
    expect(smeStatus('A', given, '2006-12-30')).toMatchObject({
      status: 'unknown',
      missing: [{ code: 'accounts' }],
    })
  })
})

describe('amounts in other currencies', () => {
  const yen = (rate: string | null) => ({
    ...facts({}),
    accounts: closingsOf(rate),
  })
  const closingsOf = (rate: string | null) =>
    ['2007-12-31', '2006-12-31'].map((closedOn) => ({
      ...accountsOf('A', closedOn, year(5)),
      turnover: 400_000_000,
      balanceSheet: 400_000_000,
      currency: 'JPY',
      rate,
    }))

  it('are given in euros at the rate of the accounts', () => {
    // 400 million yen at 164.93 a euro, the ECB's rate of 31 December 2007.
    const result = smeStatus('A', yen('164.93'), day)
    expect(result).toMatchObject({ status: 'small', total: { turnover: { known: 242_527_133 } } })
    expect(smeStatus('A', yen('250'), day).status).toBe('micro')
  })

  it('need the rate', () => {
    expect(smeStatus('A', yen(null), day)).toMatchObject({ status: 'unknown', missing: [{ code: 'rate' }] })
  })
})

it('knows the days between which nothing changes', () => {
  const given = facts({ A: [year(5)] }, [link('B', 'A', 60, { from: '2008-03', to: '2008-08' })], {
    A: '2006-05',
  })
  expect(smeTurningPoints(given)).toEqual([
    '2007-12-31',
    '2008-03-01',
    '2008-05-02',
    '2008-09-01',
    '2010-01-01',
  ])
})
