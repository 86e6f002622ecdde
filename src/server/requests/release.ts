import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { takeOffGrid } from '../meetings/place.ts'

/** Takes planned meetings off the grid whose two no longer agree: a pending, declined or vetoed request holds no slot. Gives how many. */
export async function releaseDisagreed(ctx: Context, missionId: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select m.id from meetings m
    join pairs_on('-infinity', ${missionId}) p on p.a_id = least(m.a_id, m.b_id) and p.b_id = greatest(m.a_id, m.b_id)
    where m.mission_id = ${missionId} and m.deleted_at is null and m.state = 'planned' and m.slot_id is not null and p.state <> 'agreed'`.execute(
    ctx.db,
  )
  await takeOffGrid(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.length
}
