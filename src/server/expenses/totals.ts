import { type RawBuilder, sql } from 'kysely'
import type { Reply } from '../../contract/endpoint.ts'
import type { listExpenses } from '../../contract/expenses.ts'
import type { Context } from '../context.ts'
import type { Asked } from './conditions.ts'

export type Totals = Pick<Reply<typeof listExpenses>, 'total' | 'sums' | 'costs'>
type Sum = Totals['sums'][number]

/** What of a list's query narrows nothing. */
const neutral = new Set(['grant', 'asOf', 'sort', 'limit', 'cursor'])

/** What a list is narrowed by, but for its grant: "state=paid". */
const narrowings = (asked: Asked): string[] =>
  Object.entries(asked).flatMap(([key, value]) => {
    const nothing = value === undefined || value === false || (Array.isArray(value) && value.length === 0)
    return neutral.has(key) || nothing ? [] : `${key}=${value}`
  })

/** Whether a list shows every expense, or every one of its grant. */
export const isWhole = (asked: Asked): boolean => narrowings(asked).length === 0

/**
 * What a grant's expenses come to that pass the one filter asked for, where that is one that most may pass and that the kept
 * sums know of: those that are paid, and those paid without a receipt. Null for any other list.
 */
export async function filteredSum(
  ctx: Pick<Context, 'db'>,
  asked: Asked,
  day: string,
): Promise<{ total: number; minor: number } | null> {
  const [only = '', ...more] = narrowings(asked)
  const filter = asked.grant !== undefined && more.length === 0 ? filters[only] : undefined
  if (!filter || asked.grant === undefined) return null
  const by = sql`${day}::date`
  const { rows } = await sql<{ total: number; minor: number }>`
    select coalesce(sum(u.total), 0)::bigint as total, coalesce(sum(u.minor), 0)::bigint as minor from (
      select ${filter.total} as total, ${filter.minor} as minor from ledger_cells c
      where c.grant_id = ${asked.grant} and ${untilDay(by)}
      ${filter.less(asked.grant, by)}
    ) u`.execute(ctx.db)
  return rows[0] ?? null
}

interface Filter {
  /** Of a cell: how many it adds, and what they come to. */
  total: RawBuilder<unknown>
  minor: RawBuilder<unknown>
  /** What the cells know nothing of. */
  less: (grant: string, by: RawBuilder<unknown>) => RawBuilder<unknown>
}

const filters: Record<string, Filter> = {
  // Paid is what no claim, of whichever grant, has been submitted for.
  'state=paid': {
    total: sql`c.settled`,
    minor: sql`c.paid`,
    less: (grant, by) => sql`
      union all
      select -1, -l.amount_minor from ledger l
      where l.grant_id = ${grant} and l.paid_on <= ${by} and l.expense_id in (
        select r.expense_id from claim_rows r join claims k on k.id = r.claim_id where r.kind = 'expense' and k.submitted_on <= ${by})`,
  },
  'gap=receipt': { total: sql`c.bare`, minor: sql`c.bare_paid`, less: () => sql`` },
}

/** The cells c that add up to a day: the months before its own, and the days of its own. */
const untilDay = (by: RawBuilder<unknown>) => sql`(
  c.grain = 'month' and c.day < date_trunc('month', ${by})
  or c.grain = 'day' and c.day >= date_trunc('month', ${by}) and c.day <= ${by})`

/**
 * What a grant's expenses come to by a day, from the kept sums of days and months (decision 0013); null where it has none. These
 * leave out what was cancelled by the day, which a list counts without adding it up, and know what is cancelled only later,
 * which a list doesn't add up either: of both there are few, and they have an index.
 */
export async function wholeSum(
  ctx: Pick<Context, 'db'>,
  grant: string,
  day: string,
): Promise<(Sum & { expenses: number }) | null> {
  const by = sql`${day}::date`
  const { rows } = await sql<Sum & { expenses: number }>`
    select g.id as "grantId", s.expenses::bigint as expenses,
      json_build_object('minor', s.minor::bigint, 'currency', g.currency) as amount
    from (
      select sum(u.expenses) as expenses, sum(u.minor) as minor from (
        select c.expenses, c.planned + c.committed + c.paid as minor from ledger_cells c
        where c.grant_id = ${grant} and ${untilDay(by)}
        union all
        select case when l.cancelled_on <= ${by} then 1 else 0 end, case when l.cancelled_on <= ${by} then 0 else -l.amount_minor end
        from ledger l
        where l.grant_id = ${grant} and l.cancelled_on is not null
          and (l.paid_on <= ${by} or l.committed_on <= ${by} or l.planned_on <= ${by})
      ) u
    ) s join grants g on g.id = ${grant}
    where s.expenses > 0`.execute(ctx.db)
  return rows[0] ?? null
}
