import type { TFunction } from 'i18next'
import type { Indicator, IndicatorCount } from '../../contract/indicators.ts'
import { type CountingMeasure, measureOf } from '../../domain/indicators.ts'
import type { Format } from '../../i18n/format.ts'

interface Titled {
  title: string
  titleFr: string | null
  definition: string | null
  definitionFr: string | null
}

/** Its own words in the reader's language, where it has them. */
export const titleIn = (language: string, { title, titleFr }: Pick<Titled, 'title' | 'titleFr'>): string =>
  (language === 'fr' && titleFr) || title
export const definitionIn = (language: string, { definition, definitionFr }: Titled): string | null =>
  (language === 'fr' && definitionFr) || definition

/** What is counted: how many, or what it comes to in each currency. */
export function countedText(
  f: Format,
  measure: CountingMeasure,
  { count, sums }: Pick<IndicatorCount, 'count' | 'sums'>,
): string {
  if (measureOf(measure).counts !== 'money') return f.number(count)
  return sums.length > 0 ? f.list(sums.map((sum) => f.money(sum))) : f.number(0)
}

/** What stands against a target: in money the sum in its currency, else what is counted. */
export const actualText = (
  f: Format,
  { measure, target, currency }: Pick<Indicator, 'measure' | 'target' | 'currency'>,
  counted: Pick<IndicatorCount, 'actual' | 'count' | 'sums'>,
): string =>
  target !== null && currency !== null
    ? f.money({ minor: counted.actual, currency })
    : countedText(f, measure, counted)

/** The target as it is read: a number, or an amount. */
export const targetText = (
  f: Format,
  { target, currency }: Pick<Indicator, 'target' | 'currency'>,
): string | null =>
  target === null ? null : currency === null ? f.number(target) : f.money({ minor: target, currency })

/** Basis points of a target, "12%"; rounded down, so that only what is reached reads as reached. */
export const shareText = (f: Format, bp: number): string =>
  `${f.number(Math.floor(bp / 100))}${f.language === 'fr' ? ' %' : '%'}`

type T = TFunction<['indicators', 'common']>

/** The word of a kind that a rule names, by what its measure looks at. */
export function kindWord(t: T, measure: CountingMeasure, kind: string): string {
  switch (measureOf(measure).kinds) {
    case 'agreement':
      return t(`common:agreementType.${kind as 'mou'}`)
    case 'mission':
      return t(`common:missionKind.${kind as 'training'}`)
    case 'outcome':
      return t(`indicators:outcomeKind.${kind as 'lead'}`)
    default:
      return kind
  }
}
