import { sql } from 'kysely'
import type { Context } from '../context.ts'

/** A row of an import that says something of a person. */
export interface ImportedRow {
  id: string
  importId: string
  position: number
}

/**
 * The rows of imports in which people stand, asked for before they are erased: rows that were taken for them; rows with their
 * mail address; rows with their name about a body that they had a post at, or that nobody has said to be about somebody else. A
 * row about a body with a person bears no id of the person.
 */
export async function importedRows(ctx: Context, ids: readonly string[]): Promise<ImportedRow[]> {
  const them = sql`${sql.val([...ids])}::uuid[]`
  const { rows } = await sql<ImportedRow>`
    with said as materialized (
      select to_jsonb(p) as row from people p where p.id = any (${them})
      union all
      select v.row from changes c cross join lateral (values (c.before), (c.after)) v (row)
      where c.table_name = 'people' and c.row_id = any (${them}) and v.row is not null
    ),
    mails as (select lower(row ->> 'email') as email from said where row ->> 'email' is not null),
    names as (
      select name_key(concat_ws(' ', row ->> 'given_name', row ->> 'family_name')) as name from said
      union select name_key(row ->> 'native_name') from said where row ->> 'native_name' is not null
    ),
    bodies as (
      select organisation_id::text as id from posts where person_id = any (${them})
      union
      select v.row ->> 'organisation_id' from changes c cross join lateral (values (c.before), (c.after)) v (row)
      where c.table_name = 'posts' and c.noun = 'people' and c.record_id = any (${them})
    )
    select r.id, r.import_id as "importId", r.position from import_rows r
    cross join lateral (
      select name_key(concat_ws(' ', r.draft -> 'person' ->> 'givenName', r.draft -> 'person' ->> 'familyName')) in (select n.name from names n) as theirs
    ) name
    where jsonb_typeof(r.draft -> 'person') = 'object' and (
      r.target_id = any (${them}) or r.record_id = any (${them})
      or lower(r.draft -> 'person' ->> 'email') in (select m.email from mails m)
      or name.theirs and coalesce(r.record_id, r.target_id)::text in (select b.id from bodies b)
      or exists (
        select from jsonb_array_elements(r.matches) m where (m ->> 'id')::uuid = any (${them})
          and (m ->> 'verdict' = 'same' or name.theirs and r.decision is distinct from 'create')))
    order by r.import_id, r.position`.execute(ctx.db)
  return rows
}

/** What imports read about one person, in the words of the person's own record. */
export async function importedAbout(ctx: Context, ids: readonly string[], most: number) {
  const rows = await importedRows(ctx, ids)
  const { rows: items } = await sql<{ importId: string; title: string; facts: Record<string, unknown> }>`
    select i.id as "importId", i.name as title, jsonb_strip_nulls(jsonb_build_object(
      'given_name', d.person -> 'givenName', 'family_name', d.person -> 'familyName', 'native_name', d.person -> 'nativeName',
      'email', d.person -> 'email', 'phone', d.person -> 'phone', 'language', d.person -> 'language', 'title', d.person -> 'jobTitle')) as facts
    from import_rows r join imports i on i.id = r.import_id cross join lateral (select r.draft -> 'person' as person) d
    where r.id = any (${sql.val(rows.map(({ id }) => id))}::uuid[])
    order by i.created_at, i.id, r.position limit ${sql.lit(most)}`.execute(ctx.db)
  return { count: rows.length, items }
}

/**
 * Takes people out of the rows that imports read: what is said of a body stays, a row about nobody else is left out of what is
 * still to be applied. `them` are those erased, `rows` what `importedRows` gave before.
 */
export async function scrubImports(
  ctx: Context,
  them: readonly string[],
  rows: readonly ImportedRow[],
  placeholder: string,
): Promise<void> {
  const ids = sql`${sql.val(rows.map(({ id }) => id))}::uuid[]`
  const ofBody = sql`jsonb_typeof(r.draft -> 'organisation') = 'object'`
  await sql`
    update import_rows r set draft = r.draft || jsonb_build_object('person', case when not ${ofBody} then (
        select jsonb_object_agg(k.key, case when k.key = 'familyName' then to_jsonb(${placeholder}::text) else 'null' end)
        from jsonb_each(r.draft -> 'person') k (key, value)) end, 'notes', '[]'::jsonb)
    where r.id = any (${ids})`.execute(ctx.db)
  await sql`
    update import_rows r set decision = 'skip', target_id = null, target_position = null
    where r.id = any (${ids}) and r.outcome is null and not ${ofBody}`.execute(ctx.db)
  const places = JSON.stringify(rows.map(({ importId, position }) => ({ importId, position })))
  await sql`
    update import_rows r set matches = coalesce((
      select jsonb_agg(m.match order by m.place) from jsonb_array_elements(r.matches) with ordinality m (match, place)
      where not coalesce((m.match ->> 'id')::uuid = any (${sql.val([...them])}::uuid[]), false)
        and not (m.match ->> 'noun' = 'people' and (r.import_id, coalesce((m.match ->> 'position')::int, -1)) in (
          select p."importId", p.position from jsonb_to_recordset(${places}::jsonb) as p ("importId" uuid, position int)))), '[]')
    where r.matches <> '[]' and exists (
      select from jsonb_array_elements(r.matches) m where m ->> 'noun' = 'people')`.execute(ctx.db)
  await sql`
    delete from import_keys k using jsonb_to_recordset(${places}::jsonb) as p ("importId" uuid, position int)
    where k.import_id = p."importId" and k.position = p.position and k.kind like 'people %'`.execute(ctx.db)
}
