import { plain } from '../../ui/matches.ts'

/** How well something typed is something known: 0 the very words, 1 their beginning, 2 but for a slip of the finger. */
export type Grade = 0 | 1 | 2

/** A word as typed, and as it is compared. */
export interface Token {
  typed: string
  word: string
}

/** Longer texts are no commands. */
const mostTokens = 40

/**
 * The words of a text, compared without case, accents and marks. An apostrophe ends a word (l'accord), a hyphen does between letters
 * (as-of), not in a date.
 */
export function tokensOf(text: string): Token[] {
  return text
    .replace(/aujourd['’]hui/gi, 'aujourdhui')
    .replace(/(\p{L})-(?=\p{L})/gu, '$1 ')
    .split(/[\s'’]+/u)
    .slice(0, mostTokens)
    .map((typed) => ({ typed, word: plain(typed).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') }))
    .filter(({ word }) => word !== '')
}

/** Slips that a word of this length is forgiven. */
const slips = (length: number) => (length >= 8 ? 2 : length >= 4 ? 1 : 0)

/**
 * How well a typed word is a known one; null where it is not. The beginning of a word counts only while it is being typed, as the
 * last of the text.
 */
export function gradeOf(typed: string, known: string, isLast: boolean): Grade | null {
  if (typed === known) return 0
  if (isLast && known.startsWith(typed)) return 1
  const most = slips(Math.min(typed.length, known.length))
  // The first letter is seldom the wrong one.
  if (most === 0 || typed[0] !== known[0] || Math.abs(typed.length - known.length) > most) return null
  return distance(typed, known) <= most ? 2 : null
}

/** Letters put in, left out, exchanged, or two swapped (optimal string alignment). */
export function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(at(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, at(i - 1, j - 1) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1)
      row.push(least)
    }
  }
  return at(a.length, b.length)
}

/**
 * How well the tokens from `from` on say a phrase, and where they go on after it. A text that ends within the phrase is its beginning.
 * Null where they say something else.
 */
export function phraseAt(
  tokens: readonly Token[],
  from: number,
  phrase: readonly string[],
): { grade: Grade; next: number } | null {
  let grade: Grade = 0
  for (const [offset, known] of phrase.entries()) {
    const token = tokens[from + offset]
    if (!token) return offset > 0 ? { grade: worse(grade, 1), next: tokens.length } : null
    const own = gradeOf(token.word, known, from + offset === tokens.length - 1)
    if (own === null) return null
    grade = worse(grade, own)
  }
  return { grade, next: from + phrase.length }
}

export const worse = (a: Grade, b: Grade): Grade => (a > b ? a : b)
