import type { moveParticipation as endpoint } from '../../contract/participations.ts'
import { canBeMet, canMove, owesFee, type ParticipationState } from '../../domain/participation.ts'
import { asOfDay, type Context } from '../context.ts'
import { invalidField, mustBeAllowed } from '../failure.ts'
import { lockLiving, touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { enrolledCompanies } from './enrolled-companies.ts'
import { offerPlace } from './offer-place.ts'
import {
  findingsFor,
  freePlaces,
  type HeldMission,
  holdOpenMission,
  missionOf,
  mustHaveReason,
  mustNotBeBlocked,
} from './places.ts'
import { readParticipation } from './queries.ts'
import { addState, lastState, type Standing, standingOf, unschedule } from './states.ts'

/**
 * Locks the mission first: of two who are accepted for the last place at once, the second finds it taken and waits.
 */
export const moveParticipation: Verb<typeof endpoint> = async (ctx, { params: { id }, body, ifMatch }) => {
  const mission = await holdOpenMission(ctx, await missionOf(ctx, id))
  await lockLiving(ctx, 'participations', id, ifMatch)
  const standing = await standingOf(ctx, id)
  const from = lastState(standing)
  mustBeAllowed(canMove(from.state, body.state))
  const since = body.since ?? laterOf(from.since, await asOfDay(ctx, undefined))
  if (since < from.since)
    throw invalidField('since', 'before_last', 'Begins before the state it follows', { since: from.since })
  const companies = await enrolledCompanies(ctx, [standing.organisationId], since)
  const candidate = { ...standing, company: companies.get(standing.organisationId) }
  const findings = findingsFor(mission, candidate, body.state, since)
  mustNotBeBlocked(findings, standing.name)
  mustHaveReason(body.state, findings, body.reason, standing.name)

  const to = await stateThere(ctx, mission, standing, body.state)
  if (to !== from.state) {
    await addState(ctx, standing, { state: to, since, reason: body.reason })
    await touch(ctx, 'participations', id)
  }
  const unscheduled =
    canBeMet(from.state) && !canBeMet(to) && to !== 'no_show' ? await unschedule(ctx, id) : 0
  const promoted = to === 'withdrawn' ? await offerPlace(ctx, mission, since) : null
  const feeOwed =
    to === 'withdrawn' &&
    owesFee({
      from: from.state,
      day: since,
      fee: standing.fee ?? mission.fee,
      freeWithdrawalUntil: mission.freeWithdrawalUntil,
    })
  return {
    participation: await readParticipation(ctx, id),
    promoted: promoted === null ? null : await readParticipation(ctx, promoted),
    unscheduled,
    feeOwed: standing.side === 'home' && feeOwed,
  }
}

const laterOf = (a: string, b: string) => (a > b ? a : b)

/** The state that is reached: a company that would be accepted waits where all places are taken. */
async function stateThere(
  ctx: Context,
  mission: HeldMission,
  standing: Standing,
  to: ParticipationState,
): Promise<ParticipationState> {
  if (to !== 'accepted' || standing.side !== 'home') return to
  const free = await freePlaces(ctx, mission)
  return free === null || free > 0 ? 'accepted' : 'waitlisted'
}
