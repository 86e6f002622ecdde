import type { GrantInput } from '../../../contract/grants.ts'
import type { Named } from '../../../contract/primitives.ts'
import { blankFunder, type FunderRow, filledRows, shareOf } from '../funder-rows.tsx'
import { type TotalText, totalOf } from '../total-field.tsx'

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
  funders: FunderRow[]
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
  funders: [blankFunder()],
}

/** What the API is asked for; null while an amount or share can't be read, which its field says. */
export function toInput(values: NewGrant): GrantInput | null {
  const { title, reference, programme, alliance, cluster, starts, ends } = values
  const total = totalOf(values.total)
  const { currency } = values.total.money
  const funders = filledRows(values.funders).map((row) => ({ row, share: shareOf(row, currency) }))
  if (total === undefined || funders.some(({ share }) => !share)) return null
  return {
    title,
    reference: reference || null,
    programme: programme || null,
    allianceId: alliance?.id ?? null,
    clusterId: cluster?.id ?? null,
    starts,
    ends,
    currency,
    total,
    funders: funders.flatMap(({ row: { organisation, kind }, share }) =>
      share ? [{ organisationId: organisation?.id ?? '', kind, share }] : [],
    ),
  }
}
