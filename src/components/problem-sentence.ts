import i18next, { type TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { FieldError, Problem } from '../contract/problems.ts'
import { ApiProblem, ConnectionLost, UnexpectedAnswer } from '../data/failures.ts'
import { isCivilDate } from '../domain/partial-date.ts'
import { type Format, formatFor, useFormat } from '../i18n/format.ts'
import { loadMessages } from '../i18n/i18n.ts'
import { verbWords } from './verb-words.ts'

type T = TFunction<['problems', 'common']>
type Params = Record<string, string | number>

/** A screen doesn't wait for the sentences of what may go wrong on it. */
const lazily = { useSuspense: false }

/** Dates, sizes and sums in the params, written as the reader writes them. */
function readable(params: Params | undefined, f: Format): Params {
  const currency = params?.currency
  const entries = Object.entries(params ?? {}).map(([key, value]) => {
    if (key === 'minor' && typeof value === 'number' && typeof currency === 'string')
      return [key, f.money({ minor: value, currency })]
    if (typeof value === 'string') return [key, isCivilDate(value) ? f.date(value) : value]
    return [key, key === 'limit' ? f.fileSize(value) : f.number(value)]
  })
  return Object.fromEntries(entries)
}

function sentenceOf(error: unknown, t: T, f: Format): string {
  if (error instanceof ApiProblem) return t(`code.${error.code}`, readable(error.problem.params, f))
  if (error instanceof ConnectionLost) return t('connectionLost')
  return error instanceof UnexpectedAnswer ? t('unexpected') : t('unknown')
}

type FieldCode = keyof typeof import('../i18n/en/problems.ts')['default']['field']

/** What is wrong with one field, in a sentence. */
function fieldSentence({ code, params }: FieldError, t: T, f: Format): string {
  // A bound without unit counts letters wherever it is larger than any number people type.
  const tooLong = code === 'too_big' && Number(params?.max) >= 100
  const key = `field.${tooLong ? 'too_long' : code}` as `field.${FieldCode}`
  const known = i18next.exists(key, { ns: 'problems' })
  return String(t(known ? key : 'field.other', readable(params, f)))
}

/** The sentence of a refusal from the domain's rules (`agreementCan`), for a button that says why. */
export function useReason(): (refusal: { code: string; params?: Params } | null) => string | null {
  const { t, ready } = useTranslation(['problems', 'common'], lazily)
  const f = useFormat()
  return (refusal) =>
    refusal && ready ? t(`code.${refusal.code as Problem['code']}`, readable(refusal.params, f)) : null
}

/** Why one of many records was refused, in a sentence: where it is about fields, what is wrong with each. */
export function useRefusal(): (refusal: Pick<Problem, 'code' | 'params' | 'errors'>) => string | null {
  const { t, ready } = useTranslation(['problems', 'common'], lazily)
  const f = useFormat()
  return ({ code, params, errors = [] }) => {
    if (!ready) return null
    if (code === 'invalid' && errors.length > 0)
      return [...new Set(errors.map((one) => fieldSentence(one, t, f)))].join(' ')
    return t(`code.${code}`, readable(params, f))
  }
}

/** What went wrong, for a form: one sentence, and one for each field that the problem names. */
export function useProblem(error: unknown) {
  const { t, ready } = useTranslation(['problems', 'common'], lazily)
  const f = useFormat()
  const errors = ready && error instanceof ApiProblem ? (error.problem.errors ?? []) : []
  return {
    sentence: error && ready ? sentenceOf(error, t, f) : null,
    /** The sentence of the field at this path, or anywhere under it with `deep`. */
    field(path: string, deep = false): string | undefined {
      const found = errors.find((one) => one.path === path || (deep && one.path.startsWith(`${path}.`)))
      return found && fieldSentence(found, t, f)
    },
    /** Those that no field of the form shows. */
    others: (shown: readonly string[]): string[] =>
      errors
        .filter(({ path }) => !shown.some((one) => path === one || path.startsWith(`${one}.`)))
        .map((one) =>
          one.path ? `${one.path}${f.colon}${fieldSentence(one, t, f)}` : fieldSentence(one, t, f),
        ),
    blockers: error instanceof ApiProblem ? (error.problem.blockers ?? []) : [],
  }
}

/**
 * The sentence of an error outside of a component, for a toast; of input that can't be taken, that of the first field at
 * fault, as no form shows it. Loads the sentences if they aren't there.
 */
export async function describe(error: unknown): Promise<string> {
  await loadMessages(['problems', 'history'])
  const t = i18next.getFixedT(null, ['problems', 'common']) as T
  const f = formatFor(i18next.language)
  const first = error instanceof ApiProblem ? error.problem.blockers?.[0] : undefined
  if (first?.verb && first.at)
    return `${sentenceOf(error, t, f)} ${verbWords(first.verb, i18next.getFixedT(null, 'history'))}, ${f.instant(first.at)}.`
  const atFault = error instanceof ApiProblem && error.code === 'invalid' && error.problem.errors?.[0]
  return atFault ? fieldSentence(atFault, t, f) : sentenceOf(error, t, f)
}
