import { sql } from 'kysely'
import type { Budget, BudgetLine } from '../../contract/budget.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'

type Head = Omit<Budget, 'lines' | 'total'>

/** The budget of a grant as of a day; 404 where there is no such grant. */
export async function readGrantBudget(ctx: Context, id: string, asOf?: string): Promise<Budget> {
  const day = await asOfDay(ctx, asOf)
  const { rows } = await sql<Head>`
    select g.id as "grantId", g.version, ${day}::text as "asOf", g.currency,
      (select v.id from budget_versions v where v.grant_id = g.id and v.adopted_on <= ${day}::date
        order by v.adopted_on desc, v.position desc limit 1) as "inForceId",
      coalesce((select json_agg(json_build_object('id', v.id, 'kind', v.kind, 'title', v.title, 'adoptedOn', v.adopted_on, 'note', v.note, 'sample', v.sample,
          'total', (select coalesce(sum(a.amount_minor), 0)::bigint from budget_amounts a where a.version_id = v.id)) order by v.position)
        from budget_versions v where v.grant_id = g.id), '[]') as versions,
      coalesce((select json_agg(json_build_object('id', t.id, 'versionId', t.version_id, 'fromLineId', t.from_line_id, 'toLineId', t.to_line_id,
          'minor', t.amount_minor, 'on', t.on_date, 'reason', t.reason, 'verdict', t.verdict, 'sample', t.sample, 'createdAt', ${instant('t.created_at')},
          'by', case when p.id is not null then json_build_object('id', p.id, 'name', concat_ws(' ', p.given_name, p.family_name)) end)
          order by t.on_date, t.created_at, t.id)
        from budget_transfers t left join people p on p.id = t.by_id where t.grant_id = g.id), '[]') as transfers
    from grants g where g.id = ${id}`.execute(ctx.db)
  const [head] = rows
  if (!head) throw new Failure('not_found', 'There is no such grant')
  const lines = await linesOf(ctx, id, day)
  return { ...head, lines, total: lines.reduce((sum, { budget }) => sum + budget, 0) }
}

/** An instant within JSON, written as the engines write instants elsewhere. */
const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

async function linesOf(ctx: Context, id: string, day: string): Promise<BudgetLine[]> {
  const { rows } = await sql<BudgetLine>`
    select l.id, l.name, l.category, l.sample, ${lineDimensions},
      coalesce((select json_agg(json_build_object('versionId', a.version_id, 'minor', a.amount_minor) order by v.position)
        from budget_amounts a join budget_versions v on v.id = a.version_id where a.line_id = l.id), '[]') as amounts,
      coalesce(b.amount, 0) as budget,
      (select count(*)::int from ledger s where s.line_id = l.id) as expenses
    from budget_lines l
    left join budget_on(${id}, ${day}) b on b.line_id = l.id
    left join organisations o on o.id = l.cluster_id left join markets k on k.id = l.market_id left join missions m on m.id = l.mission_id
    where l.grant_id = ${id}
    order by l.position, l.id`.execute(ctx.db)
  return rows
}

/** What a line is for, of budget_lines l with its cluster o, market k and mission m joined. */
export const lineDimensions = sql`
  case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as cluster, o.colour as "clusterColour",
  case when k.id is not null then json_build_object('id', k.id, 'name', k.name) end as market,
  case when m.id is not null then json_build_object('id', m.id, 'name', m.title) end as mission,
  l.work_package as "workPackage"`
