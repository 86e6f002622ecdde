import type { IndicatorInput } from '../../contract/indicators.ts'
import type { Named } from '../../contract/primitives.ts'
import { type CountingMeasure, choosesThrough, measureOf, type Vocabulary } from '../../domain/indicators.ts'
import type { servingKinds } from '../../domain/served.ts'
import { type MoneyText, moneyOf } from '../../ui/money-input.tsx'

export type Through = (typeof servingKinds)[number]

/** What the form of a new indicator holds, as its fields do. */
export interface Values {
  title: string
  titleFr: string
  definition: string
  vocabulary: Vocabulary
  measure: Exclude<CountingMeasure, 'budget'>
  kinds: string[]
  through: Through[]
  alliance: Named | null
  cluster: Named | null
  grant: Named | null
  funder: Named | null
  market: Named | null
  starts: string | null
  ends: string | null
  number: number | null
  amount: MoneyText
}

export const blank: Values = {
  title: '',
  titleFr: '',
  definition: '',
  vocabulary: 'own',
  measure: 'smes_served',
  kinds: [],
  through: [],
  alliance: null,
  cluster: null,
  grant: null,
  funder: null,
  market: null,
  starts: null,
  ends: null,
  number: null,
  amount: { amount: '', currency: 'EUR' },
}

export const inMoney = (measure: CountingMeasure): boolean => measureOf(measure).counts === 'money'

/** As it is sent; what the measure does not ask for is left behind. */
export function toInput(values: Values): IndicatorInput {
  const { title, titleFr, definition, vocabulary, measure, starts, ends } = values
  const money = inMoney(measure) ? moneyOf(values.amount) : null
  return {
    title,
    titleFr: titleFr || null,
    definition: definition || null,
    vocabulary,
    measure,
    kinds: measureOf(measure).kinds ? values.kinds : [],
    through: choosesThrough(measure) ? values.through : [],
    allianceId: values.alliance?.id ?? null,
    clusterId: values.cluster?.id ?? null,
    grantId: values.grant?.id ?? null,
    funderId: values.funder?.id ?? null,
    marketId: values.market?.id ?? null,
    starts,
    ends,
    // What can't be read as an amount is refused at the field.
    target: inMoney(measure) ? (money === undefined ? 0 : (money?.minor ?? null)) : values.number,
    currency: money ? money.currency : null,
  }
}
