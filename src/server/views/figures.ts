import { type RawBuilder, sql } from 'kysely'
import { companyList } from '../../contract/companies.ts'
import { expenseList } from '../../contract/expenses.ts'
import type { Scope } from '../../contract/primitives.ts'
import type { View } from '../../contract/views.ts'
import { type FigureName, figureLists, figureNames } from '../../domain/figures.ts'
import { usefulRatings } from '../../domain/meeting.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import { conditionsOf as companiesWhere } from '../companies/filters.ts'
import type { Context } from '../context.ts'
import { taskStands } from '../dossier/task-list.ts'
import { conditionsOf as expensesWhere } from '../expenses/conditions.ts'
import { costOf } from '../expenses/cost.ts'
import { expensesInScope, inScope } from '../scope.ts'
import { ofSme } from '../served/figures.ts'
import { recordsAsOf } from '../served/records.ts'

type Fragment = RawBuilder<unknown>
type Counts = Record<FigureName, number>

/** The statuses that a figure's list is narrowed to, as a condition on a column. */
const among = (name: FigureName, column: string): Fragment => {
  const { status = '' } = figureLists[name].query as { status?: string }
  return sql`${sql.ref(column)} = any (${sql.val(status.split(','))}::text[])`
}

/** The same for all: how many of the rows of `from` each of these figures counts. */
const tallied = (from: string, names: readonly FigureName[], condition: (name: FigureName) => Fragment) =>
  names.map(
    (name) => sql`(select count(*)::int from ${sql.table(from)} where ${condition(name)}) as ${sql.id(name)}`,
  )

const ofAgreements = ['open', 'unstarted', 'inForce', 'expiring', 'ended'] as const
const ofMissions = ['toCome', 'running', 'held', 'cancelled'] as const
const ofExpenses = ['planned', 'committed', 'paid'] as const

/**
 * How many records each list holds in the scope as of the day, in one question to the database; and what expenses and
 * outcomes come to per currency. The conditions are the lists' own.
 */
export async function countFigures(
  ctx: Context,
  day: CivilDate,
  scope: Scope,
): Promise<{ counts: Counts; money: View['money'] }> {
  const { rows } = await sql<Counts & { money: View['money'] }>`
    with agreement as materialized (${agreementsIn(day, scope)}),
    mission as materialized (${missionsIn(day, scope)}),
    r as materialized (${recordsIn(day, scope)}),
    expense as materialized (${expensesIn(day, scope)}),
    company as materialized (${companiesIn(day, scope)})
    select ${sql.join([
      ...tallied('agreement', ofAgreements, (name) => among(name, 'agreement.status')),
      sql`(select count(*)::int from agreement where agreement.overdue) as overdue`,
      ...tallied('mission', ofMissions, (name) => among(name, 'mission.status')),
      ...ofExpenses.map(
        (name) =>
          sql`(select coalesce(sum(expense.count), 0)::int from expense where expense.standing = ${sql.lit(name)}) as ${sql.id(name)}`,
      ),
      ...companyFigures(day),
      sql`(select count(*)::int from grants g where g.deleted_at is null and ${inScope('grants', 'g.id', scope)}) as grants`,
      sql`(select count(*)::int from tasks t where ${taskStands('t', 'open', day)} and ${inScope('tasks', 't.id', scope)}) as tasks`,
      sql`s.*`,
      sql`json_build_object(${sql.join([
        ...ofExpenses.flatMap((name) => [
          sql.lit(name),
          sumsOf(
            sql`select expense.currency, expense.minor from expense where expense.standing = ${sql.lit(name)}`,
          ),
        ]),
        sql.lit('outcomes'),
        sumsOf(
          sql`select distinct on (r.record_id) r.value_currency as currency, r.value_minor as minor from r where r.kind = 'outcome' and r.value_minor is not null`,
        ),
      ])}) as money`,
    ])}
    from (${servedFigures}) s`.execute(ctx.db)
  const [found] = rows
  if (!found) throw new Error('A count is always one row')
  const { money, ...counts } = found
  return { counts: counts as Counts, money }
}

const agreementsIn = (day: CivilDate, scope: Scope) => sql`
  select s.status, s.overdue
  from agreements a join agreements_on(${day}) s on s.agreement_id = a.id
  where a.deleted_at is null and ${inScope('agreements', 'a.id', scope)}`

const missionsIn = (day: CivilDate, scope: Scope) => sql`
  select s.status
  from missions m join missions_on(${day}) s on s.mission_id = m.id
  where m.deleted_at is null and ${inScope('missions', 'm.id', scope)}`

/** What the figures and sums ask of the records. */
const recordsIn = (day: CivilDate, scope: Scope) => sql`
  select r.kind, r.record_id, r.organisation_id, r.serves, r.status, r.rating, r.value_minor, r.value_currency
  from (${recordsAsOf(day, scope)}) r`

/** Expenses by what they are as of the day, where a figure counts them, and by currency. */
const expensesIn = (day: CivilDate, scope: Scope) => sql`
  select x.standing, x.currency, count(*) as count, sum(x.minor) as minor
  from (
    select ${costOf('t')} as minor, t.currency, case ${sql.join(
      ofExpenses.map((name) => sql`when ${expensesAs(name, day)} then ${sql.lit(name)}`),
      sql` `,
    )} end as standing
    from expenses t where ${expensesInScope('t', scope)}
  ) x
  where x.standing is not null group by x.standing, x.currency`

/** The list's own conditions, over expenses `t`. */
export const expensesAs = (name: (typeof ofExpenses)[number], day: CivilDate) =>
  sql`(${sql.join(expensesWhere(expenseList.parse(figureLists[name].query), day), sql` and `)})`

/** Every company of the scope; what narrows them further asks for no more than these columns. */
const companiesIn = (day: CivilDate, scope: Scope) => sql`
  select organisations.id, organisations.kinds from organisations where organisations.deleted_at is null
    and ${sql.join(companiesWhere(companyList.parse({ ...scope, ...figureLists.companies.query }), day, null), sql` and `)}`

const companyFigures = (day: CivilDate) =>
  (['companies', 'smes', 'notServed'] as const).map((name) => {
    const narrower = companiesWhere(companyList.parse(figureLists[name].query), day, null)
    return sql`(select count(*)::int from company organisations where ${sql.join(narrower, sql` and `)}) as ${sql.id(name)}`
  })

const servedFigures = sql`
  select count(distinct r.organisation_id) filter (where r.serves)::int as served,
    count(distinct r.organisation_id) filter (where r.serves and ${ofSme})::int as "smesServed",
    (count(*) filter (where r.kind = 'mission'))::int as participations,
    (count(*) filter (where r.kind = 'service'))::int as services,
    (count(*) filter (where r.kind = 'aid'))::int as aids,
    count(distinct r.record_id) filter (where r.kind = 'meeting')::int as meetings,
    count(distinct r.record_id) filter (where r.kind = 'meeting' and r.rating in (${sql.join([...usefulRatings])}))::int as useful,
    count(distinct r.record_id) filter (where r.kind = 'outcome')::int as outcomes
  from r`

const sumsOf = (amounts: Fragment) => sql`coalesce((
  select json_agg(json_build_object('currency', m.currency, 'minor', m.minor) order by m.currency)
  from (select x.currency, sum(x.minor)::bigint as minor from (${amounts}) x group by x.currency) m), '[]')`

/** Each figure with the list that holds what it counts, narrowed to the scope. */
export function asFigures(counts: Counts, { asOf: _, ...scope }: Scope): View['figures'] {
  const within = Object.fromEntries(Object.entries(scope).filter(([, value]) => value !== undefined))
  const entries = figureNames.map((name) => {
    const { list, query } = figureLists[name]
    return [name, { count: counts[name], list, query: { ...query, ...within } }]
  })
  return Object.fromEntries(entries) as View['figures']
}
