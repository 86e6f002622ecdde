import { type RawBuilder, sql } from 'kysely'
import type { OrganisationTraits } from '../../domain/matching/organisations.ts'
import type { PersonTraits } from '../../domain/matching/people.ts'
import { webDomain } from '../../domain/matching/web-domain.ts'
import type { Context } from '../context.ts'

/** Rows about bodies and rows about people, which are matched with records of their own noun. */
export type Noun = 'organisations' | 'people'

/** As many records or rows of one key are compared: a key that very many share says little. */
const mostOfKey = 30

interface Keyed {
  position: number
  noun: Noun
  names: string[]
  town: string | null
  given: string | null
  family: string | null
  hosts: string[]
  numbers: { scheme: string; value: string }[]
  email: string | null
}

export const organisationKeyed = (position: number, traits: OrganisationTraits): Keyed => ({
  position,
  noun: 'organisations',
  names: [traits.name, ...(traits.names ?? []).map(({ name }) => name)],
  town: traits.town ?? null,
  given: null,
  family: null,
  hosts: (traits.addresses ?? []).flatMap((address) => {
    const domain = webDomain(address)
    return domain ? [`https://${domain}`, ...(/^https?:/i.test(address) ? [address] : [])] : []
  }),
  numbers: [...(traits.numbers ?? [])],
  email: null,
})

export const personKeyed = (
  position: number,
  traits: PersonTraits & { given: string | null; family: string },
): Keyed => ({
  position,
  noun: 'people',
  names: [traits.name, ...(traits.nativeName ? [traits.nativeName] : [])],
  town: null,
  given: traits.given,
  family: traits.family,
  hosts: [],
  numbers: [],
  email: traits.email ?? null,
})

/** The keys of rows, made by the functions that make those of records (`match_keys_wanted`). */
const keysOf = (rows: readonly Keyed[]): RawBuilder<unknown> => sql`
  select g.position, g.noun, k.kind, left(k.key, 200) as key
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g
    (position int, noun text, names jsonb, town text, given text, family text, hosts jsonb, numbers jsonb, email text)
  cross join lateral (
    select 'name' as kind, name_key(n.value) as key from jsonb_array_elements_text(g.names) n (value)
    union select 'start', left(replace(words_of(g.names ->> 0), ' ', ''), 7) || words_of(g.town)
      where g.noun = 'organisations' and g.town is not null
    union select 'number', number_key(n.value ->> 'scheme', n.value ->> 'value') from jsonb_array_elements(g.numbers) n (value)
    union select 'domain', own_host(h.value) from jsonb_array_elements_text(g.hosts) h (value)
    union select 'email', lower(g.email) where g.email is not null
    union select 'start', left(words_of(g.given), 2) || words_of(g.family) where g.noun = 'people' and g.given is not null
    -- Or each would be made twice: for the condition, and for the row.
    offset 0
  ) k
  where k.key is not null`

export interface Candidate {
  position: number
  noun: Noun
  /** A record, or a row of the import that stands before this one. */
  recordId: string | null
  other: number | null
}

/** Keeps the keys of these rows, and finds the records and the rows before them that share one. */
export async function candidatesOf(
  ctx: Context,
  importId: string,
  rows: readonly Keyed[],
): Promise<Candidate[]> {
  const positions = sql`${sql.val(rows.map(({ position }) => position))}::int[]`
  await sql`delete from import_keys where import_id = ${importId} and position = any (${positions})`.execute(
    ctx.db,
  )
  await sql`
    insert into import_keys (import_id, kind, key, position)
    select ${importId}::uuid, k.noun || ' ' || k.kind, k.key, k.position from (${keysOf(rows)}) k
    on conflict do nothing`.execute(ctx.db)
  // The keys of records have the collation of the database: compared in another, their index would stand aside.
  const { rows: found } = await sql<Candidate>`
    with asked as materialized (
      select i.position, split_part(i.kind, ' ', 1) collate "default" as noun, split_part(i.kind, ' ', 2) collate "default" as kind,
        i.key collate "default" as text, i.kind as both, i.key
      from import_keys i where i.import_id = ${importId} and i.position = any (${positions}))
    select distinct a.position, a.noun, c.record_id as "recordId", null::int as other
    from asked a cross join lateral (
      select m.record_id from match_keys m where m.noun = a.noun and m.kind = a.kind and m.key = a.text
      order by m.record_id limit ${sql.lit(mostOfKey)}) c
    union all
    select distinct a.position, a.noun, null::uuid, c.position
    from asked a cross join lateral (
      select i.position from import_keys i where i.import_id = ${importId} and i.kind = a.both and i.key = a.key
        and i.position < a.position order by i.position limit ${sql.lit(mostOfKey)}) c`.execute(ctx.db)
  return found
}
