import { type CivilDate, firstDay, lastDay, type PartialDate } from './partial-date.ts'

/** A membership in the agreement's alliance. */
export interface MembershipPeriod {
  from: PartialDate | null
  to: PartialDate | null
}

export interface SignatureFacts {
  signedOn: CivilDate
  /** Memberships of the party in the agreement's alliance; empty where it has none or there is no alliance. */
  memberships: readonly MembershipPeriod[]
  /** Whether the party stands on the home side of an agreement that an alliance concludes. */
  membershipExpected: boolean
  /** Whether anybody stands on the partner side. */
  hasPartner: boolean
  /** The end of the agreement's period. */
  ends: PartialDate | null
  /** The day of the clock, in the place of the signature. */
  today: CivilDate
}

export const signatureWarnings = [
  'signed_before_joining',
  'not_a_member',
  'no_partner',
  'signed_in_future',
  'signed_after_end',
] as const
export type SignatureWarning = (typeof signatureWarnings)[number]

/** What is odd about a signature but possible: it passes with a reason, which is kept. */
export function warningsFor(facts: SignatureFacts): SignatureWarning[] {
  const warnings: SignatureWarning[] = []
  if (facts.membershipExpected) {
    const joined = facts.memberships.some(
      (period) =>
        (!period.from || firstDay(period.from) <= facts.signedOn) &&
        (!period.to || facts.signedOn <= lastDay(period.to)),
    )
    if (!joined) warnings.push(joinsAfter(facts) ? 'signed_before_joining' : 'not_a_member')
  }
  if (!facts.hasPartner) warnings.push('no_partner')
  if (facts.signedOn > facts.today) warnings.push('signed_in_future')
  if (facts.ends && facts.signedOn > lastDay(facts.ends)) warnings.push('signed_after_end')
  return warnings
}

/** When the party joins the alliance, where that is after it signs; the first time, where it joins again later. */
export function joinsAfter({
  memberships,
  signedOn,
}: Pick<SignatureFacts, 'memberships' | 'signedOn'>): PartialDate | null {
  let first: PartialDate | null = null
  for (const { from } of memberships) {
    if (from && firstDay(from) > signedOn && (!first || firstDay(from) < firstDay(first))) first = from
  }
  return first
}

/** What the facts are taken from; the resource has these fields. */
export interface SignedAgreement {
  alliance: { id: string } | null
  parties: readonly { id: string; side: 'home' | 'partner'; organisation: { id: string } }[]
  ends: PartialDate | null
}

/** The facts of one party's signature; `members` are those of the agreement's alliance. */
export function signatureFacts(
  { alliance, parties, ends }: SignedAgreement,
  members: readonly (MembershipPeriod & { organisationId: string })[],
  { partyId, signedOn, today }: { partyId: string; signedOn: CivilDate; today: CivilDate },
): SignatureFacts {
  const party = parties.find(({ id }) => id === partyId)
  return {
    signedOn,
    memberships: members.filter(({ organisationId }) => organisationId === party?.organisation.id),
    membershipExpected: alliance !== null && party?.side === 'home',
    hasPartner: parties.some(({ side }) => side === 'partner'),
    ends,
    today,
  }
}
