import { type RawBuilder, sql } from 'kysely'
import type { Overview, readOverview } from '../../contract/overview.ts'
import { agreementStatuses } from '../../domain/agreement.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import { asOfDay } from '../context.ts'
import type { Verb } from '../route.ts'
import { inScope } from '../scope.ts'
import { needed } from './needs.ts'

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
      select a.id, a.title, k.name as market, a.starts, a.ends, a.target_signature, a.abandoned_on, a.terminated_on,
        s.status, s.overdue, s.status in ('prospect', 'negotiation', 'drafting') as open, s.signed_count, s.required_count,
        case when s.signed_on <= ${day}::date then s.signed_on end as signed_on,
        partial_last(a.target_signature) as target, partial_first(a.starts) as first_day, partial_last(a.ends) as last_day
      from agreements a
      join agreements_on(${day}) s on s.agreement_id = a.id
      left join markets k on k.id = a.market_id
      where a.deleted_at is null and ${inScope('agreements', 'a.id', scope)}
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
  return { asOf: day, ...found }
}

const needs = sql`coalesce((
  select json_agg(json_build_object('kind', n.kind, 'noun', n.noun, 'recordId', n.record_id, 'taskId', n.task_id,
    'title', n.title, 'detail', nullif(n.detail, ''), 'on', n.due, 'count', n.count) order by n.due, n.kind, n.title, n.record_id, n.task_id)
  from (select * from needed order by due, kind, title, record_id, task_id limit ${sql.lit(mostNeeds)}) n
), '[]')`

/** Every status in order, with its first agreements: open ones by target, signed ones by their end, ended ones newest first. */
const pipeline = (day: CivilDate): RawBuilder<unknown> => sql`(
  select json_agg(json_build_object('status', w.status, 'count', coalesce(c.count, 0), 'overdueCount', coalesce(c.overdue, 0),
    'agreements', coalesce(c.first_few, '[]')) order by w.place)
  from unnest(${sql.val([...agreementStatuses])}::text[]) with ordinality w (status, place)
  left join (
    select r.status, count(*) as count, count(*) filter (where r.overdue) as overdue,
      json_agg(json_build_object('id', r.id, 'title', r.title, 'market', r.market, 'date', r.date, 'overdue', r.overdue) order by r.place)
        filter (where r.place <= ${sql.lit(shownPerStatus)}) as first_few
    from (
      select d.*, row_number() over (
        partition by d.status order by case when d.status in ('expired', 'renewed', 'abandoned', 'terminated') then ${day}::date - d.date else d.date - ${day}::date end, d.title, d.id
      ) as place
      from (
        select n.id, n.title, n.market, n.status, n.overdue,
          case when n.open then n.target when n.status = 'abandoned' then n.abandoned_on when n.status = 'terminated' then n.terminated_on else n.last_day end as date
        from standing n
      ) d
    ) r
    group by r.status
  ) c on c.status = w.status)`

/** Agreements whose period, signature or target touches the day's year, the one before or the one after; and missions. */
function timeline(day: CivilDate): RawBuilder<unknown> {
  const year = sql`date_trunc('year', ${day}::date)`
  const [from, until] = [sql`(${year} - interval '1 year')::date`, sql`(${year} + interval '2 years')::date`]
  return sql`coalesce((
    select json_agg(t.entry order by t.begins, t.title, t.id)
    from (
      select n.id, n.title, coalesce(n.first_day, n.signed_on, n.target, n.last_day) as begins,
        json_build_object('noun', 'agreements', 'id', n.id, 'title', n.title, 'status', n.status, 'starts', n.starts, 'ends', n.ends,
          'signedOn', n.signed_on, 'targetSignature', n.target_signature) as entry
      from standing n
      where (coalesce(n.first_day, n.last_day) is not null and coalesce(n.first_day < ${until}, true) and coalesce(n.last_day >= ${from}, true))
        or (n.target >= ${from} and partial_first(n.target_signature) < ${until})
        or (n.signed_on >= ${from} and n.signed_on < ${until})
      union all
      select m.id, m.title, m.first_day,
        json_build_object('noun', 'missions', 'id', m.id, 'title', m.title, 'status', m.status, 'kind', m.kind, 'starts', m.starts, 'ends', m.ends)
      from missions_standing m
      where m.first_day < ${until} and m.last_day >= ${from}
      order by begins, title, id
      limit ${sql.lit(mostOnTimeline)}
    ) t), '[]')`
}
