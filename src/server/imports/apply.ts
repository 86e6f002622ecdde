import { sql } from 'kysely'
import type { applyImport as endpoint } from '../../contract/imports.ts'
import type { Context } from '../context.ts'
import { failureOf, isRetryable } from '../db/violations.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'
import { bulkTables } from './bulk.ts'
import { type HeldImport, holdImport, moveOn } from './hold.ts'
import { type DecidedRow, type Done, refusedBy } from './outcome.ts'
import { readImport } from './queries.ts'
import { writeInWaves } from './waves.ts'

/**
 * Applies the next decided rows as one change of the records. What the records refuse is told with its row, and the others
 * go on; nothing of a refused row is written.
 */
export const applyRows: Verb<typeof endpoint> = async (ctx, { params: { id }, body: { limit }, ifMatch }) => {
  const held = await holdImport(ctx, id, { seen: ifMatch, states: ['open', 'applied'] })
  const rows = await nextRows(ctx, id, limit)
  const done: Done = new Map()
  await writeWithRefusals(ctx, held, rows, done)
  await keepOutcomes(ctx, id, done)
  await moveOn(ctx, id, 'applied')
  await sign(ctx, held)
  const record = await readImport(ctx, id)
  const { create, update, skip } = record.decisions
  if (create + update + skip === 0) await takeStock(ctx)
  return record
}

/**
 * Lets the planner know how much there is where bodies or people have grown by a fifth since it last was told, or lists would be
 * asked for as if there were as few as before. PostgreSQL comes to it by itself in a minute, PGlite never does.
 */
async function takeStock({ db }: Context): Promise<void> {
  const { rows } = await sql<{ grown: boolean }>`
    select bool_or(pg_relation_size(oid) > 1.2 * relpages * current_setting('block_size')::int) as grown
    from pg_class where oid in ('organisations'::regclass, 'people'::regclass)`.execute(db)
  if (rows[0]?.grown) await sql`analyze ${sql.join(stocked.map((name) => sql.table(name)))}`.execute(db)
}

const stocked = [
  ...bulkTables,
  'search_entries',
  'search_words',
  'match_keys',
  'company_members',
  'change_sets',
  'changes',
  'import_rows',
  'import_keys',
]

/** In their order. A row that is the same as another waits for what is decided about that. */
async function nextRows(ctx: Context, id: string, limit: number): Promise<DecidedRow[]> {
  const { rows } = await sql<DecidedRow>`
    select r.position, r.draft, r.decision, r.target_id as "targetId", r.target_position as "targetPosition",
      t.record_id as "targetRecord", r.target_position is not null or exists (
        select from import_rows e where e.import_id = r.import_id and e.record_id = r.target_id and e.position < r.position) as follows
    from import_rows r left join import_rows t on t.import_id = r.import_id and t.position = r.target_position
    where r.import_id = ${id} and r.outcome is null and r.decision is not null
      and (r.target_position is null or t.outcome is not null or t.decision is not null)
    order by r.position limit ${limit}`.execute(ctx.db)
  return rows
}

/** All of them, or where something is refused each half by itself, down to the rows that it is about. */
async function writeWithRefusals(
  ctx: Context,
  held: HeldImport,
  rows: readonly DecidedRow[],
  done: Done,
): Promise<void> {
  const [first] = rows
  if (!first) return
  await sql`savepoint part`.execute(ctx.db)
  const before = new Map(done)
  try {
    await writeInWaves(ctx, held, rows, done)
    await sql`set constraints all immediate`.execute(ctx.db)
    await sql`set constraints all deferred`.execute(ctx.db)
  } catch (error) {
    const failure = error instanceof Failure ? error : failureOf(error)
    if (!failure || failure.code === 'storage_full' || isRetryable(error)) throw error
    await sql`rollback to savepoint part`.execute(ctx.db)
    done.clear()
    for (const [position, outcome] of before) done.set(position, outcome)
    if (rows.length === 1) done.set(first.position, refusedBy(failure))
    else {
      const half = Math.ceil(rows.length / 2)
      await writeWithRefusals(ctx, held, rows.slice(0, half), done)
      await writeWithRefusals(ctx, held, rows.slice(half), done)
    }
  }
  await sql`release savepoint part`.execute(ctx.db)
}

async function keepOutcomes(ctx: Context, id: string, done: Done): Promise<void> {
  const rows = [...done].map(([position, { outcome, recordId, refusal, person = null }]) => ({
    position,
    outcome,
    recordId,
    refusal,
    person,
  }))
  await sql`
    update import_rows r set outcome = d.outcome, record_id = d."recordId", refusal = d.refusal,
      -- What came of a person stands with what was read of them, and goes with it where they are erased.
      draft = case when jsonb_typeof(d.person) = 'object' then jsonb_set(r.draft, '{person}', (r.draft -> 'person') || d.person) else r.draft end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (position int, outcome text, "recordId" uuid, refusal jsonb, person jsonb)
    where r.import_id = ${id} and r.position = d.position`.execute(ctx.db)
}

/** Signs the change as the import's, where there is one: the history calls it by the table's name. */
export async function sign(ctx: Context, { id, name }: HeldImport): Promise<void> {
  await sql`
    insert into change_sets (id, at, actor_id, verb, record_id, title)
    select ${ctx.changeSetId}, ${ctx.now.toISOString()}, ${ctx.actor.id}, 'imports.apply', ${id}, ${name}
    where exists (select from changes c where c.change_set_id = ${ctx.changeSetId})`.execute(ctx.db)
}
