import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { ShareRow } from './shares.ts'
import type { Given } from './world.ts'

/** The columns of an expense that are given. */
export const rowOf = (given: Omit<Given, 'shares'>) => ({
  title: given.title,
  reference: given.reference,
  note: given.note,
  supplier_id: given.supplierId,
  supplier_name: given.supplierName,
  payer_id: given.payerId,
  beneficiary_id: given.beneficiaryId,
  mission_id: given.missionId,
  company_id: given.companyId,
  amount_minor: given.amount.minor,
  currency: given.amount.currency,
  vat_minor: given.vatMinor,
  vat_recoverable: given.vatRecoverable,
  planned_on: given.plannedOn,
  expected_on: given.expectedOn,
  committed_on: given.committedOn,
  paid_on: given.paidOn,
  cancelled_on: given.cancelledOn,
  part_of_id: given.partOfId,
})

/** Adds expenses and their shares, however many, by two statements. */
export async function insertExpenses(
  ctx: Context,
  expenses: readonly { id: string; given: Given; shares: readonly ShareRow[] }[],
): Promise<void> {
  if (expenses.length === 0) return
  const at = ctx.now.toISOString()
  // Orders before their invoices: an undo takes them away in reverse.
  const inOrder = expenses.toSorted(
    (a, b) => Number(a.given.partOfId !== null) - Number(b.given.partOfId !== null),
  )
  const rows = inOrder.map(({ id, given }) => ({
    ...rowOf(given),
    id,
    entered_by_id: ctx.actor.id,
    created_at: at,
    updated_at: at,
  }))
  const columns = Object.keys(rows[0] ?? {}).map((name) => sql.ref(name))
  await sql`
    insert into expenses (${sql.join(columns)})
    select ${sql.join(columns)} from jsonb_populate_recordset(null::expenses, ${JSON.stringify(rows)}::jsonb)`.execute(
    ctx.db,
  )
  await insertShares(
    ctx,
    expenses.flatMap(({ shares }) => shares),
  )
}

export async function insertShares(ctx: Context, shares: readonly ShareRow[]): Promise<void> {
  if (shares.length === 0) return
  const columns = Object.keys(shares[0] ?? {}).map((name) => sql.ref(name))
  await sql`
    insert into expense_shares (${sql.join(columns)})
    select ${sql.join(columns)} from jsonb_populate_recordset(null::expense_shares, ${JSON.stringify(shares)}::jsonb)`.execute(
    ctx.db,
  )
}
