import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { type Findings, type Pair, type Refusal, refusal } from './plan.ts'

interface Both {
  missionId: string
  title: string
  keptId: string
  otherId: string
  sameSide: boolean
  keptCarries: boolean
  otherCarries: boolean
  keptRank: number
  otherRank: number
}

/** Whether something hangs on a participation besides its states. */
const carries = (id: RawBuilder<unknown>) => sql`(
  exists (select from participation_people h where h.participation_id = ${id})
  or exists (select from participation_scores h where h.participation_id = ${id})
  or exists (select from unavailabilities h where h.participation_id = ${id})
  or exists (select from requests h where ${id} in (h.from_id, h.to_id))
  or exists (select from meetings h where ${id} in (h.a_id, h.b_id) and h.deleted_at is null)
  or exists (select from aid h where h.participation_id = ${id})
  or exists (select from follow_ups h where h.participation_id = ${id})
  or exists (select from notes h where h.noun = 'participations' and h.record_id = ${id})
  or exists (select from tasks h where h.noun = 'participations' and h.record_id = ${id})
  or exists (select from documents h where h.noun = 'participations' and h.record_id = ${id}))`

/** How far a participation has come. */
const rank = (id: RawBuilder<unknown>) => sql`coalesce((
  select array_position('{withdrawn,rejected,invited,applied,waitlisted,shortlisted,accepted,confirmed,no_show,attended}'::text[], s.state)
  from participation_states s where s.participation_id = ${id} order by s.position desc limit 1), 0)`

/**
 * Missions that both take part in. Where nothing hangs on one of the two participations it goes to the bin, and of two such
 * that which has come less far; otherwise somebody has to settle first which of them it was.
 */
export async function sameMissions(ctx: Context, { kept, other }: Pair): Promise<Findings> {
  const { rows } = await sql<Both>`
    select m.id as "missionId", m.title, k.id as "keptId", o.id as "otherId", k.side = o.side as "sameSide",
      ${carries(sql`k.id`)} as "keptCarries", ${carries(sql`o.id`)} as "otherCarries",
      ${rank(sql`k.id`)} as "keptRank", ${rank(sql`o.id`)} as "otherRank"
    from participations o
    join participations k on k.mission_id = o.mission_id and k.organisation_id = ${kept} and k.deleted_at is null
    join missions m on m.id = o.mission_id
    where o.organisation_id = ${other} and o.deleted_at is null order by folded(m.title), m.id`.execute(
    ctx.db,
  )
  const refusals: Refusal[] = rows.flatMap(({ missionId, title, sameSide, keptCarries, otherCarries }) => {
    const about = { noun: 'missions' as const, recordId: missionId }
    if (!sameSide) return [refusal('both_sides_of_mission', title, about)]
    return keptCarries && otherCarries ? [refusal('both_take_part', title, about)] : []
  })
  const joined = rows.filter((row) => row.sameSide && !(row.keptCarries && row.otherCarries))
  const toBin = joined.map(({ keptId, otherId, keptCarries, otherCarries, keptRank, otherRank }) =>
    otherCarries || (!keptCarries && otherRank > keptRank) ? keptId : otherId,
  )
  return {
    joins:
      joined.length > 0
        ? [
            {
              rule: 'same_participation',
              table: 'participations',
              titles: joined.map(({ title }) => title),
              count: joined.length,
              changes: toBin.map((id) => ({
                table: 'participations',
                id,
                set: { deleted_at: ctx.now.toISOString() },
              })),
              drops: [],
            },
          ]
        : [],
    refusals,
  }
}
