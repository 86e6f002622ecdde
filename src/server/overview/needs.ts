import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../contract/primitives.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import { taskStands } from '../dossier/task-list.ts'
import { inScope } from '../scope.ts'
import { ahead, neededByMissions } from './needs-of-missions.ts'

/**
 * The query of what needs attention as of a day, over `standing` (the agreements in scope) and `missions_standing`: target
 * dates passed or near, agreements that some but not all have signed (`due`: since when they wait), agreements about to end,
 * obligations and tasks due; missions near and what waits in them.
 */
export function needed(day: CivilDate, scope: Scope): RawBuilder<unknown> {
  const date = sql`${day}::date`
  const within = (last: RawBuilder<unknown>, days: number) => sql`${last} <= ${date} + ${sql.lit(days)}`
  return sql`
    select 'overdue_signature' as kind, 'agreements' as noun, n.id as record_id, null::uuid as task_id, n.title, n.market as detail, n.target as due, null::int as count
    from standing n where n.overdue
    union all
    select 'target_near', 'agreements', n.id, null, n.title, n.market, n.target, null
    from standing n where n.open and not n.overdue and ${within(sql`n.target`, ahead.target)}
    union all
    select 'signature_missing', 'agreements', n.id, null, n.title, waiting.missing, waiting.since, null
    from standing n
    cross join lateral (
      select string_agg(o.name, ', ' order by p.position) filter (where g.id is null) as missing, max(g.signed_on) as since
      from agreement_parties p join organisations o on o.id = p.organisation_id
      left join signatures g on g.party_id = p.id and g.decision = 'signed' and g.signed_on <= ${date}
      where p.agreement_id = n.id and p.required
    ) waiting
    where n.open and n.signed_count > 0 and n.signed_count < n.required_count
    union all
    select 'expiring', 'agreements', n.id, null, n.title, n.market, n.last_day, null from standing n where n.status = 'expiring'
    union all
    select 'obligation_due', 'agreements', n.id, null, b.description, n.title, partial_last(b.due), null
    from obligations b
    join cooperation_actions c on c.id = b.action_id and c.state <> 'dropped'
    join standing n on n.id = b.agreement_id and n.status not in ('abandoned', 'terminated')
    where b.progress < 100 and ${within(sql`partial_last(b.due)`, ahead.obligation)}
    union all
    -- What a task is about is looked up for those that are shown: doing so takes longer than finding them.
    select 'task_due', t.noun, t.record_id, t.id, t.title, null, t.due, null
    from tasks t
    where ${taskStands('t', 'open', day)} and ${within(sql`t.due`, ahead.task)} and ${inScope('tasks', 't.id', scope)}
    union all
    ${neededByMissions(day)}`
}
