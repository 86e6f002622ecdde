import { sql } from 'kysely'
import type { Overview, readOverview } from '../../contract/overview.ts'
import type { Scope } from '../../contract/primitives.ts'
import { agreementStatuses } from '../../domain/agreement.ts'
import type { CivilDate } from '../../domain/partial-date.ts'
import { asOfDay, type Context } from '../context.ts'
import type { Verb } from '../route.ts'
import { inScope } from '../scope.ts'
import { needsOn } from './needs.ts'

/** Agreements shown under each status of the pipeline. */
const shownPerStatus = 5
/** Agreements on the timeline at most: those that begin first. */
const mostOnTimeline = 300

/** What needs attention, how the agreements stand, and the year around the day; in the scope and as of the day. */
export const readTheOverview: Verb<typeof readOverview> = async (ctx, { query: scope }) => {
  const asOf = await asOfDay(ctx, scope.asOf)
  const { needs, needCount } = await needsOn(ctx, asOf, scope)
  return {
    asOf,
    needs,
    needCount,
    pipeline: await pipelineOn(ctx, asOf, scope),
    timeline: await timelineOn(ctx, asOf, scope),
  }
}

/** Every status in order, with its first agreements: open ones by target, signed ones by their end, ended ones newest first. */
async function pipelineOn(ctx: Context, day: CivilDate, scope: Scope): Promise<Overview['pipeline']> {
  const { rows } = await sql<Overview['pipeline'][number]>`
    with standing as (
      select a.id, a.title, k.name as market, s.status, s.overdue,
        case
          when s.status in ('prospect', 'negotiation', 'drafting') then partial_last(a.target_signature)
          when s.status = 'abandoned' then a.abandoned_on
          when s.status = 'terminated' then a.terminated_on
          else partial_last(a.ends)
        end as date
      from agreements a
      join agreements_on(${day}) s on s.agreement_id = a.id
      left join markets k on k.id = a.market_id
      where a.deleted_at is null and ${inScope('agreements', 'a.id', scope)}
    ),
    ranked as (
      select n.*, row_number() over (
        partition by status
        order by case when status in ('expired', 'renewed', 'abandoned', 'terminated') then date - ${day}::date else ${day}::date - date end desc nulls last, title, id
      ) as place
      from standing n
    )
    select w.status, count(r.id)::int as count, (count(*) filter (where r.overdue))::int as "overdueCount",
      coalesce(json_agg(json_build_object('id', r.id, 'title', r.title, 'market', r.market, 'date', r.date, 'overdue', r.overdue) order by r.place)
        filter (where r.place <= ${sql.lit(shownPerStatus)}), '[]') as agreements
    from unnest(${sql.val([...agreementStatuses])}::text[]) with ordinality w (status, place)
    left join ranked r on r.status = w.status
    group by w.status, w.place
    order by w.place`.execute(ctx.db)
  return rows
}

/** Agreements whose period, signature or target touches the day's year, the one before or the one after. */
async function timelineOn(ctx: Context, day: CivilDate, scope: Scope): Promise<Overview['timeline']> {
  const shown = sql`daterange(
    (date_trunc('year', ${day}::date) - interval '1 year')::date, (date_trunc('year', ${day}::date) + interval '2 years')::date)`
  const { rows } = await sql<Overview['timeline'][number]>`
    select a.id, a.title, s.status, a.starts, a.ends, a.target_signature as "targetSignature",
      case when s.signed_on <= ${day}::date then s.signed_on end as "signedOn"
    from agreements a
    join agreements_on(${day}) s on s.agreement_id = a.id
    where a.deleted_at is null and ${inScope('agreements', 'a.id', scope)} and (
      ((a.starts is not null or a.ends is not null) and daterange(partial_first(a.starts), partial_last(a.ends), '[]') && ${shown})
      or (a.target_signature is not null and daterange(partial_first(a.target_signature), partial_last(a.target_signature), '[]') && ${shown})
      or (s.signed_on <= ${day}::date and s.signed_on <@ ${shown}))
    order by coalesce(partial_first(a.starts), s.signed_on, partial_first(a.target_signature), partial_first(a.ends)), folded(a.title), a.id
    limit ${sql.lit(mostOnTimeline)}`.execute(ctx.db)
  return rows
}
