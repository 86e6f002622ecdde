import type * as z from 'zod'
import { agreementTypes } from '../../contract/agreements.ts'
import type { Indicator, indicatorInput } from '../../contract/indicators.ts'
import { choosesThrough, type KindsOf, measureOf } from '../../domain/indicators.ts'
import { outcomeKinds } from '../../domain/meeting.ts'
import { missionKinds } from '../../domain/mission.ts'
import { mustNotEndBeforeStart, type Reference } from '../checks.ts'
import { invalidField } from '../failure.ts'

type Whole = z.output<typeof indicatorInput>
export type Fields = Partial<Whole>

/** The row's own columns, of those that were given. */
export const rowOf = (fields: Fields) => ({
  title: fields.title,
  title_fr: fields.titleFr,
  definition: fields.definition,
  definition_fr: fields.definitionFr,
  vocabulary: fields.vocabulary,
  alliance_id: fields.allianceId,
  cluster_id: fields.clusterId,
  grant_id: fields.grantId,
  funder_id: fields.funderId,
  measure: fields.measure,
  market_id: fields.marketId,
  kinds: fields.kinds,
  through: fields.through,
  starts: fields.starts,
  ends: fields.ends,
  target: fields.target,
  currency: fields.currency,
})

/** Every record that the fields given refer to. */
export const referencesOf = (fields: Fields): Reference[] => [
  { noun: 'alliances', id: fields.allianceId, path: 'allianceId' },
  { noun: 'organisations', id: fields.clusterId, path: 'clusterId' },
  { noun: 'grants', id: fields.grantId, path: 'grantId' },
  { noun: 'organisations', id: fields.funderId, path: 'funderId' },
  { noun: 'markets', id: fields.marketId, path: 'marketId' },
]

/** The records that an indicator refers to already. */
export const referredBy = ({ alliance, cluster, grant, funder, market }: Indicator): ReadonlySet<string> =>
  new Set([alliance, cluster, grant, funder, market].flatMap((record) => record?.id ?? []))

type Rule = Pick<Whole, 'measure' | 'kinds' | 'through' | 'starts' | 'ends' | 'target' | 'currency'>

const kindsOf: Record<NonNullable<KindsOf>, readonly string[]> = {
  agreement: agreementTypes,
  mission: missionKinds,
  outcome: outcomeKinds,
}

/** The rule as it will stand holds together: kinds that its measure knows, a currency for money and for nothing else. */
export function mustMakeSense({ measure, kinds, through, starts, ends, target, currency }: Rule): void {
  mustNotEndBeforeStart(starts, ends)
  const { kinds: of, counts } = measureOf(measure)
  const known = of ? kindsOf[of] : []
  kinds.forEach((kind, n) => {
    if (!known.includes(kind))
      throw invalidField(`kinds.${n}`, 'unknown_reference', `Not a kind that ${measure} knows`)
  })
  if (through.length > 0 && !choosesThrough(measure))
    throw invalidField('through', 'not_of_measure', `Not asked of ${measure}`)
  if (counts !== 'money' && currency !== null)
    throw invalidField('currency', 'not_of_measure', `${measure} counts no money`)
  if (counts === 'money' && target !== null && currency === null)
    throw invalidField('currency', 'required', 'A target in money needs its currency')
}
