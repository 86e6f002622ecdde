import { sql } from 'kysely'
import type { undoChange } from '../../contract/history.ts'
import { type RecordNoun, recordNouns } from '../../contract/primitives.ts'
import { overCeilings } from '../aid/ceilings-kept.ts'
import { aidInTurn } from '../aid/in-turn.ts'
import { refuseInUse } from '../blockers.ts'
import type { Context } from '../context.ts'
import { failureOf, isRetryable } from '../db/violations.ts'
import { Failure } from '../failure.ts'
import { touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { contradictoryAgreements } from './agreement-rules.ts'
import { binnedOf, blockersOf } from './blockers.ts'
import { changeSetsWhere } from './change-sets.ts'
import { type Change, isAsLeft, type NotedColumns, notedColumns, reverse } from './reverse.ts'

/** What a record carries without being part of it: these rows have versions of their own, and no foreign key to it. */
const dossierTables = ['notes', 'tasks', 'documents', 'citations', 'statements']

/**
 * Undoes one change: makes every row that it touched what it was before, the last first, as long as each is still as the
 * change left it and nothing later depends on it. Undoing an undo does the change again.
 */
export const undo: Verb<typeof undoChange> = async (ctx, { params: { id } }) => {
  const set = await ctx.db
    .selectFrom('change_sets')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!set) throw new Failure('not_found', 'There is no such change')
  if (set.undone_by) throw new Failure('already_undone', 'This change has been undone')
  const { rows: changes } = await sql<Change>`
    select table_name as "table", row_id as "rowId", noun, record_id as "recordId", before, after
    from changes where change_set_id = ${id} order by seq desc`.execute(ctx.db)
  await refuseErased(ctx, changes)
  const roots = rootsOf(changes)
  const over = await overBefore(ctx, set.seq, changes)
  await hold(ctx, roots)
  const agreements = roots.filter(({ noun }) => noun === 'agreements').map(({ recordId }) => recordId)
  const before = await contradictoryAgreements(ctx, agreements)
  const columns = await notedColumns(ctx)
  for (const change of changes) await reverseOne(ctx, set.seq, change, columns)
  await settle(ctx, set.seq, changes)
  for (const agreement of await contradictoryAgreements(ctx, agreements))
    if (!before.has(agreement))
      throw blocked('A later decision stands on it', await blockersOf(ctx, set.seq, [agreement]))
  for (const [key, cents] of await overCeilings(ctx, set.seq, changes))
    if (cents > (over.get(key) ?? 0))
      throw blocked(
        'The ceiling of de minimis aid would be passed',
        await blockersOf(ctx, set.seq, rowsOf(changes)),
      )
  // A change of a record's parts counts as a change of the record, and so does its undoing.
  const own = new Set(changes.map(({ rowId }) => rowId))
  for (const { noun, recordId } of roots) if (!own.has(recordId)) await touch(ctx, noun, recordId)
  await sign(ctx, set)
  const [signed] = await changeSetsWhere(ctx, sql`s.id = ${ctx.changeSetId}`, 1)
  if (!signed) throw new Error('An undo has not been noted')
  return signed.changeSet
}

/** The records whose own rows or parts were changed, in an order that is the same for everybody who locks them. */
function rootsOf(changes: readonly Change[]): { noun: RecordNoun; recordId: string }[] {
  const roots = new Map<string, { noun: RecordNoun; recordId: string }>()
  for (const { table, noun, recordId } of changes)
    if (isRecordNoun(noun) && recordId && !dossierTables.includes(table))
      roots.set(`${noun} ${recordId}`, { noun, recordId })
  return [...roots].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, root]) => root)
}

const isRecordNoun = (noun: string | null): noun is RecordNoun =>
  (recordNouns as readonly (string | null)[]).includes(noun)

const rowsOf = (changes: readonly Change[]) => changes.map(({ recordId, rowId }) => recordId ?? rowId)

/** What was erased is not there to be put back, and what is left tells nothing. */
async function refuseErased(ctx: Context, changes: readonly Change[]): Promise<void> {
  const ids = changes.flatMap(({ noun, recordId }) => (noun === 'people' && recordId ? [recordId] : []))
  if (ids.length === 0) return
  const erased = await ctx.db
    .selectFrom('erased_people')
    .select('id')
    .where('id', 'in', ids)
    .executeTakeFirst()
  if (erased) throw new Failure('person_erased', 'The person has been erased')
}

/** What passes ceilings already, where aid is touched; nobody else awards any meanwhile. */
async function overBefore(
  ctx: Context,
  seq: number,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, number>> {
  if (!changes.some(({ table }) => table === 'aid' || table === 'ownership')) return new Map()
  await aidInTurn(ctx)
  return overCeilings(ctx, seq, changes)
}

async function hold(ctx: Context, roots: ReturnType<typeof rootsOf>): Promise<void> {
  for (const { noun, recordId } of roots)
    await sql`select id from ${sql.table(noun)} where id = ${recordId} for update`.execute(ctx.db)
}

async function reverseOne(ctx: Context, seq: number, change: Change, noted: NotedColumns): Promise<void> {
  const columns = noted.get(change.table)
  // A later version has dropped the table, or keeps it in another way.
  if (!columns) throw new Failure('undo_outdated', `Rows of ${change.table} can’t be restored`)
  if (!(await isAsLeft(ctx, change)))
    throw blocked('The record has been changed since', await blockersOf(ctx, seq, [change.rowId]))
  if (change.table === change.noun) await mustBeFree(ctx, seq, change)
  await orBlocked(ctx, seq, change, () => reverse(ctx, change, columns))
}

/** A record that is to vanish carries nothing; one that is to return to the bin is not in use. */
async function mustBeFree(ctx: Context, seq: number, { noun, rowId, before, after }: Change): Promise<void> {
  if (!before && (await carriesSomething(ctx, noun, rowId)))
    throw blocked('Something has been added to the record since', await blockersOf(ctx, seq, [rowId]))
  if (isRecordNoun(noun) && before?.deleted_at && after && !after.deleted_at)
    await refuseInUse(ctx, noun, rowId).catch((error: unknown) => {
      throw error instanceof Failure ? blocked(error.message, error.extras.blockers ?? []) : error
    })
}

/** Whether a record has notes, tasks, documents, sources or statements. */
async function carriesSomething(ctx: Context, noun: string | null, id: string): Promise<boolean> {
  for (const table of dossierTables) {
    const { rows } =
      await sql`select from ${sql.table(table)} where noun = ${noun} and record_id = ${id} limit 1`.execute(
        ctx.db,
      )
    if (rows.length > 0) return true
  }
  return false
}

/** Checks now what would be checked at the end of the transaction, where nobody could say any more what it was about. */
async function settle(ctx: Context, seq: number, changes: readonly Change[]): Promise<void> {
  const [last] = changes
  if (last) await orBlocked(ctx, seq, last, () => sql`set constraints all immediate`.execute(ctx.db))
  const binned = await binnedOf(ctx, changes.flatMap(referencesBroughtBack))
  if (binned.length > 0) throw blocked('It refers to records that are in the bin now', binned)
}

/** But for the record that a row is part of: what hangs on one in the bin may come back there. */
const referencesBroughtBack = ({ recordId, before, after }: Change): string[] =>
  Object.entries(before ?? {}).flatMap(([key, value]) =>
    key.endsWith('_id') && value !== after?.[key] && value !== recordId && isUuid(value) ? [value] : [],
  )

/** What the database refuses is refused as an undo that something later stands in the way of. */
async function orBlocked(
  ctx: Context,
  seq: number,
  change: Change,
  work: () => Promise<unknown>,
): Promise<void> {
  await sql`savepoint undoing`.execute(ctx.db)
  try {
    await work()
  } catch (error) {
    const failure = failureOf(error)
    if (!failure || failure.code === 'storage_full' || isRetryable(error)) throw error
    await sql`rollback to savepoint undoing`.execute(ctx.db)
    const mentioned = Object.values(change.before ?? {}).filter((value) => isUuid(value))
    const found = await blockersOf(ctx, seq, [change.rowId, ...mentioned])
    throw blocked(failure.message, found.length > 0 ? found : [{ title: failure.message }])
  }
  await sql`release savepoint undoing`.execute(ctx.db)
}

const isUuid = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)

const blocked = (why: string, blockers: Awaited<ReturnType<typeof blockersOf>>) =>
  new Failure('undo_blocked', why, { blockers })

/**
 * Signs the undo, and keeps `undone_by` true of every change it bears on: undoing an undo puts the change back in force,
 * which, were it an undo itself, means that what it had undone is undone again, and so on.
 */
async function sign(
  ctx: Context,
  set: { id: string; noun: string | null; record_id: string | null; title: string | null },
): Promise<void> {
  await sql`
    insert into change_sets (id, at, actor_id, verb, noun, record_id, title, undo_of)
    values (${ctx.changeSetId}, ${ctx.now.toISOString()}, ${ctx.actor.id}, 'history.undo', ${set.noun}, ${set.record_id},
      coalesce(record_title(${set.noun}::text, ${set.record_id}::uuid), ${set.title}), ${set.id})`.execute(
    ctx.db,
  )
  let undoer: string | null = ctx.changeSetId
  let id: string | null = set.id
  while (id) {
    const now: { undo_of: string | null } | undefined = await ctx.db
      .updateTable('change_sets')
      .set({ undone_by: undoer })
      .where('id', '=', id)
      .returning('undo_of')
      .executeTakeFirst()
    undoer = undoer === null ? id : null
    id = now?.undo_of ?? null
  }
}
