import type { Wish } from '../../../../domain/matching.ts'
import { plain } from '../../../../ui/matches.ts'
import type { Participant } from '../model.ts'

/** What companies add to their names to say what they are; nobody tells two companies apart by it. */
const legalForms = new Set(
  (
    'sa sas sasu sarl eurl scop snc gie gmbh ag kg ug mbh ltd limited llc llp inc incorporated corp corporation co company plc ' +
    'kk kabushiki kaisha bv nv spa srl sl oy oyj ab aps as asa sp zoo pty pte'
  ).split(' '),
)

/** A name without accents, case, punctuation and legal form: "Nicolas Labs, S.A.S." is "nicolas labs". */
export function bareName(name: string): string {
  const words = name
    .normalize('NFKD')
    // Accents only: without its mark a Japanese syllable is another one.
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(株式会社|有限会社|合同会社|（株）|\(株\)|㈱)/g, ' ')
    .replace(/\b(?:[a-z]\.){2,}/g, (short) => short.replaceAll('.', ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
  const telling = words.filter((word) => !legalForms.has(word))
  return (telling.length > 0 ? telling : words).join(' ')
}

const pairsIn = (text: string): string[] => {
  const letters = text.replaceAll(' ', '')
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2))
}

/** How alike two bare names are, 0 to 1: the share of letter pairs that they have in common (Dice). */
export function likeness(one: string, other: string): number {
  if (one === other) return 1
  const left = pairsIn(other)
  const mine = pairsIn(one)
  const all = mine.length + left.length
  if (all === 0) return 0
  let common = 0
  for (const pair of mine) {
    const at = left.indexOf(pair)
    if (at < 0) continue
    left.splice(at, 1)
    common += 1
  }
  return (2 * common) / all
}

export interface NameMatch {
  /** The one participant that is meant; null where none or several could be. */
  id: string | null
  /** Those that come near, the likeliest first. */
  candidates: string[]
}

const near = 0.4
const mostCandidates = 4

/** Finds participants by what somebody wrote of them. Asked again for the same text it answers from memory. */
export function nameMatcher(participants: readonly Participant[]): (text: string) => NameMatch {
  const known = participants.map(({ id, name, nativeName }) => ({
    id,
    names: [name, nativeName].flatMap((one) => (one ? [bareName(one)] : [])),
  }))
  const answers = new Map<string, NameMatch>()
  return (text) => {
    const bare = bareName(text)
    const answered = answers.get(bare)
    if (answered) return answered
    const same = bare ? known.filter(({ names }) => names.includes(bare)) : []
    const ranked = known
      .map(({ id, names }) => ({
        id,
        score: Math.max(
          ...names.map((name) => Math.max(likeness(bare, name), startsAlike(bare, name) ? 0.7 : 0)),
        ),
      }))
      .filter(({ score }) => bare !== '' && score >= near)
      .sort((x, y) => y.score - x.score)
      .slice(0, mostCandidates)
    const [only] = same
    const answer = {
      id: same.length === 1 && only ? only.id : null,
      candidates: ranked.map(({ id }) => id),
    }
    answers.set(bare, answer)
    return answer
  }
}

/** "Kyoto Bio" for "Kyoto Bio Instruments", either way round. */
const startsAlike = (one: string, other: string) =>
  Math.min(one.length, other.length) >= 4 && (one.startsWith(`${other} `) || other.startsWith(`${one} `))

const wishWords: Record<Wish, readonly string[]> = {
  must: ['must', 'high', 'essential', 'indispensable', 'imperatif', 'prioritaire', 'haute', 'a', '3'],
  want: ['want', 'wanted', 'wish', 'medium', 'yes', 'souhaite', 'souhaitee', 'moyenne', 'oui', 'b', '2', 'x'],
  open: ['open', 'low', 'maybe', 'ouvert', 'ouverte', 'faible', 'peut etre', 'possible', 'c', '1'],
  never: ['never', 'veto', 'no', 'jamais', 'non', 'exclu', '0'],
}

/** The wish that a word stands for; nothing written means "want". Null for a word that nobody knows. */
export function wishOf(text: string): Wish | null {
  const word = plain(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  if (!word) return 'want'
  const found = (Object.keys(wishWords) as Wish[]).find((wish) => wishWords[wish].includes(word))
  return found ?? null
}
