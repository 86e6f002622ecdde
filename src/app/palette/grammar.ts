import { addDays, type CivilDate, lastDay } from '../../domain/partial-date.ts'
import { parsePartialDate } from '../../ui/parse-date.ts'
import { type Grade, phraseAt, type Token, tokensOf, worse } from './match.ts'
import {
  createWords,
  dayWords,
  type Kind,
  languageWords,
  nounWords,
  type ScreenName,
  screens,
  shortcutWords,
  smallWords,
  themeWords,
  type VerbName,
  verbs,
} from './words.ts'

/** What somebody may want who types a text. `find` is what a record is looked for by. */
export type Intent =
  | { do: 'create'; item: keyof typeof createWords; text: string }
  | { do: 'screen'; screen: ScreenName }
  | { do: 'open'; find: string; noun: Kind | null }
  | { do: 'sign'; find: string }
  | { do: 'as-of'; day: CivilDate }
  | { do: 'scope'; find: string }
  | { do: 'clear' }
  | { do: 'pin' | 'unpin'; find: string }
  | { do: 'language'; to: keyof typeof languageWords }
  | { do: 'theme'; to: keyof typeof themeWords }
  | { do: 'shortcuts' }

export interface Reading {
  intent: Intent
  grade: Grade
}

/** More than these nobody looks through. */
const mostReadings = 30

interface Said {
  grade: Grade
  /** The words after it, small ones at their beginning left out. */
  rest: Token[]
}

type Phrases = readonly (readonly string[])[]
const phrasesOf = (words: readonly string[]): Phrases =>
  words.map((phrase) => phrase.split(' ').filter((word) => !smallWords.has(word)))
const compiled = new WeakMap<readonly string[], Phrases>()
function compile(words: readonly string[]): Phrases {
  const held = compiled.get(words) ?? phrasesOf(words)
  compiled.set(words, held)
  return held
}

const isSmall = ({ word }: Token) => smallWords.has(word)

/** Small words are read over, unless there is nothing else. */
const withoutSmall = (tokens: readonly Token[]) => {
  const rest = tokens.filter((token) => !isSmall(token))
  return rest.length > 0 ? rest : [...tokens]
}

function begun(tokens: readonly Token[]): Token[] {
  const at = tokens.findIndex((token) => !isSmall(token))
  return at < 0 ? [] : tokens.slice(at)
}

/** The best way in which a text begins with one of some phrases: the longest of the best grade. */
function beginsWith(tokens: readonly Token[], words: readonly string[]): Said | null {
  // Small words may stand anywhere in what is said; those of what follows are the writer's own.
  const large = withoutSmall(tokens)
  let best: { grade: Grade; next: number } | null = null
  for (const phrase of compile(words)) {
    const found = phraseAt(large, 0, phrase)
    if (!found) continue
    if (!best || found.grade < best.grade || (found.grade === best.grade && found.next > best.next))
      best = found
  }
  if (!best) return null
  const last = large[best.next - 1]
  const after = last ? tokens.indexOf(last) + 1 : tokens.length
  return { grade: best.grade, rest: begun(tokens.slice(after)) }
}

/** The same for a text that says nothing else. */
function says(tokens: readonly Token[], words: readonly string[]): Grade | null {
  const said = tokens.length > 0 ? beginsWith(tokens, words) : null
  return said && said.rest.length === 0 ? said.grade : null
}

const textOf = (tokens: readonly Token[]) => tokens.map(({ typed }) => typed).join(' ')

const entries = <K extends string, V>(record: Readonly<Partial<Record<K, V>>>) =>
  Object.entries(record) as [K, V][]

/** The day that a text names: a date in either language, or its distance from today. A month or a year is seen from its end. */
function dayIn(tokens: readonly Token[], today: CivilDate): CivilDate | null {
  const [only, ...others] = tokens
  if (!only) return null
  const days = others.length === 0 ? dayWords[only.word] : undefined
  if (days !== undefined) return addDays(today, days)
  const date = parsePartialDate(textOf(tokens))
  return date && lastDay(date)
}

/** Whether it is told to the day: a year alone may be part of a name. */
const isWholeDay = (tokens: readonly Token[]) => (parsePartialDate(textOf(tokens)) ?? '').length === 10

function screenReadings(tokens: readonly Token[], grade: Grade): Reading[] {
  return entries(screens).flatMap(([screen, { words }]) => {
    const own = says(tokens, words)
    return own === null ? [] : [{ intent: { do: 'screen', screen }, grade: worse(grade, own) } as const]
  })
}

/** Records looked for by what follows, and by what follows the kind that it begins with. */
function openReadings(tokens: readonly Token[]): Reading[] {
  if (tokens.length === 0) return []
  const whole: Reading = { intent: { do: 'open', find: textOf(tokens), noun: null }, grade: 2 }
  const ofKind = entries(nounWords).flatMap(([noun, words]): Reading[] => {
    const said = beginsWith(tokens, words)
    return said && said.rest.length > 0
      ? [{ intent: { do: 'open', find: textOf(said.rest), noun }, grade: 2 as const }]
      : []
  })
  return [...ofKind, whole]
}

/** A name with the very word of its kind before it or after it, and nothing else: "agreement Kansai", "missions Japon". */
function kindReadings(tokens: readonly Token[]): Reading[] {
  const last = tokens.at(-1)?.word ?? ''
  const find = (noun: Kind, rest: readonly Token[]): Reading[] =>
    rest.length > 0 ? [{ intent: { do: 'open', find: textOf(rest), noun }, grade: 2 }] : []
  return entries(nounWords).flatMap(([noun, words]) => {
    const said = beginsWith(tokens, words)
    if (said?.grade === 0) return find(noun, said.rest)
    return words.includes(last) ? find(noun, begun(tokens.slice(0, -1))) : []
  })
}

type Reader = (said: Said, today: CivilDate) => Reading[]

/** One of several, each with its words; all of them while nothing more is typed. */
const oneOf = <K extends string>(
  choices: Readonly<Record<K, readonly string[]>>,
  intent: (chosen: K) => Intent,
  { grade, rest }: Said,
): Reading[] =>
  entries<K, readonly string[]>(choices).flatMap(([chosen, words]) => {
    const own = rest.length === 0 ? 1 : says(rest, words)
    return own === null ? [] : [{ intent: intent(chosen), grade: worse(grade, own) }]
  })

/** What each verb makes of the words that follow it. */
const readers: Readonly<Record<VerbName, Reader>> = {
  sign: ({ grade, rest }) => [{ intent: { do: 'sign', find: textOf(rest) }, grade }],
  create: ({ grade, rest }) =>
    entries(createWords).flatMap(([item, words]): Reading[] => {
      if (rest.length === 0) return [{ intent: { do: 'create', item, text: '' }, grade: worse(grade, 1) }]
      const said = beginsWith(rest, words)
      return said
        ? [{ intent: { do: 'create', item, text: textOf(said.rest) }, grade: worse(grade, said.grade) }]
        : []
    }),
  go: ({ grade, rest }) => [...screenReadings(rest, grade), ...openReadings(rest)],
  'as-of': ({ grade, rest }, today) => {
    const day = dayIn(rest, today)
    return day ? [{ intent: { do: 'as-of', day }, grade }] : []
  },
  scope: ({ grade, rest }) =>
    rest.length > 0 ? [{ intent: { do: 'scope', find: textOf(rest) }, grade }] : [],
  clear: ({ grade, rest }) => (rest.length === 0 ? [{ intent: { do: 'clear' }, grade }] : []),
  pin: ({ grade, rest }) => [{ intent: { do: 'pin', find: textOf(rest) }, grade }],
  unpin: ({ grade, rest }) => [{ intent: { do: 'unpin', find: textOf(rest) }, grade }],
  language: (said) => oneOf(languageWords, (to) => ({ do: 'language', to }), said),
  theme: (said) => oneOf(themeWords, (to) => ({ do: 'theme', to }), said),
}

/** What is understood without a verb: the name of a screen, a day, what can be begun, a language. */
function bareReadings(tokens: readonly Token[], today: CivilDate): Reading[] {
  const bare = begun(tokens)
  const readings = screenReadings(bare, 0)
  const day = dayIn(bare, today)
  if (day && (isWholeDay(bare) || dayWords[bare[0]?.word ?? ''] !== undefined))
    readings.push({ intent: { do: 'as-of', day }, grade: 0 })
  const help = says(bare, shortcutWords)
  if (help !== null) readings.push({ intent: { do: 'shortcuts' }, grade: help })
  for (const [item, words] of entries(createWords)) {
    const own = says(bare, words)
    if (own !== null) readings.push({ intent: { do: 'create', item, text: '' }, grade: worse(own, 1) })
  }
  for (const [to, words] of entries(languageWords)) {
    const own = says(bare, words)
    if (own !== null) readings.push({ intent: { do: 'language', to }, grade: own })
  }
  for (const [to, words] of entries(themeWords)) {
    const own = says(bare, words)
    if (own !== null) readings.push({ intent: { do: 'theme', to }, grade: worse(own, 1) })
  }
  return readings
}

/**
 * What a text may ask for, the likeliest first: the very words before their beginnings, those before what is nearly them. English and
 * French alike, whatever the screens are in. The same text on the same day always reads the same; any text can be read.
 */
export function readingsOf(text: string, today: CivilDate): Reading[] {
  const tokens = tokensOf(text)
  if (tokens.length === 0) return []
  const found = entries(verbs).flatMap(([verb, words]) => {
    const said = beginsWith(tokens, words)
    return said ? readers[verb](said, today) : []
  })
  const said = [...found, ...bareReadings(tokens, today)]
  // What is a command ("new mission") is no name.
  if (said.every(({ grade }) => grade === 2)) said.push(...kindReadings(tokens))
  const best = new Map<string, Reading>()
  for (const reading of said) {
    const key = JSON.stringify(reading.intent)
    const held = best.get(key)
    if (!held || reading.grade < held.grade) best.set(key, reading)
  }
  return [...best.values()].sort((a, b) => a.grade - b.grade).slice(0, mostReadings)
}
