import { sql } from 'kysely'
import type { Expense, updateExpense } from '../../contract/expenses.ts'
import { reckoningDay } from '../../domain/expense.ts'
import type { Context } from '../context.ts'
import { Failure, invalidField } from '../failure.ts'
import { rateFinder } from '../rates/rating.ts'
import { lockLiving } from '../record.ts'
import type { Verb } from '../route.ts'
import { mustAgreeWithAid } from './aid.ts'
import { isFrozen, mustNotBeClaimed } from './claimed.ts'
import { flawsOf } from './flaws.ts'
import { readExpenseAt } from './queries.ts'
import { reckonShares, type ShareRow } from './shares.ts'
import { insertShares, rowOf } from './store.ts'
import { type Given, worldOf } from './world.ts'

export const changeExpense: Verb<typeof updateExpense> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lockLiving(ctx, 'expenses', id, ifMatch)
  const held = await readExpenseAt(ctx, id)
  const given: Given = { ...givenOf(held), ...defined(body) }
  const world = await worldOf(ctx, [given])
  const errors = flawsOf(given, world, referredBy(held))
  if (given.partOfId === id)
    errors.push({ path: 'partOfId', code: 'self', message: 'It is no part of itself' })
  if (errors.length > 0)
    throw new Failure('invalid', errors.map(({ path, message }) => `${path}: ${message}`).join('; '), {
      errors,
    })
  if ((given.partOfId || (given.paidOn && !held.paidOn)) && (await hasInvoices(ctx, id)))
    throw given.partOfId
      ? invalidField('partOfId', 'not_an_order', 'It has invoices of its own')
      : invalidField('paidOn', 'has_invoices', 'It is paid by its invoices')
  mustKeepWhatIsClaimed(held, given)
  mustAgreeWithAid(held, given)
  const reckoned = await reckonShares(id, given, {
    grants: world.grants,
    find: rateFinder(ctx),
    newId: ctx.newId,
    kept: (share) => keptShare(held, given, share),
  })
  if ('errors' in reckoned) throw new Failure('invalid', 'There is no rate', { errors: reckoned.errors })
  const { shares: _, ...own } = given
  await ctx.db
    .updateTable('expenses')
    .set({
      ...rowOf(own),
      ...(changesFigures(held, given) ? { approved_by_id: null, approved_on: null } : {}),
      updated_at: ctx.now.toISOString(),
    })
    .where('id', '=', id)
    .execute()
  await storeShares(ctx, id, reckoned.rows)
  return readExpenseAt(ctx, id)
}

/** The fields of a patch that are given. */
const defined = (body: Partial<Given>): Partial<Given> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))

/** An expense as it would be given to be what it is. */
function givenOf(held: Expense): Given {
  return {
    title: held.title,
    reference: held.reference,
    note: held.note,
    supplierId: held.supplier?.id ?? null,
    supplierName: held.supplierName,
    payerId: held.payer?.id ?? null,
    beneficiaryId: held.beneficiary?.id ?? null,
    missionId: held.mission?.id ?? null,
    companyId: held.company?.id ?? null,
    amount: held.amount,
    vatMinor: held.vatMinor,
    vatRecoverable: held.vatRecoverable,
    plannedOn: held.plannedOn,
    expectedOn: held.expectedOn,
    committedOn: held.committedOn,
    paidOn: held.paidOn,
    cancelledOn: held.cancelledOn,
    partOfId: held.partOf?.id ?? null,
    shares: held.shares.map(({ id, grant, lineId, bp, rate }) => ({
      id,
      grantId: grant.id,
      lineId,
      bp,
      rate: rate.policy === 'by_hand' ? { rate: rate.rate, on: rate.on, source: rate.source } : null,
    })),
  }
}

const referredBy = (held: Expense): ReadonlySet<string> =>
  new Set(
    [held.supplier, held.payer, held.beneficiary, held.mission, held.company, held.partOf].flatMap(
      (record) => record?.id ?? [],
    ),
  )

const shareIn = ({ shares }: Expense, { id, grantId }: Given['shares'][number]) =>
  shares.find((share) => share.id === id) ?? shares.find((share) => share.grant.id === grantId)

/** What a claim that is frozen stands on stays: which grant, in which currency. The figures may change, and are made up for. */
function mustKeepWhatIsClaimed(held: Expense, given: Given): void {
  for (const share of held.shares.filter(isFrozen)) {
    const after = given.shares.find((one) => shareIn(held, one) === share)
    const kept = after?.grantId === share.grant.id && given.amount.currency === held.amount.currency
    if (!kept) mustNotBeClaimed(held)
  }
}

/**
 * The id and the rate of a share that stays with its grant. The rate stays, too, unless it was to be expected to change: it
 * was not final, or another currency or day is reckoned by. What is claimed keeps the rate that it was claimed at, but for
 * one given by hand, which somebody may have mistyped: its correction is made up for like one of the amount.
 */
function keptShare(held: Expense, given: Given, share: Given['shares'][number]) {
  const before = shareIn(held, share)
  if (!before || before.grant.id !== share.grantId) return undefined
  const { rate } = before
  const same =
    given.amount.currency === held.amount.currency &&
    reckoningDay(given) === reckoningDay(held) &&
    !rate.provisional
  const stays = isFrozen(before) || (same && (rate.policy === 'by_hand') === (share.rate !== null))
  return { id: before.id, rate: stays ? rate : null }
}

/** What somebody approved is no longer what they approved. */
function changesFigures(held: Expense, given: Given): boolean {
  const before = givenOf(held)
  const figures = ({
    amount,
    vatMinor,
    vatRecoverable,
    supplierId,
    supplierName,
    payerId,
    paidOn,
    shares,
  }: Given) => [
    amount.minor,
    amount.currency,
    vatMinor,
    vatRecoverable,
    supplierId,
    supplierName,
    payerId,
    paidOn,
    shares.map(({ grantId, lineId, bp }) => [grantId, lineId, bp]),
  ]
  return JSON.stringify(figures(before)) !== JSON.stringify(figures(given))
}

async function hasInvoices(ctx: Context, id: string): Promise<boolean> {
  const { rows } =
    await sql`select from expenses where part_of_id = ${id} and deleted_at is null limit 1`.execute(ctx.db)
  return rows.length > 0
}

/** Makes the shares what they are now; of what is taken away, drafts of claims forget their row. */
async function storeShares(ctx: Context, id: string, rows: readonly ShareRow[]): Promise<void> {
  const { rows: held } = await sql<{
    id: string
  }>`select id from expense_shares where expense_id = ${id}`.execute(ctx.db)
  const ids = new Set(held.map((share) => share.id))
  const kept = new Set(rows.map((row) => row.id))
  const gone = [...ids].filter((share) => !kept.has(share))
  if (gone.length > 0) {
    const list = sql`${sql.val(gone)}::uuid[]`
    await sql`delete from claim_rows where share_id = any (${list})`.execute(ctx.db)
    await sql`delete from expense_shares where id = any (${list})`.execute(ctx.db)
  }
  for (const row of rows.filter((share) => ids.has(share.id))) {
    const { id: shareId, expense_id: _, ...set } = row
    await ctx.db.updateTable('expense_shares').set(set).where('id', '=', shareId).execute()
  }
  await insertShares(
    ctx,
    rows.filter((row) => !ids.has(row.id)),
  )
}
