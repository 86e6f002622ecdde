import { sql } from 'kysely'
import type { Reply } from '../../contract/endpoint.ts'
import type { listExpenses as endpoint } from '../../contract/expenses.ts'
import { asOfDay, type Context } from '../context.ts'
import { countOf, foundBy, pageOf, type SortKey } from '../list.ts'
import { inScope } from '../scope.ts'
import { type Asked, conditionsOf, idOf, reckoned } from './conditions.ts'
import { expensesOf } from './queries.ts'

/** One page of expenses, in the scope and by the filters asked for, as of a day; found first, and filled in after. */
export async function listExpenses(ctx: Context, asked: Asked): Promise<Reply<typeof endpoint>> {
  const day = await asOfDay(ctx, asked.asOf)
  const found = matching(ctx, asked, day)
  const { rows, next } = await pageOf(found.select(sql.ref<string>(idOf(asked)).as('id')), asked, {
    keys: sortKeys(asked),
    id: idOf(asked),
    first: '-date',
  })
  const ids = rows.map((row) => (row as { id: string }).id)
  return {
    items: await expensesOf(ctx, ids, day),
    next,
    total: await countOf(found),
    // The following pages belong to the same sums.
    sums: asked.cursor ? [] : await sumsOf(ctx, found, asked),
  }
}

type Found = ReturnType<typeof matching>

function matching(ctx: Context, asked: Asked, day: string) {
  const id = idOf(asked)
  const table = asked.grant ? ('ledger as t' as const) : ('expenses as t' as const)
  let query = ctx.db.selectFrom(table as 'expenses as t').where(inScope('expenses', id, asked))
  if (asked.q) query = query.where(foundBy('expenses', id, asked.q))
  for (const condition of conditionsOf(asked, day)) query = query.where(condition)
  return query
}

function sortKeys(asked: Asked): Record<string, SortKey> {
  const own = (column: string) =>
    asked.grant
      ? sql`(select ${sql.ref(`e.${column}`)} from expenses e where e.id = t.expense_id)`
      : sql.ref(`t.${column}`)
  const supplier = sql`coalesce((select o.name from organisations o where o.id = ${own('supplier_id')}), ${own('supplier_name')})`
  return {
    date: { by: reckoned(asked), type: 'date' },
    title: { by: sql`sorted_as(${own('title')})`, type: 'text' },
    // Without one, last in the one direction and first in the other.
    supplier: { by: sql`coalesce('0' || sorted_as(${supplier}), '1')`, type: 'text' },
    amount: { by: sql`t.amount_minor`, type: 'bigint' },
    updatedAt: { by: own('updated_at'), type: 'timestamptz' },
  }
}

/** What the shares of all that match come to, per grant. */
async function sumsOf(ctx: Context, found: Found, asked: Asked): Promise<Reply<typeof endpoint>['sums']> {
  const matched = found.select(sql.ref<string>(idOf(asked)).as('id'))
  const { rows } = await sql<Reply<typeof endpoint>['sums'][number]>`
    select l.grant_id as "grantId", json_build_object('minor', sum(l.amount_minor)::bigint, 'currency', min(g.currency)) as amount
    from ledger l join grants g on g.id = l.grant_id
    where l.expense_id in (${matched}) and l.cancelled_on is null and ${asked.grant ? sql`l.grant_id = ${asked.grant}` : sql`true`}
    group by l.grant_id order by l.grant_id`.execute(ctx.db)
  return rows
}
