import { type CivilDate, type PartialDate, periodHolds } from './partial-date.ts'

/**
 * What a holder is, as Article 3 of the annex to Recommendation 2003/361/EC tells them apart: enterprises count with their
 * figures, the investors of Article 3(2)(a)-(d) mostly don't, public bodies rule an SME out (Article 3(4)), and natural persons
 * join enterprises without having figures of their own.
 */
export const holderTypes = [
  'enterprise',
  'person',
  'public_body',
  'public_investment_corporation',
  'venture_capital',
  'business_angel',
  'university',
  'research_centre',
  'institutional_investor',
  'regional_fund',
  'local_authority',
] as const
export type HolderType = (typeof holderTypes)[number]

/** One holding: what a body or person has in an enterprise, for a period. */
export interface OwnershipLink {
  id: string
  /** The organisation or person that holds. */
  holderId: string
  byPerson: boolean
  heldId: string
  holderType: HolderType
  /** Shares of the capital and of the votes in hundredths of a percent, 0 to 10,000; null where unknown. */
  capital: number | null
  voting: number | null
  /** Article 3(3)(b): may appoint or remove most of the board. */
  appointsBoard: boolean
  /** Article 3(3)(c): a dominant influence by contract or by the articles of association. */
  dominantInfluence: boolean
  /** Article 3(3)(d): controls most votes alone, by agreement with other holders. */
  votesByAgreement: boolean
  /** Of persons: whether what they hold acts on the same or an adjacent market (Article 3(3), last subparagraphs). */
  sameMarket: boolean | null
  /** Of business angels: what they invested, in euro cents (Article 3(2)(a)). */
  invested: number | null
  /** Of local authorities: their annual budget in euro cents and their inhabitants (Article 3(2)(d)). */
  budget: number | null
  inhabitants: number | null
  from: PartialDate | null
  to: PartialDate | null
}

const half = 5000

/** Those in force on a day. */
export const linksOn = (links: readonly OwnershipLink[], day: CivilDate): OwnershipLink[] =>
  links.filter(({ from, to }) => periodHolds(from, to, day))

/** The share of the votes; where only the capital is known, votes follow it, as they do unless something else is agreed. */
export const votesOf = ({ voting, capital }: OwnershipLink): number => voting ?? capital ?? 0

/** Whether it is known how much is held, or that it controls in another way. */
export const isKnown = (link: OwnershipLink): boolean =>
  link.voting !== null || link.capital !== null || controlOf(link) !== null

/** The point of Article 3(3) by which a holding alone makes two enterprises linked ones; null where none does. */
export function controlOf(link: OwnershipLink): 'a' | 'b' | 'c' | 'd' | null {
  if (votesOf(link) > half) return 'a'
  if (link.appointsBoard) return 'b'
  if (link.dominantInfluence) return 'c'
  return link.votesByAgreement ? 'd' : null
}

/** Why two stand in one group: the holdings that together join them, and the point of Article 3(3). */
export interface Tie {
  links: OwnershipLink[]
  heldId: string
  point: 'a' | 'b' | 'c' | 'd'
}

/** Enterprises (and persons between them) gathered into groups, each named by one of its members. */
export interface Groups {
  rootOf(id: string): string
  membersOf(id: string): string[]
  ties: readonly Tie[]
}

/**
 * Gathers what is linked, directly or through others: by a holding that controls, or by holdings of one group that together
 * have most of the votes. Only `joining` holdings count.
 */
export function groupsOf(links: readonly OwnershipLink[], joining: (link: OwnershipLink) => boolean): Groups {
  const parents = new Map<string, string>()
  const rootOf = (id: string): string => {
    const parent = parents.get(id)
    return parent === undefined ? id : rootOf(parent)
  }
  const ties: Tie[] = []
  const join = (tie: Tie) => {
    const [a, b] = [rootOf(tie.heldId), rootOf(tie.links[0]?.holderId ?? tie.heldId)].sort()
    if (a === undefined || b === undefined || a === b) return false
    parents.set(b, a)
    ties.push(tie)
    return true
  }
  const counted = links.filter(joining)
  for (const link of counted) {
    const point = controlOf(link)
    if (point) join({ links: [link], heldId: link.heldId, point })
  }
  // A group that has grown may hold together what none of it held alone.
  for (let grown = true; grown; ) {
    grown = false
    for (const held of heldTogether(counted, rootOf))
      if (held.links.reduce((sum, link) => sum + votesOf(link), 0) > half)
        grown = join({ ...held, point: 'a' }) || grown
  }
  const everyone = [...new Set(links.flatMap(({ holderId, heldId }) => [holderId, heldId]))].sort()
  return {
    rootOf,
    membersOf: (id) => [...new Set([id, ...everyone.filter((other) => rootOf(other) === rootOf(id))])],
    ties,
  }
}

/** Holdings in one enterprise, gathered by the group that holds them. */
function heldTogether(
  links: readonly OwnershipLink[],
  rootOf: (id: string) => string,
): { links: OwnershipLink[]; heldId: string }[] {
  const gathered = new Map<string, { links: OwnershipLink[]; heldId: string }>()
  for (const link of links) {
    if (rootOf(link.holderId) === rootOf(link.heldId)) continue
    const key = `${rootOf(link.holderId)} ${link.heldId}`
    const found = gathered.get(key)
    if (found) found.links.push(link)
    else gathered.set(key, { links: [link], heldId: link.heldId })
  }
  return [...gathered.values()]
}

/**
 * The single undertaking of Article 2(2) of Regulations (EU) 1407/2013 and 2023/2831 that an enterprise is part of: those
 * linked by majority of votes, board, dominant influence or voting pact, directly or through other enterprises. Neither persons
 * nor public bodies join it (recital 4 of both). Gives the ids, the enterprise's own among them.
 */
export function singleUndertaking(id: string, links: readonly OwnershipLink[], day: CivilDate): string[] {
  const joins = ({ holderType, byPerson }: OwnershipLink) =>
    !byPerson && holderType !== 'public_body' && holderType !== 'local_authority'
  return groupsOf(linksOn(links, day).filter(joins), joins).membersOf(id).sort()
}

/** A holding as it is shown: percents, with two decimals at most. */
interface HeldPart extends Pick<OwnershipLink, 'from' | 'to'> {
  capital: number | null
  voting: number | null
}

/**
 * What its owners hold of it on a day all together, where that is more than there is: percents of the capital, or else of the
 * votes. Null where it adds up: less than all is no fault, small owners are seldom known.
 */
export function overHeld(
  owners: readonly HeldPart[],
  day: CivilDate,
): { of: 'capital' | 'voting'; percent: number } | null {
  const present = owners.filter(({ from, to }) => periodHolds(from, to, day))
  for (const of of ['capital', 'voting'] as const) {
    // In hundredths, or the sum would have more decimals than its parts.
    const sum = present.reduce((total, link) => total + Math.round((link[of] ?? 0) * 100), 0)
    if (sum > 10_000) return { of, percent: sum / 100 }
  }
  return null
}
