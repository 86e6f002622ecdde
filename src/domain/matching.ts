import type { CivilDate } from './partial-date.ts'

/** How much somebody wants to meet somebody: "open" would not mind, "never" is a veto. */
export const wishes = ['must', 'want', 'open', 'never'] as const
export type Wish = (typeof wishes)[number]

export const answers = ['pending', 'accepted', 'declined'] as const
export type Answer = (typeof answers)[number]

/** A request of one participant to meet another. */
export interface RequestFacts {
  fromId: string
  toId: string
  wish: Wish
  /** What the other side answered. */
  answer: Answer
  /** A request not answered by this day lapses. */
  expiresOn: CivilDate | null
}

export const pairStates = ['agreed', 'pending', 'vetoed', 'declined', 'expired'] as const
export type PairState = (typeof pairStates)[number]

const value: Record<Wish, number> = { must: 6, want: 3, open: 1, never: 0 }

/** What the requests between two participants amount to, and what their meeting is worth (0 while there is none to hold). */
export interface Pair {
  aId: string
  bId: string
  state: PairState
  value: number
}

/**
 * Double opt-in: two agree to meet where each asked for the other, or one asked and the other accepted. One "never" from either
 * is a veto. Only what is agreed may hold a slot. A meeting wanted by both is worth what each wants, added.
 */
export function pairOf(requests: readonly RequestFacts[], day: CivilDate): Pair | null {
  const [first] = requests
  if (!first) return null
  const [aId, bId] = [first.fromId, first.toId].sort() as [string, string]
  const pair = (state: PairState, worth = 0): Pair => ({ aId, bId, state, value: worth })
  if (requests.some(({ wish }) => wish === 'never')) return pair('vetoed')
  if (requests.some(({ answer }) => answer === 'declined')) return pair('declined')
  const worth = requests.reduce((sum, { wish }) => sum + value[wish], 0)
  const both = new Set(requests.map(({ fromId }) => fromId)).size === 2
  if (both || requests.some(({ answer }) => answer === 'accepted')) return pair('agreed', worth)
  return requests.every(({ expiresOn }) => expiresOn !== null && expiresOn < day)
    ? pair('expired')
    : pair('pending')
}

/** The requests by pair, whoever asked whom. */
export function pairsOf(requests: readonly RequestFacts[], day: CivilDate): Pair[] {
  const byPair = new Map<string, RequestFacts[]>()
  for (const request of requests) {
    const key = pairKey(request.fromId, request.toId)
    const held = byPair.get(key)
    if (held) held.push(request)
    else byPair.set(key, [request])
  }
  return [...byPair.values()].flatMap((of) => pairOf(of, day) ?? [])
}

/** Only what is agreed may hold a slot; of two who asked nothing of each other, the manager may make a meeting by hand. */
export const mayMeet = (pair: Pick<Pair, 'state'> | undefined): boolean => !pair || pair.state === 'agreed'

/** Names a pair, whichever of the two comes first. */
export const pairKey = (aId: string, bId: string): string => [aId, bId].sort().join(' ')

/** A meeting that nobody asked for yet, and why it could be worth having. */
export interface Suggestion {
  aId: string
  bId: string
  /** Themes that both name, as the first of them writes them. */
  shared: string[]
  /** What one offers and the other seeks. */
  matched: string[]
  score: number
}

/** What a participant says of itself for matching. */
export interface Profile {
  id: string
  side: 'home' | 'partner'
  themes: readonly string[]
  offers: readonly string[]
  seeks: readonly string[]
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase()

/**
 * Pairs of opposite sides that aren't settled, best first: an offer sought counts three times a shared theme. Settled are
 * those between whom there is any request, or a meeting already.
 */
export function suggestions(
  profiles: readonly Profile[],
  settled: readonly Pick<RequestFacts, 'fromId' | 'toId'>[],
  limit = 100,
): Suggestion[] {
  const known = new Set(settled.flatMap(({ fromId, toId }) => [`${fromId} ${toId}`, `${toId} ${fromId}`]))
  const ready = profiles.map((profile) => ({
    profile,
    themes: index(profile.themes),
    offers: index(profile.offers),
    seeks: index(profile.seeks),
  }))
  const found: Suggestion[] = []
  for (const a of ready.filter(({ profile }) => profile.side === 'home'))
    for (const b of ready.filter(({ profile }) => profile.side === 'partner')) {
      if (known.has(`${a.profile.id} ${b.profile.id}`)) continue
      const shared = common(a.themes, b.themes)
      const matched = [...new Set([...common(a.offers, b.seeks), ...common(a.seeks, b.offers)])]
      const score = shared.length + 3 * matched.length
      if (score > 0) found.push({ aId: a.profile.id, bId: b.profile.id, shared, matched, score })
    }
  return found
    .sort((x, y) => y.score - x.score || x.aId.localeCompare(y.aId) || x.bId.localeCompare(y.bId))
    .slice(0, limit)
}

const index = (words: readonly string[]) => new Map(words.map((word) => [folded(word), word]))
const common = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>) =>
  [...a].flatMap(([key, word]) => (b.has(key) ? [word] : []))
