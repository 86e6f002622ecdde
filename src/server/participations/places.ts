import { sql } from 'kysely'
import { type MissionKind, type MissionState, missionCan } from '../../domain/mission.ts'
import {
  type EnrolledCompany,
  type Enrolment,
  enrolmentDay,
  enrolmentGate,
  type GateFinding,
  holdsPlace,
  type ParticipationState,
  reasonAsked,
  type StateEntry,
} from '../../domain/participation.ts'
import type { Context } from '../context.ts'
import { Failure, mustBeAllowed } from '../failure.ts'

/** A mission whose companies are about to change. */
export interface HeldMission extends MissionState {
  id: string
  kind: MissionKind
  capacity: number | null
  applicationsClose: string | null
  freeWithdrawalUntil: string | null
  fee: { minor: number } | null
  criteria: number
}

/** Locks a mission, so that one change of its companies after the other finds how many places there are left. */
export async function holdMission(ctx: Context, id: string): Promise<HeldMission> {
  const { rows } = await sql<HeldMission>`
    select m.id, m.kind, m.capacity, m.applications_close as "applicationsClose", m.free_withdrawal_until as "freeWithdrawalUntil",
      case when m.fee_minor is not null then json_build_object('minor', m.fee_minor) end as fee,
      m.closed_on as "closedOn", m.cancelled_on as "cancelledOn", m.cancelled_reason as "cancelledReason", m.deleted_at as "deletedAt",
      (select count(*)::int from mission_criteria c where c.mission_id = m.id) as criteria
    from missions m where m.id = ${id} for no key update of m`.execute(ctx.db)
  const mission = rows[0]
  if (!mission) throw new Failure('not_found', 'There is no such mission')
  return mission
}

/** The mission where its companies may change; 409 where it is cancelled or in the bin. */
export async function holdOpenMission(ctx: Context, id: string): Promise<HeldMission> {
  const mission = await holdMission(ctx, id)
  mustBeAllowed(missionCan.change(mission))
  return mission
}

/** The mission that a participation is in; 404 where there is no such participation. */
export async function missionOf(ctx: Context, participationId: string): Promise<string> {
  const found = await ctx.db
    .selectFrom('participations')
    .select('mission_id')
    .where('id', '=', participationId)
    .executeTakeFirst()
  if (!found) throw new Failure('not_found', 'There is no such participation')
  return found.mission_id
}

/** Places left, of companies as they stand last, whatever the day; null without a limit. */
export async function freePlaces(ctx: Context, { id, capacity }: HeldMission): Promise<number | null> {
  if (capacity === null) return null
  const { rows } = await sql<{ taken: number }>`select places_taken(${id}) as taken`.execute(ctx.db)
  return capacity - (rows[0]?.taken ?? 0)
}

/** Who is to be taken in. */
export interface Candidate {
  side: 'home' | 'partner'
  isCompany: boolean
  clusterId: string | null
  states: readonly StateEntry[]
  scores: number
  /** Of the home side’s companies, where the gate is to look at them. */
  company?: EnrolledCompany | undefined
}

/** What the gate finds of somebody about to be in a state from a day on; nothing where that holds no place. */
export function findingsFor(
  mission: HeldMission,
  candidate: Candidate,
  to: ParticipationState,
  day: string,
): GateFinding[] {
  const before = candidate.states.at(-1)?.state
  if (!holdsPlace(to) || (before && holdsPlace(before))) return []
  const enrolment: Enrolment = {
    side: candidate.side,
    isCompany: candidate.isCompany,
    clusterId: candidate.clusterId,
    applicationsClose: mission.applicationsClose,
    day: enrolmentDay(candidate.states, day),
    score: { given: candidate.scores, wanted: mission.criteria },
    ...(candidate.company ? { company: candidate.company } : {}),
  }
  return enrolmentGate(enrolment)
}

/** 409 with the first finding that blocks. */
export function mustNotBeBlocked(findings: readonly GateFinding[], who: string): void {
  const blocking = findings.find(({ blocks }) => blocks)
  if (blocking)
    throw new Failure('enrolment_blocked', `${who}: ${blocking.code.replaceAll('_', ' ')}`, {
      params: { ...blocking.params, who, finding: blocking.code },
    })
}

/** 422 that says what a reason is asked for: the state itself, or what the gate warns of. */
export function mustHaveReason(
  to: ParticipationState,
  findings: readonly GateFinding[],
  reason: string | null,
  who: string,
): void {
  if (reason || !reasonAsked(to, findings)) return
  const warnings = findings.filter(({ notes }) => !notes)
  const asked = warnings.length > 0 ? warnings : [{ code: to, params: {} }]
  throw new Failure('reason_required', 'Say why', {
    errors: asked.map(({ code, params }) => ({
      path: 'reason',
      code,
      message: code.replaceAll('_', ' '),
      params: { ...params, who },
    })),
  })
}
