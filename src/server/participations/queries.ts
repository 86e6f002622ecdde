import { type RawBuilder, sql } from 'kysely'
import type { Participation } from '../../contract/participations.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { money } from '../money.ts'

/** One participation as of a day; 404 where there is none. One in the bin is given, marked. */
export async function readParticipation(ctx: Context, id: string, asOf?: string): Promise<Participation> {
  const [found] = await participationsOf(ctx, [id], await asOfDay(ctx, asOf))
  if (!found) throw new Failure('not_found', 'There is no such participation')
  return found
}

/** These participations as of a day, in this order. */
export async function participationsOf(
  ctx: Context,
  ids: readonly string[],
  day: string,
): Promise<Participation[]> {
  if (ids.length === 0) return []
  const wanted = sql`${sql.val([...ids])}::uuid[]`
  const { rows } = await sql<Participation>`
    with waiting as (${waitingTurns(wanted, day)})
    select p.id, p.version, p.sample, json_build_object('id', m.id, 'name', m.title) as mission, p.side,
      json_build_object('id', o.id, 'name', o.name) as organisation, native_name(o.id) as "nativeName",
      'company' = any (o.kinds) as "isCompany", o.country, o.town,
      case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as cluster, c.colour as "clusterColour",
      s.state, s.since, w.turn as waiting,
      (select json_agg(json_build_object('id', t.id, 'state', t.state, 'since', t.since, 'reason', t.reason, 'aid', t.aid) order by t.position)
        from participation_states t where t.participation_id = p.id) as states,
      coalesce((select json_agg(json_build_object('id', h.id, 'name', concat_ws(' ', h.given_name, h.family_name), 'nativeName', h.native_name) order by x.position)
        from participation_people x join people h on h.id = x.person_id where x.participation_id = p.id), '[]') as people,
      p.themes, p.offers, p.seeks, p.languages, p.note, ${money('p.fee')} as fee, p.fee_paid_on as "feePaidOn",
      coalesce((select json_agg(u.slot_id order by l.position) from unavailabilities u join slots l on l.id = u.slot_id
        where u.participation_id = p.id), '[]') as unavailable,
      coalesce((select json_agg(json_build_object('criterionId', g.criterion_id, 'score', g.score, 'note', g.note) order by k.position)
        from participation_scores g join mission_criteria k on k.id = g.criterion_id where g.participation_id = p.id), '[]') as scores,
      ${scoreOf} as score, ${agreedOf} as agreed, met.scheduled, met.held,
      p.deleted_at as "deletedAt", p.created_at as "createdAt", p.updated_at as "updatedAt"
    from participations p
    join missions m on m.id = p.mission_id
    join organisations o on o.id = p.organisation_id
    left join organisations c on c.id = p.cluster_id
    cross join lateral participation_on(p.id, ${day}) s
    left join waiting w on w.id = p.id
    cross join lateral (
      select (count(*) filter (where t.slot_id is not null and t.state <> 'cancelled'))::int as scheduled,
        (count(*) filter (where t.state = 'held'))::int as held
      from meetings t where t.deleted_at is null and (t.a_id = p.id or t.b_id = p.id)
    ) met
    where p.id = any (${wanted})
    order by array_position(${wanted}, p.id)`.execute(ctx.db)
  return rows
}

/** Whose turn it is in the waiting lists of these participations' missions: who has waited longest comes first. */
export const waitingTurns = (wanted: RawBuilder<unknown>, day: string) => sql`
  select p.id, (row_number() over (partition by p.mission_id order by s.since, s.turn, p.id))::int as turn
  from participations p cross join lateral participation_on(p.id, ${day}) s
  where p.side = 'home' and p.deleted_at is null and s.state = 'waitlisted'
    and p.mission_id in (select x.mission_id from participations x where x.id = any (${wanted}))`

/** The weighted mean of the scores given, to two digits. */
export const scoreOf = sql`(
  select round(sum(g.score * k.weight)::numeric / sum(k.weight), 2)::float8
  from participation_scores g join mission_criteria k on k.id = g.criterion_id where g.participation_id = p.id)`

/** How many it has agreed to meet, by the rule of `pairOf` in src/domain/matching.ts. */
const agreedOf = sql`(
  select count(*)::int from (
    select from requests r
    where r.from_id = p.id or r.to_id = p.id
    group by case when r.from_id = p.id then r.to_id else r.from_id end
    having not bool_or(r.wish = 'never') and not bool_or(r.answer = 'declined')
      and (count(distinct r.from_id) = 2 or bool_or(r.answer = 'accepted'))
  ) pair)`
