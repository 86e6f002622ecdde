import { useTranslation } from 'react-i18next'
import type { Grant, GrantRow } from '../../contract/grants.ts'
import { type GrantRules, usualCategories, wholeShare } from '../../domain/grant.ts'
import { decimalsOf } from '../../domain/money.ts'
import { useFormat } from '../../i18n/format.ts'

type T = ReturnType<typeof useTranslation<'grants'>>['t']

const isUsual = (key: string): key is (typeof usualCategories)[number] =>
  (usualCategories as readonly string[]).includes(key)

/** What a category is called: its own name, the usual word, or the key as it stands. */
export function useCategoryName(rules: Pick<GrantRules, 'categories'> | undefined) {
  const { t } = useTranslation('grants')
  return (key: string): string => {
    const named = rules?.categories.find((category) => category.key === key)?.name
    return named ?? (isUsual(key) ? t(`category.${key}`) : key)
  }
}

/** The keys that lines may have: the grant's own categories, or the usual ones where it names none. */
export const categoryKeys = ({ categories }: Pick<GrantRules, 'categories'>): string[] =>
  categories.length > 0 ? categories.map(({ key }) => key) : [...usualCategories]

/** "76%", "12.5%" of basis points. */
export function usePercent() {
  const { language } = useFormat()
  return (bp: number): string =>
    new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      style: 'percent',
      maximumFractionDigits: 2,
    }).format(bp / wholeShare)
}

/** Basis points to a whole percent, where no more is wanted: beside a bar. */
export function useRoundPercent() {
  const f = useFormat()
  return (bp: number): string => f.percent(bp / wholeShare)
}

/** The total as well as it is known: exactly, "more than €300,000", or not stated. */
export function useTotalText() {
  const { t } = useTranslation('grants')
  const f = useFormat()
  return ({ total, currency }: Pick<Grant | GrantRow, 'total' | 'currency'>): string => {
    if (total.kind === 'unknown') return t('total.unknown')
    if (total.kind === 'exact') return f.money({ minor: total.minor, currency })
    // A lower bound is a round figure: cents would lend it a precision that it has not.
    const round = new Intl.NumberFormat(f.language === 'fr' ? 'fr-FR' : 'en-GB', {
      style: 'currency',
      currency,
      trailingZeroDisplay: 'stripIfInteger',
    })
    return t('total.at_least', { amount: round.format(total.minor / 10 ** decimalsOf(currency)) })
  }
}

/** "76" or "12,5" typed as a percentage, in basis points; undefined where it can't be read, null where there is none. */
export function basisPointsOf(text: string): number | null | undefined {
  const bare = text.replace(/[\s%\u00a0\u202f]/g, '').replace(',', '.')
  if (bare === '') return null
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(bare)) return undefined
  const bp = Math.round(Number(bare) * 100)
  return bp <= wholeShare ? bp : undefined
}

/** Basis points as digits that `basisPointsOf` reads back. */
export const percentText = (bp: number | null): string => (bp === null ? '' : String(bp / 100))

/** How much is spent against how much of the time has passed, in words. */
export function useSpent(t: T) {
  const percent = useRoundPercent()
  return ({ spentBp, elapsedBp }: { spentBp: number | null; elapsedBp: number | null }): string => {
    const elapsed = elapsedBp === null ? '' : percent(elapsedBp)
    if (spentBp === null) return elapsedBp === null ? t('use.nothing') : t('use.noBudget', { elapsed })
    const spent = percent(spentBp)
    return elapsedBp === null ? t('use.noTime', { spent }) : t('use.words', { spent, elapsed })
  }
}
