import type { OwnershipLink } from '../../../contract/ownership.ts'
import type { Named } from '../../../contract/primitives.ts'
import type { HolderType } from '../../../domain/ownership.ts'
import { type MoneyText, moneyOf, moneyText } from '../../../ui/money-input.tsx'

/** A holding as it is being typed. */
export interface HoldingValues {
  byPerson: boolean
  /** The owner, or what is held: whoever is not the company itself. */
  other: Named | null
  holderType: HolderType
  capital: number | null
  voting: number | null
  appointsBoard: boolean
  dominantInfluence: boolean
  votesByAgreement: boolean
  sameMarket: boolean | null
  invested: MoneyText
  budget: MoneyText
  inhabitants: number | null
  from: string | null
  to: string | null
  note: string
}

const euros = (minor: number | null | undefined) =>
  moneyText(minor === null || minor === undefined ? null : { minor, currency: 'EUR' }, 'EUR')

export function holdingValues(link: OwnershipLink | null, side: 'owners' | 'holdings'): HoldingValues {
  return {
    byPerson: link?.byPerson ?? false,
    other: (side === 'owners' ? link?.holder : link?.held) ?? null,
    holderType: link?.holderType ?? 'enterprise',
    capital: link?.capital ?? null,
    voting: link?.voting ?? null,
    appointsBoard: link?.appointsBoard ?? false,
    dominantInfluence: link?.dominantInfluence ?? false,
    votesByAgreement: link?.votesByAgreement ?? false,
    sameMarket: link?.sameMarket ?? null,
    invested: euros(link?.invested),
    budget: euros(link?.budget),
    inhabitants: link?.inhabitants ?? null,
    from: link?.from ?? null,
    to: link?.to ?? null,
    note: link?.note ?? '',
  }
}

/** What is sent of it; undefined where an amount can't be read. */
export function holdingFields(values: HoldingValues) {
  const { byPerson: _, other: __, invested, budget, note, ...rest } = values
  const [put, year] = [moneyOf(invested), moneyOf(budget)]
  if (put === undefined || year === undefined) return undefined
  return { ...rest, invested: put?.minor ?? null, budget: year?.minor ?? null, note: note || null }
}
