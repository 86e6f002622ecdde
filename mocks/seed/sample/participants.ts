import type * as z from 'zod'
import {
  inviteParticipants,
  moveParticipation,
  type Participation,
  type participationPatch,
  updateParticipation,
} from '../../../src/contract/participations.ts'
import type { Call } from '../call.ts'
import type { Path } from './bio-japan.ts'
import type { Bodies, Body, BodyKey } from './bodies.ts'

type Details = z.input<typeof participationPatch>

/** Participations by the keys of their bodies. */
export type Participants = Map<BodyKey, string>

/** Somebody who is to take part: the way that was gone, and what is to be known before it ends. */
export interface Coming {
  key: BodyKey
  path: Path
  details?: Details
}

/** Takes bodies into a mission and leads each along its path. All paths of one call begin in the same state. */
export async function enterParticipants(
  call: Call,
  missionId: string,
  side: 'home' | 'partner',
  bodies: Bodies,
  coming: readonly Coming[],
): Promise<Participants> {
  const participants: Participants = new Map()
  for (const { key, path, details } of coming) {
    const body = bodies.get(key)
    const [first, ...rest] = path
    if (!body || !first) throw new Error(`“${key}” has no body or no path`)
    const [state, since] = first
    const { items } = await call(inviteParticipants, {
      params: { id: missionId },
      body: { side, state, since, invitees: [inviteeOf(body)] },
    })
    let participation = items[0] as Participation
    const { id } = participation
    participants.set(key, id)
    if (details)
      participation = await call(
        updateParticipation,
        { params: { id }, body: details },
        participation.version,
      )
    for (const [to, day, reason] of rest) {
      const moved = await call(
        moveParticipation,
        { params: { id }, body: { state: to, since: day, reason: reason ?? null } },
        participation.version,
      )
      participation = moved.participation
    }
  }
  return participants
}

const inviteeOf = ({ organisationId, clusterId, themes, offers, seeks, people, languages }: Body) => ({
  organisationId,
  clusterId,
  themes,
  offers,
  seeks,
  people,
  languages,
})
