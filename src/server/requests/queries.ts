import { type RawBuilder, sql } from 'kysely'
import type { MeetingRequest } from '../../contract/requests.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'

const party = (participation: string, organisation: string) => sql`
  json_build_object('id', ${sql.ref(`${participation}.id`)}, 'name', ${sql.ref(`${organisation}.name`)}, 'side', ${sql.ref(`${participation}.side`)})`

/** Requests as the contract shows them, from a query that names `requests`, `f`, `g` (who asks), `t` and `u` (who is asked), `pair`. */
export const shown = sql`
  requests.id, requests.version, requests.mission_id as "missionId", ${party('f', 'g')} as "from", ${party('t', 'u')} as "to",
  requests.wish, requests.note, requests.expires_on as "expiresOn", requests.answer, requests.answered_on as "answeredOn",
  pair.state as pair, requests.sample, requests.created_at as "createdAt", requests.updated_at as "updatedAt"`

/** Who asks and who is asked, and what all requests between the two amount to as of a day. */
export const joined = (day: string, missionId: string | null): RawBuilder<unknown> => sql`
  join participations f on f.id = requests.from_id join organisations g on g.id = f.organisation_id
  join participations t on t.id = requests.to_id join organisations u on u.id = t.organisation_id
  join pairs_on(${day}, ${missionId}) pair
    on pair.a_id = least(requests.from_id, requests.to_id) and pair.b_id = greatest(requests.from_id, requests.to_id)`

/** One request; 404 where there is none. */
export async function readRequest(ctx: Context, id: string): Promise<MeetingRequest> {
  const { rows: found } = await sql<{
    mission: string
  }>`select mission_id as mission from requests where id = ${id}`.execute(ctx.db)
  if (!found[0]) throw new Failure('not_found', 'There is no such request')
  const day = await asOfDay(ctx, undefined)
  const { rows } = await sql<MeetingRequest>`
    select ${shown} from requests ${joined(day, found[0].mission)} where requests.id = ${id}`.execute(ctx.db)
  return rows[0] as MeetingRequest
}
