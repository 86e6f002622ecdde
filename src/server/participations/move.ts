import type { moveParticipation as endpoint } from '../../contract/participations.ts'
import {
  canBeMet,
  canMove,
  holdsPlace,
  owesFee,
  type ParticipationState,
} from '../../domain/participation.ts'
import { aidInTurn } from '../aid/in-turn.ts'
import { asOfDay, type Context } from '../context.ts'
import { invalidField, mustBeAllowed } from '../failure.ts'
import { lockLiving, touch } from '../record.ts'
import type { Verb } from '../route.ts'
import { enrolledCompanies } from './enrolled-companies.ts'
import { offerPlace } from './offer-place.ts'
import { awardPlaceAid, type PlaceAid, placeAidFindings } from './place-aid.ts'
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
  // Before any record is locked, as who awards aid does.
  if (body.aid) await aidInTurn(ctx)
  const mission = await holdOpenMission(ctx, await missionOf(ctx, id))
  await lockLiving(ctx, 'participations', id, ifMatch)
  const standing = await standingOf(ctx, id)
  const from = lastState(standing)
  mustBeAllowed(canMove(from.state, body.state))
  const since = body.since ?? laterOf(from.since, await asOfDay(ctx, undefined))
  if (since < from.since)
    throw invalidField('since', 'before_last', 'Begins before the state it follows', { since: from.since })
  const companies = await enrolledCompanies(ctx, [standing.organisationId], since)
  const to = await stateThere(ctx, mission, standing, body.state)
  // Who has to wait gets none.
  const aid = to === body.state ? aidWith(mission, standing, body, since) : null
  const company = companies.get(standing.organisationId)
  const award = aid && company ? await placeAidFindings(ctx, standing.organisationId, aid) : []
  const candidate = { ...standing, company: company && { ...company, award } }
  const findings = findingsFor(mission, candidate, body.state, since)
  mustNotBeBlocked(findings, standing.name)
  mustHaveReason(body.state, findings, body.reason, standing.name)

  if (to !== from.state) {
    await addState(ctx, standing, { state: to, since, reason: body.reason })
    await touch(ctx, 'participations', id)
    if (aid)
      await awardPlaceAid(
        ctx,
        { organisationId: standing.organisationId, participationId: id, reason: body.reason },
        aid,
      )
  }
  const unscheduled =
    canBeMet(from.state) && !canBeMet(to) && to !== 'no_show' ? await unschedule(ctx, id) : 0
  const promoted =
    to === 'withdrawn' && standing.side === 'home' ? await offerPlace(ctx, mission, since) : null
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

/** The aid that comes with the place, where a company from home takes one by this step. */
function aidWith(
  { kind }: HeldMission,
  standing: Standing,
  { state, aid }: { state: ParticipationState; aid: number | null },
  day: string,
): PlaceAid | null {
  const takes = standing.side === 'home' && holdsPlace(state) && !holdsPlace(lastState(standing).state)
  return aid && takes ? { missionKind: kind, day, euros: aid } : null
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
