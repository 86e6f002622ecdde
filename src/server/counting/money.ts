import { sql } from 'kysely'
import type { CivilDate } from '../../domain/partial-date.ts'
import { costOf, invoicedOf } from '../expenses/cost.ts'
import { expensesInScope, inScope } from '../scope.ts'
import { asked, type Counting, type CountingScope, type Fragment, inPeriod, type Source } from './rule.ts'

const narrowed = ({ alliance, cluster, market }: CountingScope) => ({
  ...(alliance ? { alliance } : {}),
  ...(cluster ? { cluster } : {}),
  ...(market ? { market } : {}),
})

/**
 * Expenses by the day they were paid or committed; of a grant what it bears, in its currency, else what they cost. Of an order
 * there counts what has not been invoiced and paid.
 */
export function expensesLookedAt({ rule, scope, day }: Counting): Source {
  const by = sql`${day}::date`
  const paid = rule.measure === 'expenses_paid'
  const on = paid ? sql`t.paid_on` : sql`t.committed_on`
  const { grant } = scope
  const whole = grant ? sql`s.amount_minor` : costOf('t')
  const invoiced = grant ? borneOf(grant, day) : invoicedOf('t', day)
  const minor = paid ? whole : sql`${whole} - least(${whole}, ${invoiced})`
  return {
    rows: sql`
      select t.id, 'expenses' as part, 'expenses' as noun, t.id as record_id, t.version, t.title, t.company_id, ${on} as on_day,
        null::uuid as market_id, ${minor} as minor, ${grant ? sql`g.currency` : sql`t.currency`}::text as currency,
        t.sample, t.deleted_at is not null as binned, coalesce(t.cancelled_on <= ${by}, false) as cancelled,
        coalesce(t.paid_on <= ${by}, false) as paid, coalesce(t.committed_on <= ${by}, false) as committed
      from expenses t ${grant ? sql`join expense_shares s on s.expense_id = t.id and s.grant_id = ${grant} join grants g on g.id = s.grant_id` : sql``}
      where ${expensesInScope('t', narrowed(scope))} and ${asked(scope.mission, (id) => sql`t.mission_id = ${id}`)}
        and ${asked(scope.company, (id) => sql`t.company_id = ${id}`)}`,
    conditions: [
      ['in_bin', sql`not x.binned`],
      ['cancelled', sql`not x.cancelled`],
      [
        'other_market',
        rule.market ? inScope('expenses', 'x.id', { market: rule.market }) : (sql`true` as Fragment),
      ],
      ...(paid
        ? ([['not_paid', sql`x.paid`]] as const)
        : ([['not_committed', sql`(x.committed and not x.paid)`]] as const)),
      ['outside_period', inPeriod(rule)],
    ],
  }
}

/** What of an order `t` a grant bears of its invoices that were paid by a day, as its position takes it off. */
const borneOf = (grant: string, day: CivilDate) => sql`(
  select coalesce(sum(i.amount_minor), 0)::bigint from ledger i
  where i.order_id = t.id and i.grant_id = ${grant} and i.paid_on <= ${day}::date)`

/** The budget's lines as of the day, of the grants in scope; of a cluster or a market only its own lines. */
export function budgetLookedAt({ scope, day }: Counting): Source {
  const { cluster, market } = scope
  return {
    rows: sql`
      select l.id, 'budget_lines' as part, 'grants' as noun, g.id as record_id, g.version, concat_ws(' – ', g.title, coalesce(l.name, l.work_package, l.category)) as title,
        null::uuid as company_id, null::date as on_day, l.market_id, b.amount as minor, g.currency::text as currency, g.sample or l.sample as sample,
        g.deleted_at is not null as binned
      from grants g cross join lateral budget_on(g.id, ${day}::date) b join budget_lines l on l.id = b.line_id
      where ${asked(scope.grant, (id) => sql`g.id = ${id}`)} and ${inScope('grants', 'g.id', narrowed(scope))}
        and ${asked(cluster, (id) => sql`coalesce(l.cluster_id, g.cluster_id) = ${id}`)} and ${asked(market, (id) => sql`l.market_id = ${id}`)}`,
    conditions: [['in_bin', sql`not x.binned`]],
  }
}
