import {
  controlOf,
  type Groups,
  groupsOf,
  type HolderType,
  isKnown,
  type OwnershipLink,
  votesOf,
} from '../ownership.ts'
import type { SmeMissing, SmeStep } from './steps.ts'

/** A group that is a partner: how much of its figures counts, in hundredths of a percent. */
export interface Partner {
  /** The member that holds or is held. */
  id: string
  members: string[]
  share: number
}

export interface Relations {
  /** The enterprise and those linked to it; persons among them have no figures. */
  linked: string[]
  partners: Partner[]
  groups: Groups
  /** Held by public bodies to 25% or more, or perhaps, as a share is not known. */
  publicBodies: 'yes' | 'perhaps' | 'no'
  /** Whether all holdings are known well enough to say whose figures count. */
  complete: boolean
  steps: SmeStep[]
  missing: SmeMissing[]
}

/** The investors of Article 3(2), second subparagraph, by its points. */
const exemptions: Partial<Record<HolderType, 'a' | 'b' | 'c' | 'd'>> = {
  public_investment_corporation: 'a',
  venture_capital: 'a',
  business_angel: 'a',
  university: 'b',
  research_centre: 'b',
  institutional_investor: 'c',
  regional_fund: 'c',
  local_authority: 'd',
}

const quarter = 2500
/** Article 3(2)(a): what business angels together may invest in one enterprise, in euro cents; (d): a small authority. */
const angelsBelow = 125_000_000
const budgetBelow = 1_000_000_000
const inhabitantsBelow = 5000

/** A small local authority is an investor of point (d), another one a public body; null where that is not known. */
function isSmallAuthority({ budget, inhabitants }: OwnershipLink): boolean | null {
  if ((budget ?? 0) >= budgetBelow || (inhabitants ?? 0) >= inhabitantsBelow) return false
  return budget === null || inhabitants === null ? null : true
}

const isPublic = (link: OwnershipLink): boolean =>
  link.holderType === 'public_body' ||
  (link.holderType === 'local_authority' && isSmallAuthority(link) !== true)

/** Article 3(3): what joins enterprises to linked ones. Persons do so where what they hold is on the same or adjacent markets. */
const joins = (link: OwnershipLink): boolean =>
  !isPublic(link) && (!link.byPerson || link.sameMarket === true)

/** Who is linked to an enterprise, who its partners are, and what public bodies hold, of the holdings in force. */
export function relationsOf(id: string, links: readonly OwnershipLink[]): Relations {
  const groups = groupsOf(links, joins)
  const linked = groups.membersOf(id)
  const within = new Set(linked)
  const steps: SmeStep[] = groups.ties
    .filter(({ heldId }) => within.has(heldId))
    .flatMap(({ links: tied, heldId, point }) =>
      tied.map((link) => ({
        code: 'linked' as const,
        article: `3(3)(${point})`,
        enterpriseId: heldId,
        withId: link.holderId,
        share: votesOf(link),
      })),
    )
  const missing: SmeMissing[] = []
  const near = links.filter(({ holderId, heldId }) => within.has(holderId) !== within.has(heldId))
  for (const link of near)
    if (!isKnown(link)) missing.push({ code: 'share', enterpriseId: link.heldId, linkId: link.id })
  missing.push(...unknownMarkets(links, within))
  const counted = near.filter(
    (link) => !isPublic(link) && !isExempt(link, links, steps, missing) && !link.byPerson,
  )
  const partners = partnersOf(counted, groups, within, steps)
  const publicly = publicShare(id, links, steps, missing)
  return {
    linked,
    partners,
    groups,
    publicBodies: publicly,
    complete: missing.every(({ code }) => code === 'authority_size'),
    steps,
    missing,
  }
}

/** Persons who control one of the group and something else: whether the markets are near is to be known. */
function unknownMarkets(links: readonly OwnershipLink[], within: ReadonlySet<string>): SmeMissing[] {
  const controlling = links.filter((link) => link.byPerson && controlOf(link))
  return controlling
    .filter(({ holderId, heldId, sameMarket }) => {
      const others = controlling.filter((other) => other.holderId === holderId && other.heldId !== heldId)
      const touches = within.has(heldId) || others.some((other) => within.has(other.heldId))
      return sameMarket === null && others.length > 0 && touches
    })
    .map(({ id, heldId }) => ({ code: 'same_market' as const, enterpriseId: heldId, linkId: id }))
}

/** Whether a holding of one outside the group is an investor's that makes no partner of them (Article 3(2), second subparagraph). */
function isExempt(
  link: OwnershipLink,
  links: readonly OwnershipLink[],
  steps: SmeStep[],
  missing: SmeMissing[],
): boolean {
  const point = exemptions[link.holderType]
  if (!point) return false
  const about = {
    article: `3(2)(${point})`,
    enterpriseId: link.heldId,
    withId: link.holderId,
    share: largerOf(link),
  }
  if (link.holderType === 'business_angel') {
    const angels = links.filter(
      (other) => other.heldId === link.heldId && other.holderType === 'business_angel',
    )
    const invested = angels.reduce((sum, other) => sum + (other.invested ?? 0), 0)
    if (invested >= angelsBelow) {
      steps.push({ code: 'exemption_lost', ...about })
      return false
    }
    const unknown = angels.find((other) => other.invested === null)
    if (unknown) missing.push({ code: 'investment', enterpriseId: link.heldId, linkId: unknown.id })
  }
  steps.push({ code: 'exempt_investor', ...about })
  return true
}

/** Article 6(2): the greater of the two percentages. */
const largerOf = ({ capital, voting }: OwnershipLink): number => Math.max(capital ?? 0, voting ?? 0)

/** Groups that hold 25% or more of one of ours, together, or are held so (Article 3(2)); of several shares the greatest. */
function partnersOf(
  links: readonly OwnershipLink[],
  groups: Groups,
  within: ReadonlySet<string>,
  steps: SmeStep[],
): Partner[] {
  const sums = new Map<string, { id: string; heldId: string; capital: number; voting: number }>()
  for (const link of links) {
    const id = within.has(link.heldId) ? link.holderId : link.heldId
    const key = `${groups.rootOf(link.holderId)} ${link.heldId}`
    const sum = sums.get(key) ?? { id, heldId: link.heldId, capital: 0, voting: 0 }
    sums.set(key, {
      ...sum,
      capital: sum.capital + (link.capital ?? 0),
      voting: sum.voting + (link.voting ?? 0),
    })
  }
  const partners = new Map<string, Partner>()
  for (const { id, heldId, capital, voting } of sums.values()) {
    const share = Math.min(10_000, Math.max(capital, voting))
    const about = { enterpriseId: heldId, withId: id, share }
    if (share < quarter) {
      if (share > 0) steps.push({ code: 'below_partner', article: '3(1)', ...about })
      continue
    }
    steps.push({ code: 'partner', article: '3(2)', ...about })
    const root = groups.rootOf(id)
    const held = partners.get(root)
    if (!held || held.share < share) partners.set(root, { id, members: groups.membersOf(id), share })
  }
  return [...partners.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Article 3(4): what public bodies hold, directly or through what they control, jointly or alone. */
function publicShare(
  id: string,
  links: readonly OwnershipLink[],
  steps: SmeStep[],
  missing: SmeMissing[],
): Relations['publicBodies'] {
  const unsure = links.filter(
    (link) => link.holderType === 'local_authority' && isSmallAuthority(link) === null,
  )
  const controlled = new Set<string>()
  const theirs = (heldId: string, sure: boolean) =>
    links.filter(
      (link) =>
        link.heldId === heldId &&
        ((isPublic(link) && !(sure && unsure.includes(link))) || controlled.has(link.holderId)),
    )
  const shareOf = (heldId: string, sure: boolean) => {
    const held = theirs(heldId, sure)
    const total = (kind: 'capital' | 'voting') => held.reduce((sum, link) => sum + (link[kind] ?? 0), 0)
    return Math.min(10_000, Math.max(total('capital'), total('voting'), held.some(controlOf) ? 10_000 : 0))
  }
  for (let grown = true; grown; ) {
    grown = false
    for (const { heldId } of links)
      if (!controlled.has(heldId) && heldId !== id && shareOf(heldId, true) > 5000) {
        controlled.add(heldId)
        grown = true
      }
  }
  const share = shareOf(id, true)
  const sure = { article: '3(4)', enterpriseId: id, share }
  if (share >= quarter) {
    steps.push({ code: 'public_bodies', ...sure })
    return 'yes'
  }
  if (share > 0) steps.push({ code: 'public_bodies_below', ...sure })
  if (shareOf(id, false) < quarter && theirs(id, false).every(isKnown)) return 'no'
  for (const link of theirs(id, false))
    if (unsure.includes(link)) missing.push({ code: 'authority_size', enterpriseId: id, linkId: link.id })
  return 'perhaps'
}
