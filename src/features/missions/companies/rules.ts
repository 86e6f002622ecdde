import type { Mission } from '../../../contract/missions.ts'
import type { Participation } from '../../../contract/participations.ts'
import type { CivilDate } from '../../../domain/partial-date.ts'
import {
  enrolmentDay,
  enrolmentGate,
  type GateFinding,
  holdsPlace,
  owesFee,
  type ParticipationState,
  participationSteps,
  reasonAsked,
} from '../../../domain/participation.ts'

/** What the gate finds of somebody about to reach a state on a day; nothing where that takes no new place. */
export function findingsOf(
  mission: Pick<Mission, 'applicationsClose' | 'criteria'>,
  row: Participation,
  to: ParticipationState,
  day: CivilDate,
): GateFinding[] {
  if (!holdsPlace(to) || holdsPlace(row.state)) return []
  return enrolmentGate({
    side: row.side,
    isCompany: row.isCompany,
    clusterId: row.cluster?.id ?? null,
    applicationsClose: mission.applicationsClose,
    day: enrolmentDay(row.states, day),
    score: { given: row.scores.length, wanted: mission.criteria.length },
  })
}

/** Whether somebody from the home side comes to hold a place by a step: what the gate knows of them is shown with it. */
export const takesPlace = ({ side, state }: Pick<Participation, 'side' | 'state'>, to: ParticipationState) =>
  side === 'home' && holdsPlace(to) && !holdsPlace(state)

/** Whether a step is asked about in a dialog: it wants a reason, gives a place, or frees one and meetings. */
export const asksFirst = (
  mission: Pick<Mission, 'applicationsClose' | 'criteria'>,
  row: Participation,
  to: ParticipationState,
  day: CivilDate,
) => to === 'withdrawn' || takesPlace(row, to) || reasonAsked(to, findingsOf(mission, row, to, day))

/** Those to be taken in, in the order in which they come to the places that are left: by score, then by name. */
export const byScore = (rows: readonly Participation[], compare: (a: string, b: string) => number) =>
  rows.toSorted(
    (a, b) => (b.score ?? -1) - (a.score ?? -1) || compare(a.organisation.name, b.organisation.name),
  )

/** What a withdrawal on a day brings about. */
export function withdrawalOf(
  mission: Pick<Mission, 'fee' | 'freeWithdrawalUntil' | 'capacity'>,
  row: Participation,
  everybody: readonly Participation[],
  day: CivilDate,
) {
  const fee = row.fee ?? mission.fee
  const waiting = everybody
    .filter(({ state, side }) => side === 'home' && state === 'waitlisted')
    .sort((a, b) => (a.waiting ?? 0) - (b.waiting ?? 0))
  const freesPlace = row.side === 'home' && holdsPlace(row.state)
  return {
    /** Meetings that lose their slot. */
    meetings: row.scheduled,
    /** What is owed; null where nothing is. */
    fee:
      row.side === 'home' &&
      owesFee({ from: row.state, day, fee, freeWithdrawalUntil: mission.freeWithdrawalUntil })
        ? fee
        : null,
    /** Who is offered the place. */
    next: freesPlace && mission.capacity !== null ? (waiting[0] ?? null) : null,
  }
}

/** The step that comes next as a rule; null where nothing is left to decide. */
export function usualStep({ side, state }: Pick<Participation, 'side' | 'state'>): ParticipationState | null {
  if (state === 'invited') return side === 'home' ? 'applied' : 'accepted'
  if (state === 'applied' || state === 'shortlisted' || state === 'waitlisted') return 'accepted'
  return state === 'accepted' ? 'confirmed' : null
}

/** Every step that is legal; who comes from abroad to be met does not apply or wait. */
export function stepsOf({ side, state }: Pick<Participation, 'side' | 'state'>): ParticipationState[] {
  const notThere = side === 'partner' ? ['applied', 'shortlisted', 'waitlisted'] : []
  return participationSteps[state].filter((to) => !notThere.includes(to))
}
