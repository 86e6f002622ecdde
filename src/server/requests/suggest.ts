import { sql } from 'kysely'
import type { suggestMeetings } from '../../contract/requests.ts'
import { type Profile, type RequestFacts, suggestions } from '../../domain/matching.ts'
import type { Context } from '../context.ts'
import { mustBeMission } from '../meetings/read-schedule.ts'
import { requestsOf } from '../meetings/request-facts.ts'
import type { Verb } from '../route.ts'

/**
 * Of those who may still come; who withdrew or was rejected meets nobody. Nor of two who have a meeting, made by hand: a
 * request, not answered yet, would take it off the grid.
 */
export const suggest: Verb<typeof suggestMeetings> = async (ctx, { params: { id } }) => {
  await mustBeMission(ctx, id)
  const { rows } = await sql<Profile & { name: string }>`
    select p.id, p.side, p.themes, p.offers, p.seeks, o.name
    from participations p join organisations o on o.id = p.organisation_id
    cross join lateral (
      select t.state from participation_states t where t.participation_id = p.id order by t.position desc limit 1
    ) newest
    where p.mission_id = ${id} and p.deleted_at is null and newest.state not in ('withdrawn', 'rejected')`.execute(
    ctx.db,
  )
  const parties = new Map(rows.map((row) => [row.id, { id: row.id, name: row.name, side: row.side }]))
  const found = suggestions(rows, [...(await requestsOf(ctx, id)), ...(await meetingPairs(ctx, id))])
  return {
    items: found.flatMap(({ aId, bId, shared, matched, score }) => {
      const [a, b] = [parties.get(aId), parties.get(bId)]
      return a && b ? [{ a, b, shared, matched, score }] : []
    }),
  }
}

async function meetingPairs(
  ctx: Context,
  missionId: string,
): Promise<Pick<RequestFacts, 'fromId' | 'toId'>[]> {
  const { rows } = await sql<Pick<RequestFacts, 'fromId' | 'toId'>>`
    select a_id as "fromId", b_id as "toId" from meetings where mission_id = ${missionId} and deleted_at is null`.execute(
    ctx.db,
  )
  return rows
}
