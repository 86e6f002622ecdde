import type * as z from 'zod'
import type { personInput } from '../../contract/people.ts'
import type { Context } from '../context.ts'
import { replaceChildren } from '../record.ts'

type Fields = Partial<z.output<typeof personInput>>

/** The row's own columns, of those that were given. */
export function rowOf({ givenName, familyName, nativeName, email, phone, language }: Fields) {
  const row = {
    given_name: givenName,
    family_name: familyName,
    native_name: nativeName,
    email,
    phone,
    language,
  }
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Partial<
    typeof row
  >
}

/** Writes the posts where they were given. */
export async function storePosts(ctx: Context, id: string, { posts }: Fields): Promise<void> {
  if (!posts) return
  await replaceChildren(ctx, {
    table: 'posts',
    path: 'posts',
    owner: ['person_id', id],
    items: posts,
    columns: ({ organisationId, title, from, to }) => ({
      organisation_id: organisationId,
      title,
      from_date: from,
      to_date: to,
    }),
    refersTo: [{ column: 'organisation_id', noun: 'organisations', field: 'organisationId' }],
  })
}
