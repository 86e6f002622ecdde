import { apartJapaneseForms, withoutLegalForm } from './legal-forms.ts'

/** A name as it is compared: what it says without case, accents, marks, legal form and the small words. */
export interface ComparableName {
  /** The words that count, as they stand. */
  words: readonly string[]
  /** All of them in one, as they stand: "Lyon Biopôle" and "LYONBIOPOLE" are the same. */
  compact: string
  /** The same in alphabetical order: "Institut Pasteur" and "Pasteur, Institut". */
  sorted: string
  /** Its legal form, as `legal-forms.ts` calls it; null where it bears none that is known. */
  form: string | null
}

/** Words that say nothing about who a body is, in English, French, German and their neighbours. */
const small = new Set(
  'the of and for in at de des du la le les l d et en pour der die das und fur von van het di del della e y el los las a o da do dos'.split(
    ' ',
  ),
)

/** Letters that decompose into none of the plain ones, as PostgreSQL's `unaccent` writes them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** Text without case and accents; full-width letters as the usual ones. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßæœøłđðþı]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC')

/** The words of a name, "S.A.S." and "A/S" as one each. */
export function wordsOf(name: string): string[] {
  const text = apartJapaneseForms(folded(name))
    // Initials with dots, slashes or blanks after dots between them: s.a.r.l., d. o. o., a/s.
    .replaceAll(/(?<![\p{L}\p{N}])(?:\p{L}[./] ?)+\p{L}(?![\p{L}\p{N}])\.?/gu, (initials) =>
      initials.replaceAll(/[./ ]/g, ''),
    )
    .replaceAll(/(?<![\p{L}\p{N}])s\.p\.?a\.?(?![\p{L}\p{N}])/gu, 'spa')
    .replaceAll(/['’`´]/g, ' ')
    .replaceAll('&', ' and ')
  return text.match(/\([株有]\)|[\p{L}\p{N}]+/gu) ?? []
}

/** What a name is compared by. A name of nothing but small words and forms is compared by all it has. */
export function comparable(name: string): ComparableName {
  const all = wordsOf(name)
  const { words: bare, form } = withoutLegalForm(all.filter((word) => word !== 'and'))
  const telling = bare.filter((word) => !small.has(word))
  const words = telling.length > 0 ? telling : bare.length > 0 ? bare : all
  return { words, compact: words.join(''), sorted: [...words].sort().join(''), form }
}

/** How alike two texts are, 0 to 1: twice the pairs of neighbouring letters they share by all that they have (Dice). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  if (a.length < 2 || b.length < 2) return 0
  const pairs = new Map<string, number>()
  for (let at = 0; at < a.length - 1; at++) {
    const pair = a.slice(at, at + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  let shared = 0
  for (let at = 0; at < b.length - 1; at++) {
    const pair = b.slice(at, at + 2)
    const left = pairs.get(pair) ?? 0
    if (left > 0) {
      pairs.set(pair, left - 1)
      shared++
    }
  }
  return (2 * shared) / (a.length + b.length - 2)
}

/** How alike two names are, whatever the order of their words. */
export const nameLikeness = (a: ComparableName, b: ComparableName): number =>
  Math.max(likeness(a.compact, b.compact), likeness(a.sorted, b.sorted))

/** Whether one is what the first letters of the other's words make: "CEA" and "Commissariat à l'énergie atomique". */
export function isAcronymOf(a: ComparableName, b: ComparableName): boolean {
  const [short, long] = a.words.length === 1 ? [a, b] : [b, a]
  if (short.words.length !== 1 || long.words.length < 3) return false
  return short.compact.length >= 3 && short.compact === long.words.map((word) => word[0]).join('')
}

/** The numerals in a name, digits within words too: "Paris 3" and "Paris 5" are two, and so are "Onco1" and "Onco2". */
export const numeralsOf = ({ words }: ComparableName): string =>
  words
    .flatMap((word) => (/^[ivx]+$/.test(word) ? [word] : (word.match(/\d+/g) ?? [])))
    .sort()
    .join(' ')
