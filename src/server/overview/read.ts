import { type RawBuilder, sql } from 'kysely'
import type { Overview, readOverview } from '../../contract/overview.ts'
import { agreementStatuses } from '../../domain/agreement.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import { asOfDay } from '../context.ts'
import type { Verb } from '../route.ts'
import { inScope } from '../scope.ts'
import { needed } from './needs.ts'
import { byUrgency, neededByGrants, openGrants } from './needs-of-grants.ts'
import { claimsOnTimeline } from './timeline-claims.ts'

/** Needs listed at most, the most urgent; the count tells of the rest. */
const mostNeeds = 50
/** Agreements shown under each status of the pipeline. */
const shownPerStatus = 5
/** Agreements and missions on the timeline at most: those that begin first. */
const mostOnTimeline = 300

/** What needs attention, how the agreements stand, and the year around the day; in the scope and as of the day. */
export const readTheOverview: Verb<typeof readOverview> = async (ctx, { query: scope }) => {
  const day = await asOfDay(ctx, scope.asOf)
  // How each agreement stands is worked out once, for all three.
  const { rows } = await sql<Omit<Overview, 'asOf'>>`
    with standing as materialized (
      select x.*, x.status in ('prospect', 'negotiation', 'drafting') as open
      from (
        select a.id, a.title, k.name as market, a.starts, a.ends, a.target_signature, a.abandoned_on, a.terminated_on,
          s.status, s.overdue, s.signed_count, s.required_count,
          case when s.signed_on <= ${day}::date then s.signed_on end as signed_on,
          partial_last(a.target_signature) as target, partial_first(a.starts) as first_day, partial_last(a.ends) as last_day
        from agreements a
        join agreements_on(${day}) s on s.agreement_id = a.id
        left join markets k on k.id = a.market_id
        where a.deleted_at is null and ${inScope('agreements', 'a.id', scope)}
        -- So that each status is worked out once.
        offset 0
      ) x
    ),
    missions_standing as materialized (
      select m.id, m.title, m.kind, m.starts, m.ends, m.capacity, m.applications_close, s.status,
        s.status in ('idea', 'planned', 'preparing') as to_come, concat_ws(', ', m.town, k.name) as place,
        partial_first(coalesce(m.starts, m.ends)) as first_day, partial_last(coalesce(m.ends, m.starts)) as last_day
      from missions m
      join missions_on(${day}) s on s.mission_id = m.id
      left join markets k on k.id = m.market_id
      where m.deleted_at is null and ${inScope('missions', 'm.id', scope)}
    ),
    needed as materialized (${needed(day, scope)})
    select (select count(*)::int from needed) as "needCount", ${needs} as needs, ${pipeline(day)} as pipeline, ${timeline(day)} as timeline`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw new Error('The overview is always one row')
  const grants = await openGrants(ctx, day, scope)
  const ofGrants = await neededByGrants(ctx, day, grants)
  return {
    asOf: day,
    ...found,
    needCount: found.needCount + ofGrants.length,
    timeline: [...found.timeline, ...(await claimsOnTimeline(ctx, day, grants))],
    needs: byUrgency([...found.needs, ...ofGrants], day).slice(0, mostNeeds),
  }
}

const needs = sql`coalesce((
  select json_agg(json_build_object('kind', n.kind, 'noun', n.noun, 'recordId', n.record_id, 'taskId', n.task_id,
    'title', n.title,
    'detail', nullif(case when n.task_id is null then n.detail else record_title(n.noun, n.record_id) end, ''), 'on', n.due, 'count', n.count) order by n.due, n.kind, n.title, n.record_id, n.task_id)
  from (select * from needed order by due, kind, title, record_id, task_id limit ${sql.lit(mostNeeds)}) n
), '[]')`

/** Every status in order, with its first agreements: open ones by target, signed ones by their end, ended ones newest first. */
const pipeline = (day: CivilDate): RawBuilder<unknown> => sql`(
  select json_agg(json_build_object('status', w.status, 'count', coalesce(c.count, 0), 'overdueCount', coalesce(c.overdue, 0),
    'agreements', coalesce(first_few.agreements, '[]')) order by w.place)
  from unnest(${sql.val([...agreementStatuses])}::text[]) with ordinality w (status, place)
  left join (
    select n.status, count(*) as count, count(*) filter (where n.overdue) as overdue from standing n group by n.status
  ) c on c.status = w.status
  cross join lateral (
    select json_agg(json_build_object('id', d.id, 'title', d.title, 'market', d.market, 'date', d.date, 'overdue', d.overdue)
      order by d.away, d.title, d.id) as agreements
    from (
      select n.id, n.title, n.market, n.overdue, t.date,
        case when w.status in ('expired', 'renewed', 'abandoned', 'terminated') then ${day}::date - t.date else t.date - ${day}::date end as away
      from standing n
      cross join lateral (select case when n.open then n.target when w.status = 'abandoned' then n.abandoned_on
        when w.status = 'terminated' then n.terminated_on else n.last_day end as date) t
      where c.count > 0 and n.status = w.status
      order by away, n.title, n.id
      limit ${sql.lit(shownPerStatus)}
    ) d
  ) first_few)`

/** Agreements whose period, signature or target touches the day's year, the one before or the one after; and missions. */
function timeline(day: CivilDate): RawBuilder<unknown> {
  // Worked out here: the database would do so for every row.
  const year = Number(day.slice(0, 4))
  const [from, until] = [firstOf(Math.max(1, year - 1)), firstOf(year + 2)]
  return sql`coalesce((
    select json_agg(case t.noun
      when 'agreements' then json_build_object('noun', t.noun, 'id', t.id, 'title', t.title, 'status', t.status, 'starts', t.starts, 'ends', t.ends,
        'signedOn', t.signed_on, 'targetSignature', t.target_signature)
      else json_build_object('noun', t.noun, 'id', t.id, 'title', t.title, 'status', t.status, 'kind', t.kind, 'starts', t.starts, 'ends', t.ends)
      end order by t.begins, t.title, t.id)
    from (
      select 'agreements' as noun, n.id, n.title, n.status, null as kind, n.starts, n.ends, n.signed_on, n.target_signature,
        coalesce(n.first_day, n.signed_on, n.target, n.last_day) as begins
      from standing n
      where (coalesce(n.first_day, n.last_day) is not null and coalesce(n.first_day < ${until}, true) and coalesce(n.last_day >= ${from}, true))
        or (n.target >= ${from} and partial_first(n.target_signature) < ${until})
        or (n.signed_on >= ${from} and n.signed_on < ${until})
      union all
      select 'missions', m.id, m.title, m.status, m.kind, m.starts, m.ends, null, null, m.first_day
      from missions_standing m
      where m.first_day < ${until} and m.last_day >= ${from}
      order by begins, title, id
      limit ${sql.lit(mostOnTimeline)}
    ) t), '[]')`
}

const firstOf = (year: number) => sql`${`${String(year).padStart(4, '0')}-01-01`}::date`
