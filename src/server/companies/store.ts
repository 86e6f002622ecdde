import type * as z from 'zod'
import type { companyInput, companyPatch } from '../../contract/companies.ts'
import type { Context } from '../context.ts'
import { replaceChildren } from '../record.ts'

type Fields = z.output<typeof companyPatch> & Partial<z.output<typeof companyInput>>

/** The profile's own columns, of what was given. */
function profileOf(fields: Fields) {
  const columns = {
    legal_form: fields.legalForm,
    sectors: fields.sectors,
    themes: fields.themes,
    languages: fields.languages,
    export_experience: fields.exportExperience,
    exports_since: fields.exportsSince,
    export_share: hundredths(fields.exportShare),
    fiscal_year_end: fields.fiscalYearEnd,
    aid_sector: fields.aidSector,
    member_state: fields.memberState,
  }
  return Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== undefined),
  ) as typeof columns
}

/** Percent or work units with two decimals as integers; what was not given or is unknown stays so. */
export const hundredths = <T extends number | null | undefined>(value: T) =>
  (typeof value === 'number' ? Math.round(value * 100) : value) as T extends number ? number : T

/** Writes the profile and the lists that were given. */
export async function storeProfile(ctx: Context, id: string, fields: Fields): Promise<void> {
  const profile = profileOf(fields)
  if (Object.keys(profile).length > 0)
    await ctx.db
      .insertInto('company_profiles')
      .values({ id, ...profile })
      .onConflict((held) => held.column('id').doUpdateSet(profile))
      .execute()
  const owner = ['organisation_id', id] as const
  if (fields.numbers)
    await replaceChildren(ctx, {
      table: 'registration_numbers',
      path: 'numbers',
      owner,
      items: fields.numbers,
      columns: ({ scheme, value, note }) => ({ scheme, value, note }),
    })
  if (fields.addresses)
    await replaceChildren(ctx, {
      table: 'company_addresses',
      path: 'addresses',
      owner,
      items: fields.addresses,
      columns: ({ id: _, from, to, ...address }) => ({ ...address, from_date: from, to_date: to }),
    })
  if (fields.markets)
    await replaceChildren(ctx, {
      table: 'company_markets',
      path: 'markets',
      owner,
      items: fields.markets,
      columns: ({ marketId, readiness, products, interests }) => ({
        market_id: marketId,
        readiness,
        products,
        interests,
      }),
      refersTo: [{ column: 'market_id', noun: 'markets', field: 'marketId' }],
    })
  if (fields.declarations)
    await replaceChildren(ctx, {
      table: 'company_declarations',
      path: 'declarations',
      owner,
      items: fields.declarations,
      columns: ({ kind, signedOn, signatory, note }) => ({ kind, signed_on: signedOn, signatory, note }),
    })
}
