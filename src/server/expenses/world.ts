import { sql } from 'kysely'
import type * as z from 'zod'
import type { expenseInput } from '../../contract/expenses.ts'
import type { GrantRules } from '../../domain/grant.ts'
import type { Context } from '../context.ts'

export type Given = Omit<z.output<typeof expenseInput>, 'id'>

export interface KnownGrant {
  currency: string
  rules: GrantRules
}

export interface KnownOrder {
  partOfId: string | null
  committedOn: string | null
  paidOn: string | null
}

/** What rows refer to, as far as it is there and lives; asked for at once, however many rows there are. */
export interface World {
  organisations: ReadonlySet<string>
  missions: ReadonlySet<string>
  grants: ReadonlyMap<string, KnownGrant>
  /** The grant of each line. */
  lines: ReadonlyMap<string, string>
  orders: ReadonlyMap<string, KnownOrder>
}

/** Holds what it finds until the transaction ends: who moves one of them to the bin meanwhile waits. */
export async function worldOf(ctx: Context, rows: readonly Given[]): Promise<World> {
  const bodies = rows.flatMap(({ supplierId, payerId, beneficiaryId, companyId }) => [
    supplierId,
    payerId,
    beneficiaryId,
    companyId,
  ])
  const shares = rows.flatMap((row) => row.shares)
  return {
    organisations: await livingIds(ctx, 'organisations', bodies),
    missions: await livingIds(
      ctx,
      'missions',
      rows.map((row) => row.missionId),
    ),
    grants: await grantsOf(
      ctx,
      shares.map((share) => share.grantId),
    ),
    lines: await linesOf(
      ctx,
      shares.map((share) => share.lineId),
    ),
    orders: await ordersOf(
      ctx,
      rows.map((row) => row.partOfId),
    ),
  }
}

type Ids = readonly (string | null)[]
const each = (ids: Ids) => [...new Set(ids.flatMap((id) => id ?? []))].sort()

async function livingIds(ctx: Context, table: 'organisations' | 'missions', ids: Ids): Promise<Set<string>> {
  const wanted = each(ids)
  if (wanted.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where id = any (${sql.val(wanted)}::uuid[]) and deleted_at is null for key share`.execute(
    ctx.db,
  )
  return new Set(rows.map(({ id }) => id))
}

async function grantsOf(ctx: Context, ids: Ids): Promise<Map<string, KnownGrant>> {
  const wanted = each(ids)
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<KnownGrant & { id: string }>`
    select id, currency, rules from grants where id = any (${sql.val(wanted)}::uuid[]) and deleted_at is null for key share`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ id, ...grant }) => [id, grant]))
}

async function linesOf(ctx: Context, ids: Ids): Promise<Map<string, string>> {
  const wanted = each(ids)
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ id: string; grantId: string }>`
    select id, grant_id as "grantId" from budget_lines where id = any (${sql.val(wanted)}::uuid[]) for key share`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ id, grantId }) => [id, grantId]))
}

async function ordersOf(ctx: Context, ids: Ids): Promise<Map<string, KnownOrder>> {
  const wanted = each(ids)
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<KnownOrder & { id: string }>`
    select id, part_of_id as "partOfId", committed_on as "committedOn", paid_on as "paidOn" from expenses
    where id = any (${sql.val(wanted)}::uuid[]) and deleted_at is null for key share`.execute(ctx.db)
  return new Map(rows.map(({ id, ...order }) => [id, order]))
}
