import type { Agreement } from '../../../contract/agreements.ts'
import { type OpenStage, openStages } from '../../../domain/agreement.ts'
import { firstDay, type PartialDate } from '../../../domain/partial-date.ts'

export const stepNames = [...openStages, 'signed', 'inForce', 'ended'] as const
export type StepName = (typeof stepNames)[number]

export interface Step {
  name: StepName
  /** `missed`: an abandoned agreement never came to it. */
  state: 'done' | 'current' | 'todo' | 'missed'
  since: PartialDate | null
}

type Facts = Pick<
  Agreement,
  | 'status'
  | 'stage'
  | 'asOf'
  | 'stages'
  | 'signedOn'
  | 'starts'
  | 'ends'
  | 'abandonedOn'
  | 'terminatedOn'
  | 'renewedBy'
>

const current: Record<Agreement['status'], StepName> = {
  prospect: 'prospect',
  negotiation: 'negotiation',
  drafting: 'drafting',
  signed: 'signed',
  active: 'inForce',
  expiring: 'inForce',
  expired: 'ended',
  renewed: 'ended',
  abandoned: 'ended',
  terminated: 'ended',
}

/** The life of an agreement from prospect to its end, as of the day it was read for. */
export function stepsOf(agreement: Facts): Step[] {
  const now = stepNames.indexOf(current[agreement.status])
  const reached = agreement.status === 'abandoned' ? stepNames.indexOf(agreement.stage) : now
  return stepNames.map((name, index) => {
    const state = index === now ? 'current' : index > now ? 'todo' : index <= reached ? 'done' : 'missed'
    return { name, state, since: state === 'todo' || state === 'missed' ? null : sinceOf(agreement, name) }
  })
}

function sinceOf(agreement: Facts, step: StepName): PartialDate | null {
  const { status, signedOn, starts, ends } = agreement
  if (step === 'signed') return signedOn
  if (step === 'inForce') return starts && signedOn && firstDay(starts) > signedOn ? starts : signedOn
  if (step === 'ended') {
    if (status === 'abandoned') return agreement.abandonedOn
    if (status === 'terminated') return agreement.terminatedOn
    return status === 'renewed' ? (agreement.renewedBy?.signedOn ?? null) : ends
  }
  return stageSince(agreement, step)
}

/** A stage entered here after the day of the signature, as when that is logged later, is no date in its life. */
function stageSince({ stages, asOf, signedOn }: Facts, stage: OpenStage): string | null {
  const until = signedOn && signedOn < asOf ? signedOn : asOf
  const known = stages.filter((entry) => entry.stage === stage && entry.since <= until)
  return known.reduce<string | null>((last, { since }) => (last && last > since ? last : since), null)
}
