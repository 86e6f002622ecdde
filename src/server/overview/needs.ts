import { sql } from 'kysely'
import type { Need } from '../../contract/overview.ts'
import type { Scope } from '../../contract/primitives.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import type { Context } from '../context.ts'
import { inScope } from '../scope.ts'

/** How many days ahead something begins to need attention. */
const ahead = { target: 60, obligation: 30, task: 14 }
/** As many as are listed; the count tells of the rest. */
const mostListed = 50

/**
 * What needs attention as of a day, most urgent first: target dates passed or near, agreements that some but not all
 * have signed (`on`: since when they wait), agreements about to end, obligations and tasks due.
 */
export async function needsOn(
  ctx: Context,
  day: CivilDate,
  scope: Scope,
): Promise<{ needs: Need[]; needCount: number }> {
  const date = sql`${day}::date`
  const within = (last: ReturnType<typeof sql>, days: number) => sql`${last} <= ${date} + ${sql.lit(days)}`
  const { rows } = await sql<Need & { count: number }>`
    with standing as (
      select a.id, a.title, a.ends, a.target_signature, k.name as market, s.*,
        s.status in ('prospect', 'negotiation', 'drafting') as open
      from agreements a
      join agreements_on(${date}) s on s.agreement_id = a.id
      left join markets k on k.id = a.market_id
      where a.deleted_at is null and ${inScope('agreements', 'a.id', scope)}
    ),
    needed (kind, noun, record_id, task_id, title, detail, due) as (
      select 'overdue_signature', 'agreements', id, null::uuid, title, market, partial_last(target_signature) from standing where overdue
      union all
      select 'target_near', 'agreements', id, null, title, market, partial_last(target_signature)
      from standing where open and not overdue and ${within(sql`partial_last(target_signature)`, ahead.target)}
      union all
      select 'signature_missing', 'agreements', n.id, null, n.title, waiting.missing, waiting.since
      from standing n
      cross join lateral (
        select string_agg(o.name, ', ' order by p.position) filter (where g.id is null) as missing, max(g.signed_on) as since
        from agreement_parties p join organisations o on o.id = p.organisation_id
        left join signatures g on g.party_id = p.id and g.decision = 'signed' and g.signed_on <= ${date}
        where p.agreement_id = n.id and p.required
      ) waiting
      where n.open and n.signed_count > 0 and n.signed_count < n.required_count
      union all
      select 'expiring', 'agreements', id, null, title, market, partial_last(ends) from standing where status = 'expiring'
      union all
      select 'obligation_due', 'agreements', n.id, null, b.description, n.title, partial_last(b.due)
      from obligations b
      join cooperation_actions c on c.id = b.action_id and c.state <> 'dropped'
      join standing n on n.id = b.agreement_id and n.status not in ('abandoned', 'terminated')
      where b.progress < 100 and ${within(sql`partial_last(b.due)`, ahead.obligation)}
      union all
      select 'task_due', t.noun, t.record_id, t.id, t.title, record_title(t.noun, t.record_id), t.due
      from tasks t
      where (t.done_on is null or t.done_on > ${date}) and ${within(sql`t.due`, ahead.task)} and ${inScope('tasks', 't.id', scope)}
    )
    select kind, noun, record_id as "recordId", task_id as "taskId", title, detail, due as "on", count(*) over ()::int as count
    from needed
    order by due, kind, folded(title), record_id, task_id
    limit ${sql.lit(mostListed)}`.execute(ctx.db)
  return { needs: rows.map(({ count: _, ...need }) => need), needCount: rows[0]?.count ?? 0 }
}
