import { sql } from 'kysely'
import type { RequestFacts } from '../../domain/matching.ts'
import type { Context } from '../context.ts'
import { inOneValue } from './in-one-value.ts'

/** All requests of a mission, as matching asks for them. */
export const requestsOf = (ctx: Context, missionId: string): Promise<RequestFacts[]> =>
  inOneValue(
    ctx,
    sql`
    select from_id as "fromId", to_id as "toId", wish, answer, expires_on as "expiresOn"
    from requests where mission_id = ${missionId}`,
  )
