import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aidableMinor, aidFlawsOf, canBeAid } from '../../../src/domain/expense-aid.ts'
import { funderKinds } from '../../../src/domain/grant.ts'

const pass = { companyId: 'garoncyte', eligible: 157_500, currency: 'JPY', cancelledOn: null }
const aid = { companyId: 'garoncyte', minor: 157_500, currency: 'JPY' }

describe('what of an expense can be state aid', () => {
  test('is what grants bear, but for money that the Commission manages itself', () => {
    expect(funderKinds.filter((kind) => !canBeAid(kind))).toEqual(['eu_direct', 'private'])
    expect(aidableMinor([{ minor: 60_000, funders: ['national', 'national'] }])).toBe(60_000)
    expect(
      aidableMinor([
        { minor: 60_000, funders: ['national'] },
        { minor: 40_000, funders: ['eu_direct'] },
      ]),
    ).toBe(60_000)
    // Co-funded by a region: the whole grant can be.
    expect(aidableMinor([{ minor: 40_000, funders: ['eu_direct', 'regional'] }])).toBe(40_000)
    // Nobody has said whose money it is.
    expect(aidableMinor([{ minor: 40_000, funders: [] }])).toBe(40_000)
  })
})

describe('an expense and the aid given by it', () => {
  test('agree where the company is the same and no more was given than it came to', () => {
    expect(aidFlawsOf(pass, [])).toEqual([])
    expect(aidFlawsOf(pass, [aid])).toEqual([])
    expect(aidFlawsOf({ ...pass, companyId: null, cancelledOn: '2008-08-01' }, [])).toEqual([])
    expect(aidFlawsOf({ ...pass, companyId: 'rhodavax' }, [aid])).toEqual(['other_company'])
    expect(aidFlawsOf({ ...pass, companyId: null }, [aid])).toEqual(['other_company'])
    expect(aidFlawsOf({ ...pass, cancelledOn: '2008-08-01' }, [aid])).toEqual(['cancelled'])
    expect(aidFlawsOf({ ...pass, eligible: 157_499 }, [aid])).toEqual(['more_than_expense'])
    expect(aidFlawsOf(pass, [aid, { ...aid, minor: 1 }])).toEqual(['more_than_expense'])
    expect(aidFlawsOf(pass, [{ ...aid, minor: 999_999, currency: 'EUR' }])).toEqual([])
  })

  test('agree for every split of no more than the expense, and no longer for a unit more', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 8 }), (parts) => {
        const eligible = parts.reduce((sum, part) => sum + part, 0)
        const entries = parts.map((minor) => ({ ...aid, minor }))
        expect(aidFlawsOf({ ...pass, eligible }, entries)).toEqual([])
        expect(aidFlawsOf({ ...pass, eligible }, [...entries, { ...aid, minor: 1 }])).toEqual([
          'more_than_expense',
        ])
      }),
    )
  })
})
