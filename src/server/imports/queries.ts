import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { ImportRow } from '../../contract/import-row.ts'
import type { ImportRecord, listImportRows, listImports } from '../../contract/imports.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { readCursor, writeCursor } from '../list.ts'

const count = (which: RawBuilder<unknown>) => sql`count(*) filter (where ${which})::int`

/** Counted only where its columns tell of people: it reads every row. */
const peopleOf = sql`(
    select json_build_object('created', count(*) filter (where p.outcome = 'created')::int, 'updated', count(*) filter (where p.outcome = 'updated')::int)
    from (
      select distinct t.draft -> 'person' ->> 'recordId' as id, t.draft -> 'person' ->> 'outcome' as outcome from import_rows t
      where t.import_id = i.id and t.outcome is not null
        and (i.mapping = '[]' or jsonb_exists_any(i.mapping, array['personName', 'givenName', 'familyName']))
    ) p)`

const importsWhere = (condition: RawBuilder<unknown>) => sql<ImportRecord>`
  select i.id, i.version, i.name, i.source, i.headers, i.mapping, i.on_update as "onUpdate", i.state,
    i.created_at as "createdAt", i.updated_at as "updatedAt", r.*, ${peopleOf} as people,
    (select count(*)::int from change_sets s where s.record_id = i.id and s.verb = 'imports.apply' and s.undone_by is null) as parts
  from imports i
  cross join lateral (
    select count(*)::int as rows,
      json_build_object('same', ${count(sql`verdict = 'same'`)}, 'perhaps', ${count(sql`verdict = 'perhaps'`)}, 'new', ${count(sql`verdict = 'new'`)}) as verdicts,
      json_build_object(
        'create', ${count(sql`outcome is null and decision = 'create'`)}, 'update', ${count(sql`outcome is null and decision = 'update'`)},
        'skip', ${count(sql`outcome is null and decision = 'skip'`)}, 'undecided', ${count(sql`outcome is null and decision is null`)}) as decisions,
      json_build_object(
        'created', ${count(sql`outcome = 'created'`)}, 'updated', ${count(sql`outcome = 'updated'`)}, 'unchanged', ${count(sql`outcome = 'unchanged'`)},
        'skipped', ${count(sql`outcome = 'skipped'`)}, 'refused', ${count(sql`outcome = 'refused'`)}) as outcomes
    from import_rows t where t.import_id = i.id
  ) r
  where ${condition}`

export async function readImport(ctx: Context, id: string): Promise<ImportRecord> {
  const { rows } = await importsWhere(sql`i.id = ${id}`).execute(ctx.db)
  const found = rows[0]
  if (!found) throw new Failure('not_found', 'There is no such import')
  return found
}

const sort = '-createdAt'

/** Newest first. */
export async function listImportsOf(ctx: Context, asked: z.output<typeof listImports.query>) {
  const after = asked.cursor === undefined ? null : readCursor(asked.cursor, sort)
  const { rows: page } = await sql<{ id: string; key: string }>`
    select id, created_at::text as key from imports
    where ${after ? sql`(created_at, id) < (${after.value}::timestamptz, ${after.id}::uuid)` : sql`true`}
    order by created_at desc, id desc limit ${asked.limit + 1}`.execute(ctx.db)
  const shown = page.slice(0, asked.limit)
  const last = page.length > asked.limit ? shown.at(-1) : undefined
  const ids = sql`${sql.val(shown.map(({ id }) => id))}::uuid[]`
  const { rows: items } = await sql<ImportRecord>`
    ${importsWhere(sql`i.id = any (${ids})`)} order by i.created_at desc, i.id desc`.execute(ctx.db)
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total from imports`.execute(
    ctx.db,
  )
  return {
    items,
    next: last ? writeCursor({ sort, value: last.key, id: last.id }) : null,
    total: counted[0]?.total ?? 0,
  }
}

/** An import's rows in their order, narrowed. */
export async function listRows(ctx: Context, id: string, asked: z.output<typeof listImportRows.query>) {
  await readImport(ctx, id)
  const order = 'position'
  const after = asked.cursor === undefined ? null : readCursor(asked.cursor, order)
  const among = (column: string, values: readonly string[] | undefined) =>
    values?.length ? sql`${sql.ref(column)} = any (${sql.val([...values])}::text[])` : sql`true`
  const narrowed = sql`t.import_id = ${id} and ${among('t.verdict', asked.verdict)} and ${among('t.outcome', asked.outcome)}
    and ${
      asked.decision?.length
        ? sql`coalesce(t.decision, 'undecided') = any (${sql.val([...asked.decision])}::text[]) and t.outcome is null`
        : sql`true`
    }`
  const { rows } = await sql<ImportRow>`
    select t.id, t.position, t.line, t.draft #- '{person,recordId}' #- '{person,outcome}' as draft, t.verdict, t.matches, t.decision, t.target_id as "targetId",
      t.target_position as "targetPosition", t.outcome, t.record_id as "recordId", t.refusal,
      case when t.draft -> 'person' ->> 'outcome' is not null then
        json_build_object('recordId', t.draft -> 'person' -> 'recordId', 'outcome', t.draft -> 'person' -> 'outcome') end as person
    from import_rows t
    where ${narrowed} and ${after ? sql`t.position > ${Number(after.value)}` : sql`true`}
    order by t.position limit ${asked.limit + 1}`.execute(ctx.db)
  const { rows: counted } = await sql<{
    total: number
  }>`select count(*)::int as total from import_rows t where ${narrowed}`.execute(ctx.db)
  const items = rows.slice(0, asked.limit)
  const last = rows.length > asked.limit ? items.at(-1) : undefined
  return {
    items,
    next: last ? writeCursor({ sort: order, value: String(last.position), id: last.id }) : null,
    total: counted[0]?.total ?? 0,
  }
}
