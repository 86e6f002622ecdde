import { sql } from 'kysely'
import type { Reply } from '../../contract/endpoint.ts'
import type { listExpenses as endpoint } from '../../contract/expenses.ts'
import { asOfDay, type Context } from '../context.ts'
import { countOf, foundBy, pageOf, readCursor, type SortKey, writeCursor } from '../list.ts'
import { inScope } from '../scope.ts'
import { type Asked, conditionsOf, idOf, reckoned } from './conditions.ts'
import { costOf } from './cost.ts'
import { expensesOf } from './queries.ts'
import { filteredSum, isWhole, type Totals, wholeSum } from './totals.ts'

/** The order without another asked for. */
const first = '-date'

/** One page of expenses, in the scope and by the filters asked for, as of a day; found first, and filled in after. */
export async function listExpenses(ctx: Context, asked: Asked): Promise<Reply<typeof endpoint>> {
  const day = await asOfDay(ctx, asked.asOf)
  const found = matching(ctx, asked, day)
  const { ids, next } = await idsOf(found, asked)
  const totals = await totalsOf(ctx, found, asked, day)
  const counted = next && writeCursor({ ...readCursor(next, asked.sort ?? first), total: totals.total })
  return { items: await expensesOf(ctx, ids, day), next: counted, ...totals }
}

/** The ids of all that a list finds, in its order, up to so many. */
export async function matchingIds(ctx: Context, asked: Asked, day: string, limit: number): Promise<string[]> {
  const { ids } = await idsOf(matching(ctx, asked, day), { ...asked, limit })
  return ids
}

async function idsOf(found: Found, asked: Asked): Promise<{ ids: string[]; next: string | null }> {
  const { rows, next } = await pageOf(
    sortable(found, asked).select(sql.ref<string>(idOf(asked)).as('id')),
    asked,
    {
      keys: sortKeys(asked),
      id: needsExpense(asked) ? 'e.id' : idOf(asked),
      first,
    },
  )
  return { ids: rows.map((row) => (row as { id: string }).id), next }
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

/** The ledger has neither titles nor suppliers: sorted by them, its expenses come with it, in the order of their own index. */
const needsExpense = ({ grant, sort }: Asked) =>
  grant !== undefined && /title|supplier|updatedAt/.test(sort ?? '')

const sortable = (found: Found, asked: Asked): Found =>
  needsExpense(asked)
    ? (found
        .innerJoin('expenses as e', (join) => join.on(sql<boolean>`e.id = t.expense_id`))
        .where('e.deleted_at', 'is', null) as unknown as Found)
    : found

function sortKeys(asked: Asked): Record<string, SortKey> {
  const own = (column: string) => sql.ref(`${asked.grant ? 'e' : 't'}.${column}`)
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

/** How many match and, with the first page, what they come to: in the grant asked for, else what they cost. Later pages know it from their cursor. */
async function totalsOf(ctx: Context, found: Found, asked: Asked, day: string): Promise<Totals> {
  const { grant, cursor } = asked
  if (cursor) return { total: totalIn(asked) ?? (await countOf(found)), sums: [], costs: [] }
  if (!grant) return { ...(await costsOf(found, day)), sums: [] }
  if (isWhole(asked)) {
    const { expenses, ...sum } = (await wholeSum(ctx, grant, day)) ?? { expenses: 0 }
    return { total: expenses, sums: 'grantId' in sum ? [sum] : [], costs: [] }
  }
  const { total, minor } = (await filteredSum(ctx, asked, day)) ?? (await sumOf(found))
  return { total, sums: await sumsOfGrant(ctx, grant, total, minor), costs: [] }
}

/** What the first page counted. */
const totalIn = ({ cursor = '', sort = first }: Asked) => readCursor(cursor, sort).total

/** How many there are, and what they cost per currency, in one pass. */
async function costsOf(found: Found, day: string): Promise<Pick<Totals, 'total' | 'costs'>> {
  const rows = await found
    .select([
      't.currency',
      sql<number>`count(*)`.as('total'),
      sql<
        number | null
      >`sum(${costOf('t')}) filter (where (t.cancelled_on <= ${day}::date) is not true)::bigint`.as('minor'),
    ])
    .groupBy('t.currency')
    .orderBy('t.currency')
    .execute()
  return {
    total: rows.reduce((sum, { total }) => sum + total, 0),
    costs: rows.flatMap(({ currency, minor }) => (minor === null ? [] : { currency, minor })),
  }
}

/** In one pass over the grant's ledger. */
const sumOf = (found: Found): Promise<{ total: number; minor: number }> =>
  found
    .select([
      sql<number>`count(*)`.as('total'),
      sql<number>`coalesce(sum(t.amount_minor) filter (where t.cancelled_on is null), 0)::bigint`.as('minor'),
    ])
    .executeTakeFirstOrThrow()

async function sumsOfGrant(
  ctx: Context,
  grantId: string,
  total: number,
  minor: number,
): Promise<Totals['sums']> {
  const grant = await ctx.db
    .selectFrom('grants')
    .select('currency')
    .where('id', '=', grantId)
    .executeTakeFirst()
  return grant && total > 0 ? [{ grantId, amount: { minor, currency: grant.currency } }] : []
}
