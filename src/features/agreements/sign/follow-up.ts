import type { Agreement } from '../../../contract/agreements.ts'
import {
  addDays,
  type CivilDate,
  isCivilDate,
  isPartialDate,
  lastDay,
  type PartialDate,
} from '../../../domain/partial-date.ts'
import { actionLines, rowOf, type SignDraft, unsignedParties, whenOf } from './draft.ts'

/** A task proposed as a signature is logged; `subject` is the action's or party's name. */
export interface Proposal {
  key: string
  kind: 'renewal' | 'action' | 'missing'
  subject: string
  due: CivilDate | null
  /** Of use still: a reminder of years ago, or of what begins after the end, is proposed, but not ticked. */
  timely: boolean
}

type Facts = Pick<Agreement, 'title' | 'parties' | 'starts' | 'ends' | 'noticeDays' | 'actions'>

/** The day the agreement will count as signed once the draft is saved; null while a required party is missing. */
export function signedOnAfter(draft: SignDraft, agreement: Pick<Agreement, 'parties'>): CivilDate | null {
  let last: CivilDate | null = null
  for (const party of agreement.parties) {
    if (!party.required) continue
    const day = party.signedOn ?? signingDay(draft, party.id)
    if (!day) return null
    if (!last || day > last) last = day
  }
  return last
}

function signingDay(draft: SignDraft, partyId: string): CivilDate | null {
  const row = rowOf(draft, partyId)
  const { date } = whenOf(draft, partyId)
  return row.takesPart && row.decision === 'signed' && date && isCivilDate(date) ? date : null
}

export const periodOf = (draft: SignDraft, agreement: Pick<Agreement, 'starts' | 'ends'>) =>
  draft.period ?? { starts: agreement.starts, ends: agreement.ends }

/** How many days after the signature (or after today, if that is later) actions and missing signatures come up. */
const firstStepDays = 30
const missingDays = 14
/** As many as can be agreed on at once. */
const mostActions = 50

/**
 * What usually follows a signature: a reminder before the notice window opens, the actions, and the signatures
 * still missing. None is earlier than the signature itself.
 */
export function proposalsFor(draft: SignDraft, agreement: Facts, day: CivilDate): Proposal[] {
  const signed = signedOnAfter(draft, agreement)
  const proposed = signed
    ? [
        ...renewal(periodOf(draft, agreement).ends, agreement, signed),
        ...actionsOf(draft, agreement, later(signed, day)),
      ]
    : missingOnes(draft, agreement, day)
  const { ends } = periodOf(draft, agreement)
  const end = ends && isPartialDate(ends) ? lastDay(ends) : null
  return proposed.map((one) => ({ ...one, timely: one.due >= day && (!end || one.due <= end) }))
}

const later = (a: CivilDate, b: CivilDate) => (a > b ? a : b)
type Dated = Omit<Proposal, 'timely'> & { due: CivilDate }

function renewal(ends: PartialDate | null, agreement: Facts, signed: CivilDate): Dated[] {
  if (!ends || !isPartialDate(ends)) return []
  const due = addDays(lastDay(ends), -agreement.noticeDays)
  return [{ key: 'renewal', kind: 'renewal', subject: agreement.title, due: later(due, signed) }]
}

function actionsOf(draft: SignDraft, agreement: Facts, from: CivilDate): Dated[] {
  const held = agreement.actions.filter(({ state }) => state === 'planned').map(({ title }) => title)
  return [...held, ...actionLines(draft.actions)].slice(0, mostActions).map((title, index) => ({
    key: `action-${index}`,
    kind: 'action',
    subject: title,
    due: addDays(from, firstStepDays),
  }))
}

function missingOnes(draft: SignDraft, agreement: Facts, day: CivilDate): Dated[] {
  const { date } = draft.common
  const from = date && isCivilDate(date) ? later(date, day) : day
  return unsignedParties(agreement)
    .filter(({ id, required }) => required && !rowOf(draft, id).takesPart)
    .map(({ id, organisation }) => ({
      key: `missing-${id}`,
      kind: 'missing',
      subject: organisation.name,
      due: addDays(from, missingDays),
    }))
}
