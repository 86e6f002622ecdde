import { sql } from 'kysely'
import type { Expense } from '../../contract/expenses.ts'
import { type ClaimSteps, claimState, type RowDecision } from '../../domain/claim.ts'
import { type ExpenseGap, eligibleMinor, expenseState } from '../../domain/expense.ts'
import { aidableMinor, aidFlawsOf } from '../../domain/expense-aid.ts'
import type { FunderKind } from '../../domain/grant.ts'
import { claimTitle } from '../claims/title.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { aidByIt, helpingOf } from './aid.ts'

/** One expense as of a day; 404 where there is none. One in the bin is given, marked. */
export async function readExpenseAt(ctx: Context, id: string, asOf?: string): Promise<Expense> {
  const [found] = await expensesOf(ctx, [id], await asOfDay(ctx, asOf))
  if (!found) throw new Failure('not_found', 'There is no such expense')
  return found
}

type Share = Expense['shares'][number]

interface FoundShare extends Omit<Share, 'claim'> {
  claim:
    | (ClaimSteps & { id: string; number: number; title: string | null; decision: RowDecision | null })
    | null
  /** The grant asks for a second person, and has lines that the share could stand against. */
  secondApproval: boolean
  hasLines: boolean
  funders: FunderKind[]
}

type Found = Omit<Expense, 'shares' | 'state' | 'eligible' | 'own' | 'aidable' | 'gaps' | 'asOf'> & {
  shares: FoundShare[]
}

/** These expenses, in this order, as of a day. */
export async function expensesOf(ctx: Context, ids: readonly string[], day: string): Promise<Expense[]> {
  if (ids.length === 0) return []
  const wanted = sql`${sql.val([...ids])}::uuid[]`
  const { rows } = await sql<Found>`
    select e.id, e.version, e.sample, e.title, e.reference, e.note,
      ${named('s')} as supplier, e.supplier_name as "supplierName", ${named('p')} as payer, p.colour as "payerColour",
      ${named('b')} as beneficiary, ${named('c')} as company,
      case when m.id is not null then json_build_object('id', m.id, 'name', m.title) end as mission,
      json_build_object('minor', e.amount_minor, 'currency', e.currency) as amount,
      e.vat_minor as "vatMinor", e.vat_recoverable as "vatRecoverable",
      e.planned_on as "plannedOn", e.expected_on as "expectedOn", e.committed_on as "committedOn", e.paid_on as "paidOn",
      e.cancelled_on as "cancelledOn",
      case when o.id is not null then json_build_object('id', o.id, 'name', o.title) end as "partOf",
      (select coalesce(sum(i.amount_minor), 0)::bigint from expenses i where i.part_of_id = e.id and i.deleted_at is null
        and i.currency = e.currency and i.paid_on <= ${day}::date) as invoiced,
      ${shares} as shares, ${aid} as aid,
      (select count(*)::int from documents d where d.noun = 'expenses' and d.record_id = e.id) as receipts,
      ${person('e.entered_by_id')} as "enteredBy", ${person('e.approved_by_id')} as "approvedBy", e.approved_on as "approvedOn",
      e.deleted_at as "deletedAt", e.created_at as "createdAt", e.updated_at as "updatedAt"
    from expenses e
    left join organisations s on s.id = e.supplier_id left join organisations p on p.id = e.payer_id
    left join organisations b on b.id = e.beneficiary_id left join organisations c on c.id = e.company_id
    left join missions m on m.id = e.mission_id left join expenses o on o.id = e.part_of_id
    where e.id = any (${wanted})
    order by array_position(${wanted}, e.id)`.execute(ctx.db)
  return rows.map((row) => asOfDayOf(row, day))
}

const named = (alias: string) =>
  sql`case when ${sql.ref(`${alias}.id`)} is not null then json_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)}) end`

const person = (column: string) =>
  sql`(select json_build_object('id', h.id, 'name', concat_ws(' ', h.given_name, h.family_name)) from people h where h.id = ${sql.ref(column)})`

const aid = sql`coalesce((
  select json_agg(json_build_object('id', a.id, 'company', json_build_object('id', n.id, 'name', n.name),
    'amount', json_build_object('minor', a.amount_minor, 'currency', a.currency), 'grantedOn', a.granted_on) order by a.granted_on, a.id)
  from aid a join organisations n on n.id = a.organisation_id where a.expense_id = e.id), '[]')`

/** A rate as stored in the columns of a share or of a claim's row. */
export const rateColumns = (
  alias: string,
) => sql`json_build_object('policy', ${sql.ref(`${alias}.rate_policy`)},
  'rate', ${sql.ref(`${alias}.rate`)}, 'crossRate', ${sql.ref(`${alias}.cross_rate`)}, 'on', ${sql.ref(`${alias}.rate_on`)},
  'source', ${sql.ref(`${alias}.rate_source`)}, 'provisional', ${sql.ref(`${alias}.rate_provisional`)})`

const shares = sql`coalesce((
  select json_agg(json_build_object('id', x.id, 'grant', json_build_object('id', g.id, 'name', g.title), 'lineId', x.line_id,
    'category', l.category, 'bp', x.bp, 'part', x.part_minor,
    'amount', json_build_object('minor', x.amount_minor, 'currency', g.currency), 'rate', ${rateColumns('x')},
    'secondApproval', (g.rules ->> 'secondApproval')::boolean,
    'funders', coalesce((select json_agg(f.kind order by f.position) from grant_funders f where f.grant_id = g.id), '[]'),
    'hasLines', exists (select from budget_lines h where h.grant_id = g.id),
    'claim', (select json_build_object('id', k.id, 'number', k.number, 'title', ${claimTitle('k')}, 'frozenOn', k.frozen_on, 'submittedOn', k.submitted_on,
        'decidedOn', k.decided_on, 'paidOn', k.paid_on, 'decision', r.decision)
      from claim_rows r join claims k on k.id = r.claim_id where r.share_id = x.id and r.kind = 'expense')) order by x.position)
  from expense_shares x join grants g on g.id = x.grant_id left join budget_lines l on l.id = x.line_id
  where x.expense_id = e.id), '[]')`

function asOfDayOf(row: Found, day: string): Expense {
  const { shares: found, ...rest } = row
  const claims = found.flatMap(({ claim }) =>
    claim
      ? {
          claimedOn: claim.submittedOn,
          reimbursedOn: claim.decision === 'rejected' ? null : claim.paidOn,
          rejectedOn: claim.decision === 'rejected' ? claim.decidedOn : null,
        }
      : [],
  )
  const eligible = eligibleMinor(row.amount.minor, row.vatMinor, row.vatRecoverable)
  return {
    ...rest,
    state: expenseState(row, claims, day),
    asOf: day,
    eligible,
    aidable: row.company ? aidableMinor(found.map(({ part: minor, funders }) => ({ minor, funders }))) : 0,
    shares: found.map(({ claim, secondApproval: _, hasLines: __, funders: ___, ...share }) => ({
      ...share,
      claim: claim && {
        id: claim.id,
        number: claim.number,
        title: claim.title,
        state: claimState(claim),
      },
    })),
    own: eligible - found.reduce((sum, { part }) => sum + part, 0),
    gaps: gapsOf(row, eligible, day),
  }
}

/** What is missing as of the day. The list's filter `gap` has the same in SQL. */
function gapsOf(row: Found, eligible: number, day: string): ExpenseGap[] {
  const { shares: of, paidOn, receipts, approvedOn } = row
  const gaps: [ExpenseGap, boolean][] = [
    ['receipt', paidOn !== null && paidOn <= day && receipts === 0],
    ['approval', approvedOn === null && of.some(({ secondApproval }) => secondApproval)],
    ['line', of.some(({ lineId, hasLines }) => lineId === null && hasLines)],
    ['rate', of.some(({ rate }) => rate.provisional)],
    ['shares', of.length === 0],
    ['aid', aidFlawsOf(helpingOf({ ...row, eligible }), aidByIt(row)).length > 0],
  ]
  return gaps.flatMap(([gap, is]) => (is ? [gap] : []))
}
