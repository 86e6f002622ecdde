import { sql } from 'kysely'
import type { Context } from '../context.ts'

/** Signs what this write has noted so far as done to the mission, rather than to the first of many meetings; nothing where nothing was noted. */
export async function signForMission(ctx: Context, verb: string, missionId: string): Promise<void> {
  await sql`
    insert into change_sets (id, at, actor_id, verb, noun, record_id, title)
    select ${ctx.changeSetId}, ${ctx.now.toISOString()}, ${ctx.actor.id}, ${verb}, 'missions', ${missionId}::uuid, record_title('missions', ${missionId}::uuid)
    where exists (select from changes c where c.change_set_id = ${ctx.changeSetId})`.execute(ctx.db)
}
