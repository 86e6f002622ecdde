import { type NumberScheme, sirenIn } from '../registration-numbers.ts'
import { type ComparableName, comparable, folded, isAcronymOf, nameLikeness, numeralsOf } from './names.ts'
import { webDomain } from './web-domain.ts'

/** What an organisation is matched by. */
export interface OrganisationTraits {
  name: string
  /** Its other names; `former` ones among them. */
  names?: readonly { name: string; kind: string }[]
  country?: string | null
  town?: string | null
  postcode?: string | null
  /** Websites, and mail addresses of its people. */
  addresses?: readonly string[]
  numbers?: readonly { scheme: NumberScheme; value: string }[]
  legalForm?: string | null
}

export const reasonKeys = [
  'number',
  'otherNumber',
  'name',
  'nameForm',
  'otherName',
  'formerName',
  'nameTown',
  'nameLike',
  'acronym',
  'numerals',
  'form',
  'domain',
  'country',
  'otherCountry',
  'town',
  'otherTown',
  'postcode',
] as const
export type ReasonKey = (typeof reasonKeys)[number]

/** Why two may be one: a sentence's key, its weight (negative: why they may be two), and what it speaks of. */
export interface MatchReason {
  key: ReasonKey
  weight: number
  params?: Record<string, string>
}

/** "same" is taken for one unless somebody says otherwise; "perhaps" waits for a decision. */
export type Verdict = 'same' | 'perhaps' | 'new'

export interface Match {
  /** 0 to 100. */
  score: number
  verdict: Verdict
  reasons: MatchReason[]
}

/** Scores from which two are taken for one, and from which somebody should look. Measured: docs/decisions/0014-matching.md. */
export const thresholds = { same: 80, perhaps: 50 } as const

/** Names less alike than this are two names. */
const leastLike = 0.75

export const verdictOf = (score: number): Verdict =>
  score >= thresholds.same ? 'same' : score >= thresholds.perhaps ? 'perhaps' : 'new'

/** The same traits, made ready to be compared with many. */
export interface PreparedTraits {
  name: ComparableName
  others: readonly { name: ComparableName; former: boolean; said: string }[]
  country: string | null
  town: string | null
  postcode: string | null
  domains: readonly string[]
  numbers: readonly { scheme: NumberScheme; value: string }[]
  form: string | null
}

export function prepared(traits: OrganisationTraits): PreparedTraits {
  const name = comparable(traits.name)
  const domains = (traits.addresses ?? []).flatMap((address) => webDomain(address) ?? [])
  return {
    name,
    others: (traits.names ?? []).map((other) => ({
      name: comparable(other.name),
      former: other.kind === 'former',
      said: other.name,
    })),
    country: traits.country ?? null,
    town: traits.town ? placeKey(traits.town) : null,
    postcode: traits.postcode ? folded(traits.postcode).replaceAll(/[^\p{L}\p{N}]/gu, '') : null,
    domains: [...new Set(domains)],
    numbers: traits.numbers ?? [],
    form: name.form ?? (traits.legalForm ? comparable(`x ${traits.legalForm}`).form : null),
  }
}

/** A town without what lists add to it: "PARIS CEDEX 13", "Grenoble Cedex 9", "Paris 13e". */
const placeKey = (town: string): string =>
  folded(town)
    .replaceAll(/\bcedex\b.*$|\b\d+(?:e|er|eme)?\b|\([^)]*\)/g, ' ')
    .replaceAll(/\b(?:st|ste)\b/g, 'saint')
    .replaceAll(/[^\p{L}]+/gu, '')

/** How likely two organisations are one, with every reason for and against. Symmetric: who is compared with whom does not matter. */
export function matchOrganisations(a: PreparedTraits, b: PreparedTraits): Match {
  const reasons = [
    ...numberReasons(a, b),
    ...nameReasons(a, b),
    ...domainReasons(a, b),
    ...placeReasons(a, b),
  ].filter(({ weight }) => weight !== 0)
  const sum = reasons.reduce((total, { weight }) => total + weight, 0)
  const score = Math.max(0, Math.min(100, Math.round(sum)))
  return { score, verdict: verdictOf(score), reasons: reasons.sort((x, y) => y.weight - x.weight) }
}

/** A number that both bear settles it; numbers of one register that differ speak against. */
function numberReasons(a: PreparedTraits, b: PreparedTraits): MatchReason[] {
  const same = a.numbers.find(({ scheme, value }) =>
    b.numbers.some((other) => other.scheme === scheme && other.value === value),
  )
  if (same) return [{ key: 'number', weight: 85, params: { scheme: same.scheme, number: same.value } }]
  const sirens = (numbers: PreparedTraits['numbers']) =>
    new Set(numbers.flatMap(({ scheme, value }) => sirenIn(scheme, value) ?? []))
  const [ours, theirs] = [sirens(a.numbers), sirens(b.numbers)]
  for (const siren of ours)
    if (theirs.has(siren)) return [{ key: 'number', weight: 75, params: { scheme: 'siren', number: siren } }]
  if (ours.size > 0 && theirs.size > 0)
    return [{ key: 'otherNumber', weight: -50, params: { scheme: 'siren' } }]
  for (const scheme of ['pic', 'vat'] as const)
    if (a.numbers.some((one) => one.scheme === scheme) && b.numbers.some((one) => one.scheme === scheme))
      return [{ key: 'otherNumber', weight: scheme === 'vat' ? -40 : -25, params: { scheme } }]
  return []
}

/** The best of what their names have in common, and what parts names that are alike. */
function nameReasons(a: PreparedTraits, b: PreparedTraits): MatchReason[] {
  const formsDiffer = a.form !== null && b.form !== null && a.form !== b.form
  const parted: MatchReason[] = [
    ...(formsDiffer ? [{ key: 'form' as const, weight: -10 }] : []),
    ...(numeralsOf(a.name) !== numeralsOf(b.name) ? [{ key: 'numerals' as const, weight: -35 }] : []),
  ]
  if (isSame(a.name, b.name))
    return [a.form === b.form ? { key: 'nameForm', weight: 70 } : { key: 'name', weight: 65 }, ...parted]
  const other = otherName(a, b) ?? otherName(b, a)
  if (other) return [other]
  if (sameBesideTown(a, b) || sameBesideTown(b, a)) return [{ key: 'nameTown', weight: 55 }, ...parted]
  const like = nameLikeness(a.name, b.name)
  if (like >= leastLike)
    return [
      {
        key: 'nameLike',
        weight: Math.round(30 + ((like - leastLike) / (1 - leastLike)) * 25),
        params: { percent: String(Math.round(like * 100)) },
      },
      ...parted,
    ]
  return isAcronymOf(a.name, b.name) ? [{ key: 'acronym', weight: 25 }] : []
}

const isSame = (a: ComparableName, b: ComparableName): boolean =>
  a.compact === b.compact || a.sorted === b.sorted

/** "Deutsches Krebsforschungszentrum Heidelberg" in Heidelberg is the one without the town in its name. */
function sameBesideTown(a: PreparedTraits, b: PreparedTraits): boolean {
  if (!a.town || a.name.words.length < 2 || (b.town !== null && b.town !== a.town)) return false
  const rest = a.name.words.filter((word) => word !== a.town)
  return rest.length > 0 && rest.length < a.name.words.length && rest.join('') === b.name.compact
}

function otherName(a: PreparedTraits, b: PreparedTraits): MatchReason | null {
  for (const { name, former, said } of a.others)
    if (isSame(name, b.name) || b.others.some((other) => isSame(name, other.name)))
      return { key: former ? 'formerName' : 'otherName', weight: 62, params: { name: said } }
  return null
}

function domainReasons(a: PreparedTraits, b: PreparedTraits): MatchReason[] {
  const domain = a.domains.find((one) => b.domains.includes(one))
  return domain ? [{ key: 'domain', weight: 30, params: { domain } }] : []
}

function placeReasons(a: PreparedTraits, b: PreparedTraits): MatchReason[] {
  const reasons: MatchReason[] = []
  if (a.country && b.country)
    reasons.push(
      a.country === b.country ? { key: 'country', weight: 10 } : { key: 'otherCountry', weight: -30 },
    )
  const samePostcode = a.postcode !== null && a.postcode === b.postcode
  if (samePostcode) reasons.push({ key: 'postcode', weight: 8 })
  if (a.town && b.town) {
    const same = a.town === b.town || a.town.startsWith(b.town) || b.town.startsWith(a.town)
    if (same) reasons.push({ key: 'town', weight: 12 })
    else if (!samePostcode) reasons.push({ key: 'otherTown', weight: -15 })
  }
  return reasons
}
