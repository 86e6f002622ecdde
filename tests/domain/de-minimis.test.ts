import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AidEntry,
  aidPosition,
  aidVerdict,
  daysOverCeiling,
  type Undertaking,
  windowStart,
} from '../../src/domain/de-minimis.ts'
import { aidRegimes, regimeOn } from '../../src/domain/de-minimis-regimes.ts'

const euros = (amount: number) => amount * 100
let made = 0
const aid = (grantedOn: string, amount: number, more: Partial<AidEntry> = {}): AidEntry => ({
  id: `entry ${++made}`,
  organisationId: 'A',
  grantedOn,
  memberState: 'FR',
  basis: 'de_minimis',
  amount: euros(amount),
  ...more,
})
const alone: Undertaking = { members: ['A'], sector: 'general', fiscalYearEnd: '12-31' }
const ask = (entries: AidEntry[], day: string, amount: number, undertaking = alone) =>
  aidVerdict(undertaking, entries, { day, memberState: 'FR', amount: euros(amount) })

describe('the regulations, day by day', () => {
  it.each([
    ['2001-02-01', null, null, null],
    ['2006-12-31', '(EC) 69/2001', 100_000, null],
    ['2007-01-01', '(EC) 1998/2006', 200_000, 100_000],
    ['2013-12-31', '(EC) 1998/2006', 200_000, 100_000],
    ['2014-01-01', '(EU) 1407/2013', 200_000, 100_000],
    ['2023-12-31', '(EU) 1407/2013', 200_000, 100_000],
    ['2024-01-01', '(EU) 2023/2831', 300_000, 300_000],
  ])('%s: %s', (day, regulation, general, roadFreight) => {
    const ceilingOf = (sector: Undertaking['sector']) =>
      aidPosition({ ...alone, sector }, [], { day, memberState: 'FR' }).ceiling
    expect(regimeOn(day)?.regulation ?? null).toBe(regulation)
    expect(ceilingOf('general')).toBe(general && euros(general))
    expect(ceilingOf('road_freight')).toBe(roadFreight && euros(roadFreight))
  })

  it('leave no day out and none twice', () => {
    for (const [n, { to }] of aidRegimes.entries()) {
      const next = aidRegimes[n + 1]
      if (next)
        expect(new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)).toBe(
          next.from,
        )
      else expect(to).toBeNull()
    }
  })
})

describe('what may be granted', () => {
  it('150,000 in November 2012, then 60,000 asked for: refused in February 2014, allowed in January 2015', () => {
    const entries = [aid('2012-11-15', 150_000)]
    expect(ask(entries, '2014-02-10', 60_000)).toMatchObject({
      allowed: false,
      after: euros(210_000),
      most: euros(50_000),
      position: {
        regulation: '(EU) 1407/2013',
        sum: euros(150_000),
        ceiling: euros(200_000),
        from: '2012-01-01',
      },
    })
    expect(ask(entries, '2015-01-10', 60_000)).toMatchObject({ allowed: true, most: euros(200_000) })
  })

  it('250,000 on 1 March 2024, then 60,000: refused on 15 February 2027, allowed on 2 March 2027', () => {
    const entries = [aid('2024-03-01', 250_000)]
    expect(ask(entries, '2027-02-15', 60_000)).toMatchObject({ allowed: false, most: euros(50_000) })
    expect(ask(entries, '2027-03-01', 60_000).allowed).toBe(false)
    expect(ask(entries, '2027-03-02', 60_000)).toMatchObject({ allowed: true, most: euros(300_000) })
  })

  it('counts aid from before 2024 in the rolling window of 2023/2831', () => {
    expect(ask([aid('2022-06-01', 190_000)], '2024-05-01', 120_000)).toMatchObject({
      allowed: false,
      most: euros(110_000),
      position: { from: '2021-05-01' },
    })
  })

  it('to the last cent, and refuses the whole past it', () => {
    const entries = [aid('2024-03-01', 299_999)]
    expect(ask(entries, '2024-03-01', 1)).toMatchObject({ allowed: true, after: euros(300_000) })
    expect(ask(entries, '2024-03-01', 1.01)).toMatchObject({ allowed: false, most: 100 })
  })

  it('per Member State, per undertaking, and on that basis alone', () => {
    const entries = [
      aid('2024-03-01', 100_000, { organisationId: 'B' }),
      aid('2024-03-01', 100_000, { organisationId: 'C' }),
      aid('2024-03-01', 250_000, { memberState: 'IT' }),
      aid('2024-03-01', 250_000, { basis: 'gber_fairs' }),
      aid('2024-03-01', 250_000, { basis: 'direct_eu' }),
      aid('2025-03-01', 10_000),
    ]
    const group = { ...alone, members: ['A', 'B'] }
    const { sum, lines } = aidPosition(group, entries, { day: '2024-12-01', memberState: 'FR' })
    expect(sum).toBe(euros(100_000))
    expect(lines.map(({ reason }) => reason).sort()).toEqual([
      'after_day',
      'in_window',
      'other_basis',
      'other_basis',
      'other_member_state',
    ])
  })

  it('in road freight, less until 2023 and nothing under 69/2001', () => {
    const freight = { ...alone, sector: 'road_freight' } as const
    expect(ask([], '2008-09-15', 100_000.01, freight)).toMatchObject({ allowed: false, most: euros(100_000) })
    expect(ask([], '2024-09-15', 300_000, freight).allowed).toBe(true)
    expect(ask([], '2005-09-15', 0, freight)).toMatchObject({ allowed: false, position: { ceiling: null } })
  })

  it('entered late, not where a later award would pass its ceiling by it', () => {
    const entries = [aid('2025-06-01', 280_000)]
    expect(ask(entries, '2024-06-01', 30_000)).toMatchObject({
      allowed: false,
      most: euros(20_000),
      position: { day: '2025-06-01' },
    })
    expect(ask(entries, '2022-05-31', 30_000).allowed).toBe(true)
  })

  it('nothing where the ceiling is passed already', () => {
    const entries = [aid('2024-03-01', 310_000)]
    expect(ask(entries, '2024-04-01', 0)).toMatchObject({ allowed: false, position: { over: euros(10_000) } })
    expect(daysOverCeiling(alone, entries)).toMatchObject([{ day: '2024-03-01', over: euros(10_000) }])
  })
})

describe('the window', () => {
  it.each([
    ['2014-02-10', '12-31', '2012-01-01'],
    ['2014-12-31', '12-31', '2012-01-01'],
    ['2014-06-30', '06-30', '2011-07-01'],
    ['2014-07-01', '06-30', '2012-07-01'],
    ['2016-02-29', '02-29', '2013-03-01'],
    ['2015-03-01', '02-29', '2013-03-01'],
  ])('of fiscal years on %s, ending %s, begins %s', (day, end, start) => {
    expect(windowStart('fiscal_years', day, end)).toBe(start)
  })

  it('of three years to the day', () => {
    expect(windowStart('rolling', '2027-03-01', '06-30')).toBe('2024-03-01')
    expect(windowStart('rolling', '2024-02-29', '12-31')).toBe('2021-02-28')
  })
})

describe('any ledger', () => {
  const day = fc
    .integer({ min: Date.UTC(2004, 0, 1) / 86_400_000, max: Date.UTC(2028, 0, 1) / 86_400_000 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
  const entry = fc.record({
    id: fc.uuid(),
    organisationId: fc.constantFrom('A', 'B', 'C'),
    grantedOn: day,
    memberState: fc.constantFrom('FR', 'IT'),
    basis: fc.constantFrom('de_minimis' as const, 'gber_fairs' as const),
    amount: fc.integer({ min: 1, max: 20_000_000 }),
  })
  const ledger = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 12 })
  const group = { ...alone, members: ['A', 'B'] }

  it('sums to its entries, whatever their order', () => {
    fc.assert(
      fc.property(ledger, day, fc.integer(), (entries, on, seed) => {
        const asked = { day: on, memberState: 'FR' }
        const position = aidPosition(group, entries, asked)
        const shuffled = [...entries].sort((a, b) => order(a.id, seed) - order(b.id, seed))
        expect(aidPosition(group, shuffled, asked)).toEqual(position)
        const counted = new Set(position.lines.filter((line) => line.counted).map(({ entryId }) => entryId))
        const ours = entries.filter(({ id }) => counted.has(id))
        expect(ours.reduce((sum, { amount }) => sum + amount, 0)).toBe(position.sum)
        expect(position.lines).toHaveLength(
          entries.filter(({ organisationId }) => organisationId !== 'C').length,
        )
      }),
    )
  })

  it('stays within its ceilings by awards that are allowed', () => {
    fc.assert(
      fc.property(ledger, (asked) => {
        const granted: AidEntry[] = []
        for (const one of asked)
          if (
            one.basis !== 'de_minimis' ||
            aidVerdict(group, granted, { ...one, day: one.grantedOn }).allowed
          )
            granted.push(one)
        expect(daysOverCeiling(group, granted)).toEqual([])
      }),
    )
  })

  it('takes the most that may be offered, and not a cent more', () => {
    fc.assert(
      fc.property(ledger, day, (entries, on) => {
        const most = aidVerdict(group, entries, { day: on, memberState: 'FR', amount: 0 }).most
        const allowed = (amount: number) =>
          aidVerdict(group, entries, { day: on, memberState: 'FR', amount }).allowed
        if (most > 0) expect(allowed(most)).toBe(true)
        expect(allowed(most + 1)).toBe(false)
      }),
    )
  })
})

/** A place in an order that the seed decides. */
const order = (id: string, seed: number): number =>
  [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) + seed) % 9973, 7)
