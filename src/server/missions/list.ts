import { sql } from 'kysely'
import type * as z from 'zod'
import type { MissionRow, missionList } from '../../contract/missions.ts'
import { missionKinds, missionStatuses } from '../../domain/mission.ts'
import { asOfDay, type Context } from '../context.ts'
import { countOf, foundBy, pageOf, type SortKey } from '../list.ts'
import { inScope } from '../scope.ts'
import { placeIn, unknownLast } from '../sort-keys.ts'
import { standingMeetings } from './standing-meetings.ts'

type Asked = z.output<typeof missionList>

/** One page of missions, in the scope and by the filters asked for, as of a day; found first, and filled in after. */
export async function listMissions(
  ctx: Context,
  asked: Asked,
): Promise<{ items: MissionRow[]; next: string | null; total: number }> {
  const day = await asOfDay(ctx, asked.asOf)
  const found = matching(ctx, asked, day)
  const { rows, next } = await pageOf(found.select('missions.id'), asked, {
    keys: sortKeys(asked.sort),
    id: 'missions.id',
    first: 'title',
  })
  const ids = rows.map((row) => row.id)
  return { items: await rowsOf(ctx, ids, day), next, total: await countOf(found) }
}

function matching(ctx: Context, asked: Asked, day: string) {
  const { status, kind, body, agreement, sort } = asked
  let query = ctx.db
    .selectFrom('missions')
    .where('missions.deleted_at', 'is', null)
    .where(inScope('missions', 'missions.id', asked))
    .$if(Boolean(status?.length) || /status/.test(sort ?? ''), (some) =>
      some.innerJoin(sql<{ mission_id: string }>`missions_on(${day})`.as('derived'), (join) =>
        join.onRef('derived.mission_id', '=', 'missions.id'),
      ),
    )
    .$if(/market/.test(sort ?? ''), (some) => some.leftJoin('markets', 'markets.id', 'missions.market_id'))
  if (asked.q) query = query.where(foundBy('missions', 'missions.id', asked.q))
  if (status?.length) query = query.where(sql<boolean>`derived.status = any (${sql.val(status)}::text[])`)
  if (kind?.length) query = query.where('missions.kind', 'in', kind)
  if (body)
    query = query.where(
      sql<boolean>`missions.id in (select b.mission_id from mission_bodies b where b.organisation_id = ${body})`,
    )
  if (agreement)
    query = query.where(
      sql<boolean>`missions.id in (select l.mission_id from mission_agreements l where l.agreement_id = ${agreement})`,
    )
  // A mission of which only one end is known takes place then.
  if (asked.from)
    query = query.where(
      sql<boolean>`coalesce(partial_last(missions.ends), partial_last(missions.starts)) >= ${asked.from}`,
    )
  if (asked.to)
    query = query.where(
      sql<boolean>`coalesce(partial_first(missions.starts), partial_first(missions.ends)) <= ${asked.to}`,
    )
  return query
}

function sortKeys(sort?: string): Record<string, SortKey> {
  const known = unknownLast(sort)
  return {
    title: { by: sql`sorted_as(missions.title)`, type: 'text' },
    starts: known.date(sql`partial_first(missions.starts)`),
    status: placeIn(missionStatuses, sql`derived.status`),
    kind: placeIn(missionKinds, sql`missions.kind`),
    market: known.text(sql`sorted_as(markets.name)`),
    updatedAt: { by: sql`missions.updated_at`, type: 'timestamptz' },
  }
}

/** The rows of these missions, in this order. */
async function rowsOf(ctx: Context, ids: string[], day: string): Promise<MissionRow[]> {
  if (ids.length === 0) return []
  const wanted = sql`${sql.val(ids)}::uuid[]`
  const { rows } = await sql<MissionRow>`
    select m.id, m.version, m.title, m.kind, s.status, s.stage, m.starts, m.ends, m.time_zone as "timeZone",
      m.town, m.country, m.latitude, m.longitude,
      case when l.id is not null then json_build_object('id', l.id, 'name', l.name) end as alliance,
      case when k.id is not null then json_build_object('id', k.id, 'name', k.name) end as market,
      (select json_build_object('id', o.id, 'name', o.name) from mission_bodies b join organisations o on o.id = b.organisation_id
        where b.mission_id = m.id and b.role = 'lead' order by b.position limit 1) as lead,
      m.capacity, companies.placed, companies.waitlisted,
      ${standingMeetings(day)} as meetings,
      checklist.done as "stepsDone", checklist.steps as "stepCount",
      case when s.status in ('closed', 'cancelled') then 0 else checklist.late end as "stepsLate",
      m.cancelled_on as "cancelledOn", m.closed_on as "closedOn", m.sample, m.updated_at as "updatedAt"
    from missions m
    join missions_on(${day}, ${wanted}) s on s.mission_id = m.id
    left join alliances l on l.id = m.alliance_id
    left join markets k on k.id = m.market_id
    cross join lateral (
      select (count(*) filter (where c.state in ('accepted', 'confirmed', 'attended', 'no_show')))::int as placed,
        (count(*) filter (where c.state = 'waitlisted'))::int as waitlisted
      from participations p cross join lateral participation_on(p.id, ${day}) c
      where p.mission_id = m.id and p.side = 'home' and p.deleted_at is null
    ) companies
    cross join lateral (
      select count(*)::int as steps, (count(*) filter (where t.done_on <= ${day}::date))::int as done,
        (count(*) filter (where coalesce(t.done_on > ${day}::date, true) and step_due(t.due, t.anchor, t.days, m.starts, m.ends) < ${day}::date))::int as late
      from mission_steps t where t.mission_id = m.id
    ) checklist
    where m.id = any (${wanted})
    order by array_position(${wanted}, m.id)`.execute(ctx.db)
  return rows
}
