import type { Grant } from '../../../contract/grants.ts'
import type { GrantRules, IndirectRule, RateRule, TransferRule } from '../../../domain/grant.ts'
import { isCivilDate } from '../../../domain/partial-date.ts'
import { rateOf } from '../rate-of.ts'
import { basisPointsOf, categoryKeys, percentText } from '../words.ts'

export interface CategoryText {
  key: string
  name: string
  direct: boolean
  /** In percent, as typed. */
  limit: string
}
export interface PeriodText {
  from: string | null
  to: string | null
  due: string | null
}

/** A grant's rules as they are being typed; an empty kind is not known. */
export interface RulesText {
  categories: CategoryText[]
  indirectKind: IndirectRule['kind'] | ''
  indirectPercent: string
  /** Left out of the base, or of which the base is. */
  indirectKeys: string[]
  rateKind: RateRule['kind'] | ''
  quotes: { currency: string; rate: string }[]
  transferKind: TransferRule['kind'] | ''
  transferPercent: string
  eligibleFrom: string | null
  eligibleTo: string | null
  claimPeriods: PeriodText[]
  secondApproval: boolean
}

export function rulesText({ rules }: Pick<Grant, 'rules'>): RulesText {
  const { indirect, rates, transfer, eligible } = rules
  return {
    categories: rules.categories.map(({ key, name, direct, limitBp }) => ({
      key,
      name: name ?? '',
      direct,
      limit: percentText(limitBp),
    })),
    indirectKind: indirect?.kind ?? '',
    indirectPercent: indirect && indirect.kind !== 'none' ? percentText(indirect.bp) : '',
    indirectKeys:
      indirect?.kind === 'share_of_direct'
        ? indirect.except
        : indirect?.kind === 'share_of_personnel'
          ? indirect.of
          : [],
    rateKind: rates?.kind ?? '',
    quotes: rates?.kind === 'fixed' ? rates.quotes : [],
    transferKind: transfer?.kind ?? '',
    transferPercent: transfer && transfer.kind !== 'free' ? percentText(transfer.bp) : '',
    eligibleFrom: eligible?.from ?? null,
    eligibleTo: eligible?.to ?? null,
    claimPeriods: rules.claimPeriods,
    secondApproval: rules.secondApproval,
  }
}

/** What was typed as rules; null while a percentage, rate or day can't be read, which its field says. */
export function rulesOf(text: RulesText): GrantRules | null {
  const indirect = indirectOf(text)
  const rates = ratesOf(text)
  const transfer = transferOf(text)
  const categories = text.categories.map(({ key, name, direct, limit }) => ({
    key,
    name: name.trim() || null,
    direct,
    limitBp: basisPointsOf(limit),
  }))
  const claimPeriods = text.claimPeriods.flatMap(({ from, to, due }) =>
    isDay(from) && isDay(to) && isDay(due) ? { from, to, due } : [],
  )
  const { eligibleFrom, eligibleTo } = text
  if (
    indirect === undefined ||
    rates === undefined ||
    transfer === undefined ||
    claimPeriods.length < text.claimPeriods.length ||
    [eligibleFrom, eligibleTo].some((day) => day !== null && !isDay(day))
  )
    return null
  const known = categories.flatMap(({ limitBp, ...rest }) =>
    limitBp === undefined ? [] : { ...rest, limitBp },
  )
  if (known.length < categories.length) return null
  return {
    categories: known,
    indirect,
    rates,
    transfer,
    eligible: eligibleFrom || eligibleTo ? { from: eligibleFrom, to: eligibleTo } : null,
    claimPeriods,
    secondApproval: text.secondApproval,
  }
}

const isDay = (text: string | null): text is string => text !== null && isCivilDate(text)

function indirectOf({
  indirectKind,
  indirectPercent,
  indirectKeys,
}: RulesText): IndirectRule | null | undefined {
  if (indirectKind === '') return null
  if (indirectKind === 'none') return { kind: 'none' }
  const bp = basisPointsOf(indirectPercent)
  if (typeof bp !== 'number') return undefined
  if (indirectKind === 'share_of_direct') return { kind: indirectKind, bp, except: indirectKeys }
  return { kind: indirectKind, bp, of: indirectKeys.length > 0 ? indirectKeys : ['personnel'] }
}

function ratesOf({ rateKind, quotes }: RulesText): RateRule | null | undefined {
  if (rateKind === '') return null
  if (rateKind !== 'fixed') return { kind: rateKind }
  const read = quotes.flatMap(({ currency, rate }) => {
    const known = rateOf(rate)
    return known ? { currency, rate: known } : []
  })
  return read.length < quotes.length ? undefined : { kind: 'fixed', quotes: read }
}

function transferOf({ transferKind, transferPercent }: RulesText): TransferRule | null | undefined {
  if (transferKind === '') return null
  if (transferKind === 'free') return { kind: 'free' }
  const bp = basisPointsOf(transferPercent)
  return typeof bp === 'number' ? { kind: transferKind, bp } : undefined
}

/** A key of its own for a category that is added by name. */
export function keyFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 36)
  const base = plain || 'category'
  let key = base
  for (let n = 2; taken.includes(key); n += 1) key = `${base}_${n}`
  return key
}

/** The categories to begin from where the grant names none: the usual ones, to be changed. */
export const usualRows = (rules: Pick<GrantRules, 'categories'>): CategoryText[] =>
  categoryKeys(rules).map((key) => ({ key, name: '', direct: true, limit: '' }))
