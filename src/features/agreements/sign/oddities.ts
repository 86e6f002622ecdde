import { useQuery } from '@tanstack/react-query'
import { useScope } from '../../../components/scope.ts'
import type { Agreement } from '../../../contract/agreements.ts'
import { alliances } from '../../../data/alliances.ts'
import { type CivilDate, isCivilDate, isPartialDate, type PartialDate } from '../../../domain/partial-date.ts'
import {
  joinsAfter,
  type MembershipPeriod,
  type SignatureWarning,
  signatureFacts,
  warningsFor,
} from '../../../domain/signature-warnings.ts'
import { localIn } from '../../../domain/time-zone.ts'
import { rowOf, type SignDraft, signingParties, whenOf } from './draft.ts'
import { periodOf } from './follow-up.ts'

/** Something unusual about the signatures of one day: it passes with one reason, for all the parties it concerns. */
export interface Oddity {
  /** Under which the draft keeps its reason. */
  key: string
  warning: SignatureWarning
  on: CivilDate
  /** With the day each joins the alliance, where it joins later. */
  parties: { id: string; name: string; joined: PartialDate | null }[]
}

/** What the API asked a reason for; of use while the day is still that one. */
export interface Told {
  partyId: string
  warning: SignatureWarning
  on: string
}

interface Known {
  /** The alliance's members; null while they are not known, when nothing is said of them. */
  members: readonly (MembershipPeriod & { organisationId: string })[] | null
  /** The day of the clock in a time zone. */
  todayIn: (zone: string | null) => CivilDate
  told: readonly Told[]
}

/** What is unusual in what has been typed so far. */
export function odditiesIn(
  draft: SignDraft,
  agreement: Agreement,
  { members, todayIn, told }: Known,
): Oddity[] {
  const { ends } = periodOf(draft, agreement)
  const signed = {
    ...agreement,
    alliance: members && agreement.alliance,
    ends: ends && isPartialDate(ends) ? ends : null,
  }
  const found = new Map<string, Oddity>()
  for (const { id, organisation } of signingParties(draft, agreement)) {
    const { decision, own } = rowOf(draft, id)
    const { date, zone } = whenOf(draft, id)
    if (decision === 'refused' || !date || !isCivilDate(date)) continue
    const facts = signatureFacts(signed, members ?? [], { partyId: id, signedOn: date, today: todayIn(zone) })
    const asked = told.filter((one) => one.partyId === id && one.on === date).map(({ warning }) => warning)
    for (const warning of new Set([...warningsFor(facts), ...asked])) {
      const key = own && warning !== 'no_partner' ? `${warning}:${id}` : warning
      const oddity = found.get(key) ?? { key, warning, on: date, parties: [] }
      const joined = warning === 'signed_before_joining' ? joinsAfter(facts) : null
      oddity.parties.push({ id, name: organisation.name, joined })
      found.set(key, oddity)
    }
  }
  return [...found.values()]
}

/** What is unusual, by the members of the agreement's alliance and the clock. */
export function useOddities(draft: SignDraft, agreement: Agreement, told: readonly Told[]): Oddity[] {
  const { today } = useScope()
  const { alliance } = agreement
  const { data } = useQuery({
    ...alliances.read({ params: { id: alliance?.id ?? '' } }),
    enabled: alliance !== null,
  })
  return odditiesIn(draft, agreement, {
    members: data?.members ?? null,
    // Whichever is later: where only the API's clock says that the day is to come, the API asks for the reason.
    todayIn: (zone) => {
      const here = localIn(Date.now(), zone ?? 'UTC').date
      return here > today ? here : today
    },
    told,
  })
}

/** Those that the period causes, which is typed in the third step. */
export const isOfPeriod = ({ warning }: Pick<Oddity, 'warning'>): boolean => warning === 'signed_after_end'
