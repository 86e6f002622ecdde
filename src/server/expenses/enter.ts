import { sql } from 'kysely'
import type { createExpense, enterExpenses } from '../../contract/expenses.ts'
import type { FieldError } from '../../contract/problems.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { rateFinder } from '../rates/rating.ts'
import type { Verb } from '../route.ts'
import { flawsOf } from './flaws.ts'
import { readExpenseAt } from './queries.ts'
import { reckonShares, type ShareRow } from './shares.ts'
import { insertExpenses } from './store.ts'
import { type Given, type World, worldOf } from './world.ts'

export const addExpense: Verb<typeof createExpense> = async (
  ctx,
  { body: { id = ctx.newId(), ...given } },
) => {
  const world = await worldOf(ctx, [given])
  const checked = await checkedRow(ctx, id, given, world, rateFinder(ctx))
  if ('errors' in checked)
    throw new Failure(
      'invalid',
      checked.errors.map(({ path, message }) => `${path}: ${message}`).join('; '),
      {
        errors: checked.errors,
      },
    )
  await insertExpenses(ctx, [{ id, given, shares: checked.rows }])
  return readExpenseAt(ctx, id)
}

async function checkedRow(
  ctx: Context,
  id: string,
  given: Given,
  world: World,
  find: ReturnType<typeof rateFinder>,
): Promise<{ rows: ShareRow[] } | { errors: FieldError[] }> {
  const errors = flawsOf(given, world)
  if (errors.length > 0) return { errors }
  return reckonShares(id, given, { grants: world.grants, find, newId: ctx.newId })
}

/** Each row by itself: what is wrong with one keeps no other from being entered, unless all or none is asked for. */
export const enterRows: Verb<typeof enterExpenses> = async (ctx, { body: { rows, dryRun, mode } }) => {
  const held = await heldIds(
    ctx,
    rows.map(({ id }) => id),
  )
  const fresh = rows.flatMap((row, place) => (held.has(row.id) ? [] : [{ ...row, place }]))
  const known = await worldOf(ctx, fresh)
  // An order and its invoices may come together.
  const orders = new Map([...known.orders, ...fresh.map((row) => [row.id, row] as const)])
  const world = { ...known, orders }
  const find = rateFinder(ctx)
  const problems = new Map<string, { row: number; id: string; errors: FieldError[] }>()
  const good = new Map<string, { id: string; given: Given; shares: ShareRow[] }>()
  const seen = new Set<string>()
  for (const { id, place, ...given } of fresh) {
    const checked: { rows: ShareRow[] } | { errors: FieldError[] } = seen.has(id)
      ? { errors: [{ path: 'id', code: 'duplicate', message: 'Given twice' }] }
      : await checkedRow(ctx, id, given, world, find)
    if ('errors' in checked)
      problems.set(seen.has(id) ? `${id} ${place}` : id, { row: place, id, errors: checked.errors })
    else good.set(id, { id, given, shares: checked.rows })
    seen.add(id)
  }
  for (const { id, given } of good.values())
    if (given.partOfId && problems.has(given.partOfId)) {
      good.delete(id)
      const error = { path: 'partOfId', code: 'order_refused', message: 'The order has not been entered' }
      problems.set(id, { row: fresh.find((row) => row.id === id)?.place ?? 0, id, errors: [error] })
    }
  const entered = mode === 'all' && problems.size > 0 ? [] : [...good.values()]
  if (!dryRun) await insertExpenses(ctx, entered)
  return {
    entered: entered.map(({ id }) => id),
    already: [...held],
    problems: [...problems.values()].sort((a, b) => a.row - b.row),
  }
}

async function heldIds(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from expenses where id = any (${sql.val([...ids])}::uuid[])`.execute(ctx.db)
  return new Set(rows.map(({ id }) => id))
}
