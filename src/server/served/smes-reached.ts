import { sql } from 'kysely'
import type { readSmesReached, SmesReached } from '../../contract/served.ts'
import type { MissionKind } from '../../domain/mission.ts'
import { notCounted, notCountedReasons } from '../../domain/served.ts'
import { asOfDay } from '../context.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'

type Counting = SmesReached['counted'][number]

/** Every participation of a company from home in the alliance's missions, judged; each company once, by its best. */
export const smesReached: Verb<typeof readSmesReached> = async (ctx, { params: { id }, query }) => {
  const day = await asOfDay(ctx, query.asOf)
  const { rows: alliances } = await sql<SmesReached['alliance']>`
    select id, name from alliances where id = ${id} and deleted_at is null`.execute(ctx.db)
  const [alliance] = alliances
  if (!alliance) throw new Failure('not_found', 'There is no such alliance')
  const { rows } = await sql<Counting & { missionKind: MissionKind }>`
    select json_build_object('id', o.id, 'name', o.name) as company, p.id as "participationId", json_build_object('id', m.id, 'name', m.title) as mission,
      m.kind as "missionKind", t.state, case when t.state = 'attended' then t.since end as "on", coalesce(s.status, 'unknown') as status
    from missions m join participations p on p.mission_id = m.id and p.side = 'home' and p.deleted_at is null
    join organisations o on o.id = p.organisation_id and o.deleted_at is null and 'company' = any (o.kinds)
    cross join lateral participation_on(p.id, ${day}::date) t
    left join sme_periods s on s.organisation_id = o.id and case when t.state = 'attended' then t.since else ${day}::date end between s.from_date and s.to_date
    where m.alliance_id = ${id} and m.deleted_at is null
    order by sorted_as(o.name), o.id, t.since, p.id`.execute(ctx.db)
  const counted = new Map<string, Counting>()
  const others = new Map<string, SmesReached['notCounted'][number]>()
  for (const { missionKind, ...row } of rows) {
    const reason = notCounted({ missionKind, state: row.state, status: row.status })
    if (!reason) {
      if (!counted.has(row.company.id)) counted.set(row.company.id, row)
      continue
    }
    const before = others.get(row.company.id)
    if (!before || nearness(reason) < nearness(before.reason)) others.set(row.company.id, { ...row, reason })
  }
  return {
    asOf: day,
    alliance,
    counted: [...counted.values()],
    notCounted: [...others.values()].filter(({ company }) => !counted.has(company.id)),
  }
}

const nearness = (reason: (typeof notCountedReasons)[number]) => notCountedReasons.indexOf(reason)
