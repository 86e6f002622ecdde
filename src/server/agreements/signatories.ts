import { sql } from 'kysely'
import type * as z from 'zod'
import type { signatory } from '../../contract/agreements.ts'
import type { Context } from '../context.ts'

type Signatory = z.output<typeof signatory>
type NewPerson = Exclude<Signatory, { id: string }>

/**
 * Gives the id of each signatory, adding those who are new. Nobody is added twice: a name that comes again within the
 * request is the same person, and so is one who holds a post at the organisation given.
 */
export function signatoriesOf(
  ctx: Context,
): (signatory: Signatory | null, capacity: string | null) => Promise<string | null> {
  const added = new Map<string, string>()
  return async (asked, capacity) => {
    if (!asked) return null
    if ('id' in asked) return asked.id
    const name = JSON.stringify([asked.givenName, asked.familyName, asked.nativeName])
    const id = added.get(name) ?? (await atPost(ctx, asked)) ?? (await addPerson(ctx, asked))
    added.set(name, id)
    if (asked.organisationId) await givePost(ctx, id, asked.organisationId, asked.title ?? capacity)
    return id
  }
}

async function atPost(
  ctx: Context,
  { givenName, familyName, organisationId }: NewPerson,
): Promise<string | null> {
  if (!organisationId) return null
  const { rows } = await sql<{ id: string }>`
    select p.id from people p join posts t on t.person_id = p.id
    where t.organisation_id = ${organisationId} and p.deleted_at is null
      and folded(concat_ws(' ', p.given_name, p.family_name)) = folded(concat_ws(' ', ${givenName}::text, ${familyName}::text))
    order by p.created_at, p.id limit 1`.execute(ctx.db)
  return rows[0]?.id ?? null
}

async function addPerson(ctx: Context, { givenName, familyName, nativeName }: NewPerson): Promise<string> {
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  await ctx.db
    .insertInto('people')
    .values({
      id,
      given_name: givenName,
      family_name: familyName,
      native_name: nativeName,
      created_at: at,
      updated_at: at,
    })
    .execute()
  return id
}

/** Adds a post unless the person has one there. */
async function givePost(
  ctx: Context,
  person: string,
  organisation: string,
  title: string | null,
): Promise<void> {
  await sql`
    insert into posts (id, person_id, position, organisation_id, title)
    select ${ctx.newId()}::uuid, ${person}::uuid,
      (select coalesce(max(t.position) + 1, 0) from posts t where t.person_id = ${person}::uuid), ${organisation}::uuid, ${title}::text
    where not exists (select from posts t where t.person_id = ${person}::uuid and t.organisation_id = ${organisation}::uuid)`.execute(
    ctx.db,
  )
}
