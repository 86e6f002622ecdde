import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { expenseList } from '../../contract/expenses.ts'
import type { ExpenseGap, ExpenseState } from '../../domain/expense.ts'

type Condition = RawBuilder<boolean>
export type Asked = z.output<typeof expenseList>

/**
 * A list reads the ledger of the grant asked for, or else the expenses themselves, as `t`; both hold the days, the currency
 * and who pays. What only an expense holds is looked up.
 */
export const idOf = ({ grant }: Pick<Asked, 'grant'>) => (grant ? 't.expense_id' : 't.id')

/** What narrows a list, over `t`. */
export function conditionsOf(asked: Asked, day: string): Condition[] {
  const id = sql.ref(idOf(asked))
  const { grant, line, unassigned, category, state, payer, beneficiary, currency, gap, outside } = asked
  const conditions: (Condition | false | undefined)[] = [
    // What nobody knew of by the day is not there.
    sql<boolean>`(t.paid_on <= ${day}::date or t.committed_on <= ${day}::date or t.planned_on <= ${day}::date)`,
    grant !== undefined && sql<boolean>`t.grant_id = ${grant}`,
    grant === undefined && sql<boolean>`t.deleted_at is null`,
    line !== undefined &&
      sql<boolean>`${id} in (select s.expense_id from expense_shares s where s.line_id = ${line})`,
    unassigned &&
      sql<boolean>`${id} in (select s.expense_id from expense_shares s where s.line_id is null and ${ofGrant(grant)})`,
    category?.length
      ? sql<boolean>`${id} in (select s.expense_id from expense_shares s join budget_lines l on l.id = s.line_id
        where l.category = any (${sql.val(category)}::text[]) and ${ofGrant(grant)})`
      : undefined,
    payer !== undefined && sql<boolean>`t.payer_id = ${payer}`,
    beneficiary !== undefined && sql<boolean>`t.beneficiary_id = ${beneficiary}`,
    currency?.length ? sql<boolean>`t.currency = any (${sql.val(currency)}::text[])` : undefined,
    ...(['mission', 'company', 'supplier'] as const).map((field) => {
      const wanted = asked[field]
      return (
        wanted !== undefined &&
        sql<boolean>`${id} in (select e.id from expenses e where ${sql.ref(`e.${field}_id`)} = ${wanted})`
      )
    }),
    asked.order !== undefined &&
      sql<boolean>`${sql.ref(grant ? 't.order_id' : 't.part_of_id')} = ${asked.order}`,
    asked.claim !== undefined &&
      sql<boolean>`${id} in (select r.expense_id from claim_rows r where r.claim_id = ${asked.claim})`,
    asked.from !== undefined && sql<boolean>`${reckoned(asked)} >= ${asked.from}::date`,
    asked.to !== undefined && sql<boolean>`${reckoned(asked)} <= ${asked.to}::date`,
    state?.length ? among(state, id, day) : undefined,
    gap?.length ? anyOf(gap.map((one) => lacks(one, id, grant, day))) : undefined,
    outside && outsideDays(id, grant, reckoned(asked)),
  ]
  return conditions.flatMap((condition) => condition || [])
}

/** The day that an expense is reckoned by. */
export const reckoned = ({ grant }: Pick<Asked, 'grant'>) =>
  grant ? sql`t.reckoned_on` : sql`reckoning_day(t.paid_on, t.committed_on, t.expected_on, t.planned_on)`

const ofGrant = (grant: string | undefined) => (grant ? sql`s.grant_id = ${grant}` : sql`true`)
const anyOf = (conditions: readonly Condition[]) => sql<boolean>`(${sql.join(conditions, sql` or `)})`

/** What was paid, whatever became of its claim, is asked in one: to the database four questions look like four times as many answers. */
function among(states: readonly ExpenseState[], id: RawBuilder<unknown>, day: string): Condition {
  const isWhole = paidStates.every((one) => states.includes(one))
  const others = states.filter((one) => !(isWhole && paidStates.includes(one)))
  const by = sql`${day}::date`
  const claimed = sql`${id} in (select r.expense_id from claim_rows r join claims c on c.id = r.claim_id
    where r.kind = 'expense' and c.submitted_on <= ${by})`
  const whole = sql<boolean>`(t.paid_on <= ${by} and (coalesce(t.cancelled_on > ${by}, true) or ${claimed}))`
  return anyOf([...(isWhole ? [whole] : []), ...others.map((one) => isIn(one, id, day))])
}

/** The states of what was paid. */
const paidStates: readonly ExpenseState[] = ['paid', 'claimed', 'reimbursed', 'rejected']

/** The SQL twin of `expenseState` in src/domain/expense.ts, state by state, so that each asks for no more than it needs. */
function isIn(state: ExpenseState, id: RawBuilder<unknown>, day: string): Condition {
  const by = sql`${day}::date`
  const alive = sql`coalesce(t.cancelled_on > ${by}, true)`
  const claims = (condition: RawBuilder<unknown>) => sql`
    ${id} in (select r.expense_id from claim_rows r join claims c on c.id = r.claim_id
      where r.kind = 'expense' and c.submitted_on <= ${by} and ${condition})`
  const any = claims(sql`true`)
  const refunded = claims(sql`c.paid_on <= ${by} and r.decision is distinct from 'rejected'`)
  const open = claims(sql`not (r.decision is not distinct from 'rejected' and c.decided_on <= ${by})`)
  switch (state) {
    case 'cancelled':
      return sql<boolean>`t.cancelled_on <= ${by}`
    case 'planned':
      return sql<boolean>`(${alive} and coalesce(t.paid_on > ${by}, true) and coalesce(t.committed_on > ${by}, true))`
    case 'committed':
      return sql<boolean>`(${alive} and coalesce(t.paid_on > ${by}, true) and t.committed_on <= ${by})`
    case 'paid':
      return sql<boolean>`(${alive} and t.paid_on <= ${by} and not ${any})`
    case 'reimbursed':
      return sql<boolean>`(t.paid_on <= ${by} and ${refunded})`
    case 'rejected':
      return sql<boolean>`(t.paid_on <= ${by} and ${any} and not ${open})`
    case 'claimed':
      return sql<boolean>`(t.paid_on <= ${by} and ${open} and not ${refunded})`
  }
}

function lacks(gap: ExpenseGap, id: RawBuilder<unknown>, grant: string | undefined, day: string): Condition {
  const shares = (condition: RawBuilder<unknown>) => sql<boolean>`
    ${id} in (select s.expense_id from expense_shares s join grants g on g.id = s.grant_id where ${ofGrant(grant)} and ${condition})`
  switch (gap) {
    case 'receipt':
      // What is paid is not cancelled; and the ledger knows of receipts.
      return sql<boolean>`(t.paid_on <= ${day}::date and ${
        grant
          ? sql`not t.has_receipt`
          : sql`${id} not in (select d.record_id from documents d where d.noun = 'expenses')`
      })`
    case 'approval':
      return sql<boolean>`(${shares(sql`(g.rules ->> 'secondApproval')::boolean`)}
        and ${id} in (select e.id from expenses e where e.approved_on is null))`
    case 'line':
      return shares(sql`s.line_id is null and exists (select from budget_lines h where h.grant_id = g.id)`)
    case 'rate':
      return shares(sql`s.rate_provisional`)
    case 'aid':
      return sql<boolean>`${id} in (
        select e.id from aid a join expenses e on e.id = a.expense_id group by e.id
        having bool_or(e.company_id is distinct from a.organisation_id) or e.cancelled_on is not null
          or sum(a.amount_minor) filter (where a.currency = e.currency)
            > e.amount_minor - case when e.vat_recoverable then coalesce(e.vat_minor, 0) else 0 end)`
    case 'shares':
      return sql<boolean>`${id} not in (select s.expense_id from expense_shares s)`
  }
}

/** Outside the days that a grant counts: those of its rules, else of its period. */
const outsideDays = (
  id: RawBuilder<unknown>,
  grant: string | undefined,
  on: RawBuilder<unknown>,
): Condition =>
  sql<boolean>`exists (
    select from expense_shares s join grants g on g.id = s.grant_id
    where s.expense_id = ${id} and ${ofGrant(grant)} and coalesce(t.cancelled_on is null, true) and case
      when jsonb_typeof(g.rules -> 'eligible') = 'object'
        then coalesce(${on} < (g.rules #>> '{eligible,from}')::date, false) or coalesce(${on} > (g.rules #>> '{eligible,to}')::date, false)
      else coalesce(${on} < partial_first(g.starts), false) or coalesce(${on} > partial_last(g.ends), false) end)`
