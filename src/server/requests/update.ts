import { sql } from 'kysely'
import type { removeRequest, updateRequest } from '../../contract/requests.ts'
import { asOfDay, type Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { holdMission } from '../meetings/hold-mission.ts'
import { lock } from '../record.ts'
import type { Verb } from '../route.ts'
import { readRequest } from './queries.ts'
import { releaseDisagreed } from './release.ts'

/** A new answer is of the day; taken back, it is of none. */
export const changeRequest: Verb<typeof updateRequest> = async (ctx, { params: { id }, body, ifMatch }) => {
  const missionId = await held(ctx, id)
  await lock(ctx, 'requests', id, ifMatch)
  const before = await readRequest(ctx, id)
  const { wish, note, expiresOn, answer } = body
  const answered =
    answer === undefined || answer === before.answer
      ? {}
      : { answer, answered_on: answer === 'pending' ? null : await asOfDay(ctx, undefined) }
  const given = { wish, note, expires_on: expiresOn }
  const row = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const set = { ...row, ...answered }
  if (Object.keys(set).length > 0)
    await ctx.db.updateTable('requests').set(set).where('id', '=', id).execute()
  const unscheduled = await releaseDisagreed(ctx, missionId)
  return { ...(await readRequest(ctx, id)), unscheduled }
}

export const dropRequest: Verb<typeof removeRequest> = async (ctx, { params: { id }, ifMatch }) => {
  const missionId = await held(ctx, id)
  await lock(ctx, 'requests', id, ifMatch)
  await ctx.db.deleteFrom('requests').where('id', '=', id).execute()
  return { unscheduled: await releaseDisagreed(ctx, missionId) }
}

/** Holds the request's mission; 404 where there is no such request. */
async function held(ctx: Context, id: string): Promise<string> {
  const { rows } = await sql<{
    mission: string
  }>`select mission_id as mission from requests where id = ${id}`.execute(ctx.db)
  const [found] = rows
  if (!found) throw new Failure('not_found', 'There is no such request')
  return (await holdMission(ctx, found.mission)).id
}
