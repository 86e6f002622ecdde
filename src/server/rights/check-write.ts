import { sql } from 'kysely'
import type { Endpoint } from '../../contract/endpoint.ts'
import { rightOf, rightToRead } from '../../contract/rights.ts'
import { type Reach, type Right, reaches } from '../../domain/rights.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { may, notYours, reachIn } from './authorise.ts'
import { holdingOf, kindOf, type Rows } from './holders.ts'

/** What hangs on a record of any noun. */
const dossierTables = ['notes', 'tasks', 'documents', 'citations', 'statements']

interface Touched {
  table: string
  noun: string | null
  ids: string[]
}

/**
 * Refuses a write that went further than the actor's rights: every record that it touched must have been of a cluster or an
 * alliance that the right is given for, and must still be. Asked once, at the end of every write, whatever the verb: what an undo,
 * an import or a merge touches is checked by the same rule as what a form changes.
 */
export async function checkWrite(
  ctx: Context,
  endpoint: Pick<Endpoint, 'id' | 'access'>,
  params: Record<string, string>,
): Promise<void> {
  if (!ctx.actor.appointments) return
  const asked = [rightOf(endpoint), ...(await undoneRights(ctx, endpoint, params))]
  const reaching = asked.map((right) => {
    const reach = reachIn(ctx.actor, right)
    if (reach === null) throw new Failure('right_missing', 'None of your roles lets you do this')
    return reach
  })
  const narrow = reaching.filter((reach) => reach !== 'everywhere')
  const touched = await touchedBy(ctx)
  // What is undone may be of another noun than a token reads, and the answer tells of it.
  if (ctx.actor.token && endpoint.id === 'history.undo')
    for (const { noun } of touched)
      if (noun && !may(ctx.actor, rightToRead(noun)))
        throw new Failure('scope_missing', 'The token may not read what this is about')
  for (const { table, noun } of touched)
    if (dossierTables.includes(table) && noun && !may(ctx.actor, rightToRead(noun)))
      throw new Failure('right_missing', 'None of your roles lets you read what this is about')
  if (narrow.length === 0) return
  for (const [kind, ids] of byKind(touched))
    for (const state of ['before', 'after'] as const) await mustReach(ctx, kind, ids, state, narrow)
}

/** Undoing asks for the right to what is undone; an undo of an undo, to what comes back. */
async function undoneRights(
  ctx: Context,
  { id: verb }: Pick<Endpoint, 'id'>,
  params: Record<string, string>,
): Promise<(Right | null)[]> {
  if (verb !== 'history.undo') return []
  const { rows } = await sql<{ verb: string }>`
    with recursive chain as (
      select id, verb, undo_of from change_sets where id = ${params.id}
      union all
      select s.id, s.verb, s.undo_of from change_sets s join chain c on s.id = c.undo_of)
    select verb from chain where undo_of is null`.execute(ctx.db)
  return rows.map((row) => rightOf({ id: row.verb, access: 'write' }))
}

async function touchedBy(ctx: Context): Promise<Touched[]> {
  const { rows } = await sql<Touched & { row_ids: string[] }>`
    select table_name as "table", noun, json_agg(distinct record_id) as ids, json_agg(distinct row_id) as row_ids
    from changes where change_set_id = ${ctx.changeSetId} group by table_name, noun`.execute(ctx.db)
  return rows.map(({ table, noun, ids, row_ids }) => ({
    table,
    noun,
    ids: kindOf(table, noun) === table && noun !== table ? row_ids : ids,
  }))
}

function byKind(touched: readonly Touched[]): Map<string, Set<string>> {
  const kinds = new Map<string, Set<string>>()
  for (const { table, noun, ids } of touched) {
    const kind = kindOf(table, noun)
    if (kind) kinds.set(kind, new Set([...(kinds.get(kind) ?? []), ...ids]))
  }
  return kinds
}

async function mustReach(
  ctx: Context,
  kind: string,
  ids: ReadonlySet<string>,
  state: 'before' | 'after',
  narrow: readonly Reach[],
): Promise<void> {
  const rows = state === 'after' ? rowsNow(ids) : rowsBefore(ids, ctx.changeSetId ?? '')
  for (const { holders } of await holdersOf(ctx, kind, rows))
    if (!narrow.every((reach) => reaches(reach, holders, holdingOf(kind).closed))) throw notYours()
}

/** Whose everything of a kind is that there is among the rows. */
export async function holdersOf(
  ctx: Pick<Context, 'db'>,
  kind: string,
  rows: Rows,
): Promise<{ id: string; holders: string[] }[]> {
  const { table, holders } = holdingOf(kind)
  const { rows: found } = await sql<{ id: string; holders: string[] }>`
    with held (id, holder) as materialized (${holders(rows)})
    select r.id, coalesce((select json_agg(distinct h.holder) from held h where h.id = r.id and h.holder is not null), '[]') as holders
    from ${rows(table, 'id')} r`.execute(ctx.db)
  return found
}

const anyOf = (ids: ReadonlySet<string>) => sql`any (${sql.val([...ids])}::uuid[])`

/** As they are. */
export const rowsNow =
  (ids: ReadonlySet<string>): Rows =>
  (table, column) =>
    sql`(select t.* from ${sql.table(table)} t where t.${sql.ref(column)} = ${anyOf(ids)})`

/** As they were before a change set: what it left alone, and of what it touched the first that it noted. */
const rowsBefore =
  (ids: ReadonlySet<string>, changeSet: string): Rows =>
  (table, column) => {
    const held = sql.table(table)
    const noted = sql`c.change_set_id = ${changeSet} and c.table_name = ${table}`
    return sql`(
      select t.* from ${held} t
      where t.${sql.ref(column)} = ${anyOf(ids)} and not exists (select from changes c where ${noted} and c.row_id = t.id)
      union all
      select w.* from (
        select distinct on (c.row_id) c.before from changes c where ${noted} order by c.row_id, c.seq) f
      cross join lateral jsonb_populate_record(null::${held}, f.before) w
      where f.before is not null and w.${sql.ref(column)} = ${anyOf(ids)})`
  }
