import type { Agreement, SignatureInput, SignInput } from '../../../contract/agreements.ts'
import {
  actionLines,
  type Present,
  rowOf,
  type Signatory,
  type SignDraft,
  signingParties,
  whenOf,
} from './draft.ts'
import type { Oddity } from './oddities.ts'

/** A task as it will be added: the proposal with what the reader changed. */
export interface ChosenTask {
  title: string
  due: string | null
}

/** What is sent, made of what was typed. Call only once `problemsIn` finds nothing. */
export function signInputOf(
  draft: SignDraft,
  agreement: Agreement,
  tasks: ChosenTask[],
  oddities: readonly Oddity[],
): SignInput {
  return {
    signatures: signingParties(draft, agreement).map((party) => ({
      ...signatureOf(draft, party.id, party.organisation.id),
      accepted: acceptedBy(party.id, oddities, draft),
    })),
    attendees: draft.present.filter(isSomebody).map(attendeeOf),
    actions: actionLines(draft.actions),
    ...draft.period,
    tasks: tasks.map(({ title, due }) => ({ title: title.trim(), due })),
  }
}

const isSomebody = (present: Present) => present.signatory !== null || present.organisation !== null

function signatureOf(draft: SignDraft, partyId: string, organisationId: string): SignatureInput {
  const row = rowOf(draft, partyId)
  const { date, time, zone, place } = whenOf(draft, partyId)
  const refused = row.decision === 'refused'
  return {
    partyId,
    decision: row.decision,
    signatory: row.signatory && signatoryOf(row.signatory, row.belongsTo?.id ?? organisationId, row.capacity),
    capacity: row.capacity,
    belongsToId: row.belongsTo?.id ?? null,
    signedOn: date ?? '',
    localTime: time,
    timeZone: zone,
    place,
    reason: refused ? row.reason : null,
  }
}

/** A new person gets a post where they belong, with the capacity as its title. */
function signatoryOf(signatory: Signatory, organisationId: string | null, title: string) {
  if (signatory.kind === 'known') return { id: signatory.id }
  const { givenName, familyName, nativeName } = signatory
  return { givenName, familyName, nativeName, organisationId, title: title.slice(0, 300) }
}

const acceptedBy = (partyId: string, oddities: readonly Oddity[], { reasons }: SignDraft) =>
  oddities
    .filter(({ parties }) => parties.some(({ id }) => id === partyId))
    .map(({ key, warning }) => ({ warning, reason: reasons[key]?.trim() ?? '' }))
    .filter(({ reason }) => reason)

const attendeeOf = ({ role, signatory, organisation, capacity }: Present) => ({
  role,
  signatory: signatory && signatoryOf(signatory, organisation?.id ?? null, capacity),
  organisationId: organisation?.id ?? null,
  capacity,
})
