import type { Category, GrantRules } from '../domain/grant.ts'
import type { Format } from '../i18n/format.ts'
import { type ChangeLine, has, percentText, type T } from './change-values.ts'

const parts = [
  'categories',
  'indirect',
  'rates',
  'transfer',
  'eligible',
  'claimPeriods',
  'secondApproval',
] as const
type Part = (typeof parts)[number]

/** What changed of a grant's rules, rule by rule. */
export function ruleLines(before: unknown, after: unknown, t: T, f: Format): ChangeLine[] {
  const [held, now] = [rulesIn(before), rulesIn(after)]
  return parts
    .filter((part) => JSON.stringify(held[part] ?? null) !== JSON.stringify(now[part] ?? null))
    .map((part) => ({
      what: t(`rules.${part}`),
      now: words(part, now, t, f),
      before: words(part, held, t, f),
    }))
}

/** Rules as they were noted: an earlier version may have had fewer. */
const rulesIn = (value: unknown): Partial<GrantRules> =>
  typeof value === 'object' && value !== null ? value : {}

function words(part: Part, rules: Partial<GrantRules>, t: T, f: Format): string {
  switch (part) {
    case 'categories':
      return listed(
        (rules.categories ?? []).map((category) => categoryWords(category, t, f)),
        t,
        f,
      )
    case 'indirect':
      return indirectWords(rules, t, f)
    case 'rates':
      return ratesWords(rules, t, f)
    case 'transfer':
      return rules.transfer
        ? t(`ruleWords.transfer_${rules.transfer.kind}`, {
            percent: rules.transfer.kind === 'free' ? '' : percentText(rules.transfer.bp, f),
          })
        : t('nothing')
    case 'eligible':
      return rules.eligible ? f.period(rules.eligible.from, rules.eligible.to) : t('nothing')
    case 'claimPeriods':
      return listed(
        (rules.claimPeriods ?? []).map(({ from, to, due }) =>
          t('ruleWords.claimPeriod', { period: f.period(from, to), due: f.date(due) }),
        ),
        t,
        f,
      )
    case 'secondApproval':
      return t(rules.secondApproval ? 'common:yes' : 'common:no')
  }
}

const listed = (items: readonly string[], t: T, f: Format): string =>
  items.length > 0 ? f.list([...items]) : t('nothing')

const categoryName = (key: string, t: T): string =>
  has(`category.${key}`) ? t(`category.${key}` as 'category.travel') : key.replaceAll('_', ' ')

const categoryWords = ({ key, name, limitBp }: Category, t: T, f: Format): string => {
  const called = name ?? categoryName(key, t)
  return limitBp === null
    ? called
    : t('ruleWords.limited', { name: called, percent: percentText(limitBp, f) })
}

function indirectWords({ indirect, categories = [] }: Partial<GrantRules>, t: T, f: Format): string {
  if (!indirect) return t('nothing')
  if (indirect.kind === 'none') return t('ruleWords.indirect_none')
  const share = t(`ruleWords.indirect_${indirect.kind}`, { percent: percentText(indirect.bp, f) })
  const left = indirect.kind === 'share_of_direct' ? indirect.except : []
  const named = left.map((key) => categories.find((one) => one.key === key)?.name ?? categoryName(key, t))
  return named.length > 0 ? t('ruleWords.without', { share, list: f.list(named) }) : share
}

function ratesWords({ rates }: Partial<GrantRules>, t: T, f: Format): string {
  if (!rates) return t('nothing')
  const kind = t(`ruleWords.rates_${rates.kind}`)
  if (rates.kind !== 'fixed') return kind
  return f.list([kind, ...rates.quotes.map(({ currency, rate }) => `${currency} ${rate}`)])
}
