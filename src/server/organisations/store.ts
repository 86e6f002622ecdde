import type * as z from 'zod'
import type { organisationInput } from '../../contract/organisations.ts'
import type { Context } from '../context.ts'
import { replaceChildren } from '../record.ts'

type Fields = Partial<z.output<typeof organisationInput>>

const columns = [
  'name',
  'kinds',
  'focus',
  'country',
  'region',
  'town',
  'latitude',
  'longitude',
  'founded',
  'colour',
] as const

/** The row's own columns, of those that were given. */
export function rowOf(fields: Fields) {
  return Object.fromEntries(
    columns.filter((column) => fields[column] !== undefined).map((column) => [column, fields[column]]),
  ) as Pick<Fields, (typeof columns)[number]>
}

/** Writes the lists that were given: other names, websites, affiliations. */
export async function storeLists(
  ctx: Context,
  id: string,
  { names, websites, affiliations }: Fields,
): Promise<void> {
  const owner = ['organisation_id', id] as const
  if (names) {
    await replaceChildren(ctx, {
      table: 'organisation_names',
      path: 'names',
      owner,
      items: names,
      columns: ({ name, kind, from, to }) => ({ name, kind, from_date: from, to_date: to }),
    })
  }
  if (websites) {
    await replaceChildren(ctx, {
      table: 'organisation_websites',
      path: 'websites',
      owner,
      items: websites,
      columns: ({ url, from, to }) => ({ url, from_date: from, to_date: to }),
    })
  }
  if (affiliations) {
    await replaceChildren(ctx, {
      table: 'affiliations',
      path: 'affiliations',
      owner,
      items: affiliations,
      columns: ({ toId, role, detail, from, to }) => ({
        to_id: toId,
        role,
        detail,
        from_date: from,
        to_date: to,
      }),
      refersTo: [{ column: 'to_id', noun: 'organisations', field: 'toId' }],
    })
  }
}
