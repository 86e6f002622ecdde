import { sql } from 'kysely'
import type { Reply } from '../../contract/endpoint.ts'
import type { listExpenses } from '../../contract/expenses.ts'
import type { Context } from '../context.ts'
import type { Asked } from './conditions.ts'

export type Totals = Pick<Reply<typeof listExpenses>, 'total' | 'sums'>
type Sum = Totals['sums'][number]

/** What of a list's query narrows nothing. */
const neutral = new Set(['grant', 'asOf', 'sort', 'limit', 'cursor'])

/** Whether a list shows every expense, or every one of its grant. */
export const isWhole = (asked: Asked): boolean =>
  Object.entries(asked).every(
    ([key, value]) =>
      neutral.has(key) ||
      value === undefined ||
      value === false ||
      (Array.isArray(value) && value.length === 0),
  )

/**
 * What the expenses of a grant, or of each, come to by a day, from the kept sums of days and months (decision 0013). These
 * leave out what was cancelled by the day, which a list counts without adding it up, and know what is cancelled only later,
 * which a list doesn't add up either: of both there are few, and they have an index.
 */
export async function wholeSums(
  ctx: Pick<Context, 'db'>,
  grant: string | undefined,
  day: string,
): Promise<(Sum & { expenses: number })[]> {
  const by = sql`${day}::date`
  const ofGrant = (table: string) =>
    grant === undefined ? sql`true` : sql`${sql.ref(`${table}.grant_id`)} = ${grant}`
  const { rows } = await sql<Sum & { expenses: number }>`
    select s.grant_id as "grantId", s.expenses::bigint as expenses,
      json_build_object('minor', s.minor::bigint, 'currency', g.currency) as amount
    from (
      select u.grant_id, sum(u.expenses) as expenses, sum(u.minor) as minor from (
        select c.grant_id, c.expenses, c.planned + c.committed + c.paid as minor from ledger_cells c
        where ${ofGrant('c')} and (
          c.grain = 'month' and c.day < date_trunc('month', ${by})
          or c.grain = 'day' and c.day >= date_trunc('month', ${by}) and c.day <= ${by})
        union all
        select l.grant_id, case when l.cancelled_on <= ${by} then 1 else 0 end, case when l.cancelled_on <= ${by} then 0 else -l.amount_minor end
        from ledger l
        where ${ofGrant('l')} and l.cancelled_on is not null
          and (l.paid_on <= ${by} or l.committed_on <= ${by} or l.planned_on <= ${by})
      ) u group by u.grant_id
    ) s join grants g on g.id = s.grant_id
    where s.expenses > 0 order by s.grant_id`.execute(ctx.db)
  return rows
}
