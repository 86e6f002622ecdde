import type * as z from 'zod'
import type { allianceInput } from '../../contract/alliances.ts'
import type { Context } from '../context.ts'
import { replaceChildren } from '../record.ts'

type Fields = Partial<z.output<typeof allianceInput>>

const columns = ['name', 'description', 'starts', 'ends'] as const

/** The row's own columns, of those that were given. */
export function rowOf(fields: Fields) {
  return Object.fromEntries(
    columns.filter((column) => fields[column] !== undefined).map((column) => [column, fields[column]]),
  ) as Pick<Fields, (typeof columns)[number]>
}

/** Writes the memberships where they were given. */
export async function storeParts(ctx: Context, id: string, { members }: Fields): Promise<void> {
  if (!members) return
  await replaceChildren(ctx, {
    table: 'alliance_members',
    path: 'members',
    owner: ['alliance_id', id],
    items: members,
    columns: ({ organisationId, role, region, from, to }) => ({
      organisation_id: organisationId,
      role,
      region,
      from_date: from,
      to_date: to,
    }),
    refersTo: [{ column: 'organisation_id', noun: 'organisations', field: 'organisationId' }],
  })
}
