import { comparable, nameLikeness, wordsOf } from './names.ts'
import { type Verdict, verdictOf } from './organisations.ts'

/** What a person is matched by. */
export interface PersonTraits {
  name: string
  nativeName?: string | null
  email?: string | null
  phone?: string | null
  /** Names of the bodies where they have a post. */
  organisations?: readonly string[]
}

export interface PersonReason {
  key: 'email' | 'personName' | 'nameLike' | 'organisation' | 'phone'
  weight: number
  params?: Record<string, string>
}

export interface PersonMatch {
  score: number
  verdict: Verdict
  reasons: PersonReason[]
}

const digits = (phone: string | null | undefined) => phone?.replaceAll(/\D/g, '').slice(-9) ?? ''

/** How likely two people are one. A name alone is never enough: many have the same. */
export function matchPeople(a: PersonTraits, b: PersonTraits): PersonMatch {
  const reasons: PersonReason[] = []
  if (a.email && a.email.toLowerCase() === b.email?.toLowerCase())
    reasons.push({ key: 'email', weight: 60, params: { email: a.email } })
  const names = (person: PersonTraits) => [person.name, person.nativeName ?? ''].filter(Boolean).map(nameKey)
  const [ours, theirs] = [names(a), names(b)]
  if (ours.some((name) => theirs.includes(name))) reasons.push({ key: 'personName', weight: 45 })
  else {
    const like = nameLikeness(comparable(a.name), comparable(b.name))
    if (like >= 0.8)
      reasons.push({ key: 'nameLike', weight: 25, params: { percent: String(Math.round(like * 100)) } })
  }
  const organisation = a.organisations?.find((one) =>
    b.organisations?.some((other) => comparable(one).sorted === comparable(other).sorted),
  )
  if (organisation) reasons.push({ key: 'organisation', weight: 35, params: { organisation } })
  const phone = digits(a.phone)
  if (phone.length >= 8 && phone === digits(b.phone)) reasons.push({ key: 'phone', weight: 30 })
  const score = Math.min(
    100,
    reasons.reduce((sum, { weight }) => sum + weight, 0),
  )
  return { score, verdict: verdictOf(score), reasons }
}

/** Words in any order, since some write the family's name first. */
const nameKey = (name: string) => wordsOf(name).sort().join(' ')
