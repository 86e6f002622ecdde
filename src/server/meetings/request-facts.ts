import { sql } from 'kysely'
import type { RequestFacts } from '../../domain/matching.ts'
import type { Context } from '../context.ts'

/** All requests of a mission, as matching asks for them. */
export async function requestsOf(ctx: Context, missionId: string): Promise<RequestFacts[]> {
  const { rows } = await sql<RequestFacts>`
    select from_id as "fromId", to_id as "toId", wish, answer, expires_on as "expiresOn"
    from requests where mission_id = ${missionId}`.execute(ctx.db)
  return rows
}
