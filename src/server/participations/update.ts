import type { updateParticipation as endpoint } from '../../contract/participations.ts'
import { mustReferToLiving } from '../checks.ts'
import { lockLiving } from '../record.ts'
import type { Verb } from '../route.ts'
import { clearSlots } from './absence.ts'
import { holdMission, missionOf } from './places.ts'
import { readParticipation } from './queries.ts'
import { rowOf, storeLists } from './store.ts'

/** Holds the mission first, so that no meeting is put meanwhile where somebody is about to be away. */
export const updateParticipation: Verb<typeof endpoint> = async (ctx, { params: { id }, body, ifMatch }) => {
  const { id: missionId } = await holdMission(ctx, await missionOf(ctx, id))
  await lockLiving(ctx, 'participations', id, ifMatch)
  const held = await readParticipation(ctx, id)
  const known = [held.cluster, ...held.people].flatMap((record) => record?.id ?? [])
  await mustReferToLiving(
    ctx,
    [
      { noun: 'organisations', id: body.clusterId, path: 'clusterId' },
      ...(body.people ?? []).map((person, n) => ({
        noun: 'people' as const,
        id: person,
        path: `people.${n}`,
      })),
    ],
    new Set(known),
  )
  await ctx.db
    .updateTable('participations')
    .set({ ...rowOf(body), updated_at: ctx.now.toISOString() })
    .where('id', '=', id)
    .execute()
  await storeLists(ctx, { id, missionId }, body)
  const away = new Set(held.unavailable)
  await clearSlots(ctx, id, body.unavailable?.filter((slot) => !away.has(slot)) ?? [], body)
  return readParticipation(ctx, id)
}
