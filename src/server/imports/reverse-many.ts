import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { failureOf, isRetryable } from '../db/violations.ts'
import { Failure } from '../failure.ts'
import { type Change, type NotedColumns, reverse } from '../history/reverse.ts'
import { touch } from '../record.ts'
import { type BulkTable, bulkTables, inBulk } from './bulk.ts'

type Op = 'add' | 'change' | 'remove'

interface Run {
  table: string
  op: Op
  changes: Change[]
}

const opOf = ({ before, after }: Change): Op =>
  before === null ? 'add' : after === null ? 'remove' : 'change'

/** Changes that stand behind each other and are of one kind, so that one statement takes them back. */
function runsOf(changes: readonly Change[]): Run[] {
  const runs: Run[] = []
  for (const change of changes) {
    const op = opOf(change)
    const last = runs.at(-1)
    const repeats = op === 'change' && last?.changes.some(({ rowId }) => rowId === change.rowId)
    if (last && last.table === change.table && last.op === op && !repeats) last.changes.push(change)
    else runs.push({ table: change.table, op, changes: [change] })
  }
  return runs
}

/** Takes changes back, the last first. 409 `undo_blocked` where something refers to what is to vanish. */
export async function reverseMany(
  ctx: Context,
  changes: readonly Change[],
  noted: NotedColumns,
): Promise<void> {
  const recordsOf = (noun: string) => [
    ...new Set(
      changes.flatMap((change) => (change.noun === noun && change.recordId ? [change.recordId] : [])),
    ),
  ]
  const touched = { organisations: recordsOf('organisations'), people: recordsOf('people') }
  for (const noun of ['organisations', 'people'] as const)
    await sql`select id from ${sql.table(noun)} where id = any (${sql.val(touched[noun])}::uuid[]) order by id for update`.execute(
      ctx.db,
    )
  const runs = runsOf(changes)
  // What others are found by is changed back with all that follows; what was added goes many at a time.
  for (const part of splitBy(runs, isBulk)) {
    const work = async () => {
      for (const run of part.runs) await takeBack(ctx, run, noted)
    }
    if (part.bulk) await inBulk(ctx, touched, work)
    else await work()
  }
  await orBlocked(ctx, () => sql`set constraints all immediate`.execute(ctx.db))
  const own = new Set(changes.map(({ rowId }) => rowId))
  for (const noun of ['organisations', 'people'] as const)
    for (const id of touched[noun]) if (!own.has(id)) await touch(ctx, noun, id)
}

const isBulk = ({ table, op }: Run) => op === 'add' && bulkTables.includes(table as BulkTable)

function splitBy(runs: readonly Run[], bulk: (run: Run) => boolean): { bulk: boolean; runs: Run[] }[] {
  const parts: { bulk: boolean; runs: Run[] }[] = []
  for (const run of runs) {
    const last = parts.at(-1)
    if (last && last.bulk === bulk(run)) last.runs.push(run)
    else parts.push({ bulk: bulk(run), runs: [run] })
  }
  return parts
}

async function takeBack(ctx: Context, { table, op, changes }: Run, noted: NotedColumns): Promise<void> {
  const columns = noted.get(table)
  if (!columns) throw new Failure('undo_blocked', `Rows of ${table} can’t be restored`)
  const held = sql.table(table)
  await orBlocked(ctx, async () => {
    if (op === 'add')
      await sql`delete from ${held} where id = any (${sql.val(changes.map(({ rowId }) => rowId))}::uuid[])`.execute(
        ctx.db,
      )
    else for (const change of changes) await reverse(ctx, change, columns)
  })
}

/** What the database refuses is refused because something later stands on it. */
async function orBlocked(ctx: Context, work: () => Promise<unknown>): Promise<void> {
  await sql`savepoint reverting`.execute(ctx.db)
  try {
    await work()
  } catch (error) {
    const failure = failureOf(error)
    if (!failure || failure.code === 'storage_full' || isRetryable(error)) throw error
    await sql`rollback to savepoint reverting`.execute(ctx.db)
    throw new Failure('undo_blocked', failure.message)
  }
  await sql`release savepoint reverting`.execute(ctx.db)
}
