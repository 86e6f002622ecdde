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
import { aidWaits, offerPlace } from './offer-place.ts'
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
  const missionId = await missionOf(ctx, id)
  // Before any record is locked, as who awards aid does.
  if (body.aid || (await aidWaits(ctx, missionId))) await aidInTurn(ctx)
  const mission = await holdOpenMission(ctx, missionId)
  await lockLiving(ctx, 'participations', id, ifMatch)
  const standing = await standingOf(ctx, id)
  const from = lastState(standing)
  mustBeAllowed(canMove(from.state, body.state))
  const since = body.since ?? laterOf(from.since, await asOfDay(ctx, undefined))
  if (since < from.since)
    throw invalidField('since', 'before_last', 'Begins before the state it follows', { since: from.since })
  const companies = await enrolledCompanies(ctx, [standing.organisationId], since)
  const to = await stateThere(ctx, mission, standing, body.state)
  const aid = aidWith(mission, standing, body, since)
  const company = companies.get(standing.organisationId)
  const award = aid && company ? await placeAidFindings(ctx, standing.organisationId, aid) : []
  const candidate = { ...standing, company: company && { ...company, award } }
  const findings = findingsFor(mission, candidate, body.state, since)
  mustNotBeBlocked(findings, standing.name)
  mustHaveReason(body.state, findings, body.reason, standing.name)

  if (to !== from.state) {
    const waits = to === 'waitlisted'
    const waiting = aid && waits ? aid.euros : null
    await addState(ctx, standing, { state: to, since, reason: body.reason, aid: waiting })
    await touch(ctx, 'participations', id)
    if (aid && !waits)
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
    promoted: promoted === null ? null : await readParticipation(ctx, promoted.id),
    aidGranted: promoted?.aidGranted ?? null,
    unscheduled,
    feeOwed: standing.side === 'home' && feeOwed,
  }
}

/**
 * The aid that comes with the place, where a company from home takes one by this step, or is to: what is asked for, else what
 * waits with who waits.
 */
function aidWith(
  { kind }: HeldMission,
  standing: Standing,
  { state, aid }: { state: ParticipationState; aid?: number | null | undefined },
  day: string,
): PlaceAid | null {
  const last = lastState(standing)
  const takes = standing.side === 'home' && holdsPlace(state) && !holdsPlace(last.state)
  const euros = aid === undefined ? last.aid : aid
  return euros && takes ? { missionKind: kind, day, euros } : null
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
