import { sql } from 'kysely'
import type { checkTransfer, dropTransfer, makeTransfer } from '../../contract/budget.ts'
import { type Move, type TransferLine, transferVerdict } from '../../domain/transfer-rule.ts'
import type { Context } from '../context.ts'
import { Failure, invalidField } from '../failure.ts'
import { touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { grantOf, type HeldGrant, holdGrant, latestAdopted } from './hold.ts'
import { readGrantBudget } from './read.ts'
import { mustHaveNoDraft } from './versions.ts'

/** Lines as the version has them, and what was moved in it since. */
interface Book {
  lines: TransferLine[]
  moves: (Move & { id: string })[]
}

async function bookOf(ctx: Context, grantId: string, versionId: string): Promise<Book> {
  const lines = await sql<TransferLine>`
    select l.id, l.category, l.cluster_id as "clusterId", coalesce(a.amount_minor, 0) as minor
    from budget_lines l left join budget_amounts a on a.line_id = l.id and a.version_id = ${versionId}
    where l.grant_id = ${grantId}`.execute(ctx.db)
  const moves = await sql<Book['moves'][number]>`
    select t.id, t.from_line_id as "fromLineId", t.to_line_id as "toLineId", t.amount_minor as minor
    from budget_transfers t where t.version_id = ${versionId} order by t.on_date, t.created_at, t.id`.execute(
    ctx.db,
  )
  return { lines: lines.rows, moves: moves.rows }
}

/** What a line holds after all that was moved. */
const heldBy = ({ lines, moves }: Book, lineId: string): number =>
  moves.reduce(
    (sum, { fromLineId, toLineId, minor }) =>
      sum + (toLineId === lineId ? minor : 0) - (fromLineId === lineId ? minor : 0),
    lines.find(({ id }) => id === lineId)?.minor ?? 0,
  )

/** The version that a transfer of this day would be made in: the newest, and in force by then. */
function versionFor(grant: HeldGrant, on: string): string {
  const latest = latestAdopted(grant)
  if (!latest?.adoptedOn || on < latest.adoptedOn)
    throw new Failure('budget_not_adopted', 'No version that is the newest is in force on that day')
  return latest.id
}

function mustBePossible(book: Book, move: Move): void {
  for (const field of ['fromLineId', 'toLineId'] as const)
    if (!book.lines.some(({ id }) => id === move[field]))
      throw invalidField(field, 'unknown_reference', 'Not a line of this grant')
  if (move.fromLineId === move.toLineId)
    throw invalidField('toLineId', 'same_line', 'Money is moved to another line')
  const held = heldBy(book, move.fromLineId)
  if (move.minor > held) throw invalidField('minor', 'more_than_line', `The line holds ${held}`, { held })
}

export const check: Verb<typeof checkTransfer> = async (ctx, { params: { id }, query }) => {
  const grant = await grantOf(ctx, id)
  const latest = latestAdopted(grant)
  const book: Book = latest ? await bookOf(ctx, id, latest.id) : { lines: [], moves: [] }
  mustBePossible(book, query)
  return transferVerdict(grant.rules.transfer, book.lines, book.moves, query)
}

/** Funders only warn: past the limit it is done with a reason, and both are kept. */
export const transfer: Verb<typeof makeTransfer> = async (ctx, { params: { id }, body, ifMatch }) => {
  const grant = await holdGrant(ctx, id, ifMatch)
  const versionId = versionFor(grant, body.on)
  mustHaveNoDraft(grant)
  const book = await bookOf(ctx, id, versionId)
  mustBePossible(book, body)
  const verdict = transferVerdict(grant.rules.transfer, book.lines, book.moves, body)
  if (verdict.verdict === 'warn' && !body.reason)
    throw new Failure('reason_required', 'The transfer passes what may be moved without an amendment', {
      params: { over: verdict.over, limit: verdict.limit ?? 0 },
    })
  await ctx.db
    .insertInto('budget_transfers')
    .values({
      id: ctx.newId(),
      grant_id: id,
      version_id: versionId,
      from_line_id: body.fromLineId,
      to_line_id: body.toLineId,
      amount_minor: body.minor,
      on_date: body.on,
      reason: body.reason,
      verdict: JSON.stringify(verdict),
      by_id: ctx.actor.id,
      created_at: ctx.now.toISOString(),
    })
    .execute()
  await touch(ctx, 'grants', id)
  return readGrantBudget(ctx, id)
}

export const takeBack: Verb<typeof dropTransfer> = async (ctx, { params: { id, transferId }, ifMatch }) => {
  const grant = await holdGrant(ctx, id, ifMatch)
  const held = await ctx.db
    .selectFrom('budget_transfers')
    .selectAll()
    .where('id', '=', transferId)
    .where('grant_id', '=', id)
    .executeTakeFirst()
  if (!held) throw new Failure('not_found', 'There is no such transfer')
  if (held.version_id !== latestAdopted(grant)?.id)
    throw new Failure('budget_superseded', 'A later version is in force')
  mustHaveNoDraft(grant)
  const left = heldBy(await bookOf(ctx, id, held.version_id), held.to_line_id)
  if (left < held.amount_minor)
    throw invalidField('transferId', 'more_than_line', `The line holds ${left}`, { held: left })
  await ctx.db.deleteFrom('budget_transfers').where('id', '=', transferId).execute()
  await touch(ctx, 'grants', id)
  return readGrantBudget(ctx, id)
}
