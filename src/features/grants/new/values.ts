import type { GrantInput } from '../../../contract/grants.ts'
import type { Named } from '../../../contract/primitives.ts'
import type { FunderKind } from '../../../domain/grant.ts'
import { type TotalText, totalOf } from '../total-field.tsx'
import { basisPointsOf } from '../words.ts'

/** A new grant as it stands in the dialog. */
export interface NewGrant {
  title: string
  reference: string
  programme: string
  alliance: Named | null
  cluster: Named | null
  starts: string | null
  ends: string | null
  total: TotalText
  funder: Named | null
  funderKind: FunderKind
  /** In percent, as typed. */
  share: string
}

export const blank: NewGrant = {
  title: '',
  reference: '',
  programme: '',
  alliance: null,
  cluster: null,
  starts: null,
  ends: null,
  total: { kind: 'exact', money: { amount: '', currency: 'EUR' } },
  funder: null,
  funderKind: 'unknown',
  share: '',
}

/** What the API is asked for; null while an amount or share can't be read, which its field says. */
export function toInput(values: NewGrant): GrantInput | null {
  const { title, reference, programme, alliance, cluster, starts, ends, funder } = values
  const total = totalOf(values.total)
  const bp = basisPointsOf(values.share)
  if (total === undefined || bp === undefined) return null
  return {
    title,
    reference: reference || null,
    programme: programme || null,
    allianceId: alliance?.id ?? null,
    clusterId: cluster?.id ?? null,
    starts,
    ends,
    currency: values.total.money.currency,
    total,
    funders: funder
      ? [
          {
            organisationId: funder.id,
            kind: values.funderKind,
            share: bp === null ? { kind: 'unknown' } : { kind: 'share', bp },
          },
        ]
      : [],
  }
}
