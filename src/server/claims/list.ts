import { sql } from 'kysely'
import type { listClaims } from '../../contract/claims.ts'
import type { Reply } from '../../contract/endpoint.ts'
import { claimState, unclaimedPeriods } from '../../domain/claim.ts'
import type { GrantRules } from '../../domain/grant.ts'
import { indirectCosts } from '../../domain/indirect-costs.ts'
import { asOfDay } from '../context.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'
import { seenRows } from './rows.ts'
import { claimTitle } from './title.ts'

type Item = Reply<typeof listClaims>['items'][number]

export const listOfGrant: Verb<typeof listClaims> = async (ctx, { params: { id }, query }) => {
  const day = await asOfDay(ctx, query.asOf)
  const grant = await ctx.db.selectFrom('grants').select('rules').where('id', '=', id).executeTakeFirst()
  if (!grant) throw new Failure('not_found', 'There is no such grant')
  const rules = grant.rules as GrantRules
  const { rows } = await sql<
    Omit<Item, 'state' | 'total'> & {
      frozen: GrantRules | null
      sums: { category: string | null; minor: number }[]
    }
  >`
    select c.id, c.number, ${claimTitle('c')} as title, c.from_date as from, c.to_date as to, c.due_on as "dueOn", c.frozen_on as "frozenOn",
      c.submitted_on as "submittedOn", c.decided_on as "decidedOn", c.paid_on as "paidOn", c.paid_minor as "paidMinor", c.sample,
      c.frozen -> 'rules' as frozen, t.rows as "rowCount", t.rejected, t.sums
    from claims c
    cross join lateral (
      select coalesce(sum(y.rows), 0)::int as rows, coalesce(sum(y.rejected), 0)::bigint as rejected,
        coalesce(json_agg(json_build_object('category', y.category, 'minor', y.minor)), '[]') as sums
      from (
        select l.category, sum(r.amount_minor)::bigint as minor, count(*) as rows,
          sum(case when r.decision = 'rejected' then r.amount_minor else 0 end)::bigint as rejected
        from ${seenRows(sql`c.id`)} r left join budget_lines l on l.id = r.line_id group by l.category
      ) y
    ) t
    where c.grant_id = ${id} order by c.number desc`.execute(ctx.db)
  const periods = unclaimedPeriods(rules.claimPeriods, rows, day)
  return {
    items: rows.map(({ frozen, sums, ...row }) => ({
      ...row,
      state: claimState(row),
      total: sums.reduce((all, { minor }) => all + minor, 0) + indirectCosts(frozen ?? rules, sums),
    })),
    due: periods.map((period) => ({ ...period, late: period.due < day })),
  }
}
