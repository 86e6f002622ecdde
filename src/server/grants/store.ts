import type * as z from 'zod'
import type { Grant, grantInput } from '../../contract/grants.ts'
import type { Reference } from '../checks.ts'
import type { Context } from '../context.ts'
import { replaceChildren } from '../record.ts'

export type Fields = Partial<z.output<typeof grantInput>>

/** The row's own columns, of those that were given. */
export function rowOf(fields: Fields) {
  const { total, rules } = fields
  return {
    title: fields.title,
    reference: fields.reference,
    programme: fields.programme,
    call: fields.call,
    summary: fields.summary,
    alliance_id: fields.allianceId,
    cluster_id: fields.clusterId,
    starts: fields.starts,
    ends: fields.ends,
    currency: fields.currency,
    ...(total && { total_kind: total.kind, total_minor: total.kind === 'unknown' ? null : total.minor }),
    ...(rules && { rules: JSON.stringify(rules) }),
    closed_on: fields.closedOn,
  }
}

/** Every record that the fields given refer to. */
export const referencesOf = ({ allianceId, clusterId, funders = [] }: Fields): Reference[] => [
  { noun: 'alliances', id: allianceId, path: 'allianceId' },
  { noun: 'organisations', id: clusterId, path: 'clusterId' },
  ...funders.map(
    ({ organisationId }, n): Reference => ({
      noun: 'organisations',
      id: organisationId,
      path: `funders.${n}.organisationId`,
    }),
  ),
]

/** The records that a grant refers to already. */
export const referredBy = ({ alliance, cluster, funders }: Grant): ReadonlySet<string> =>
  new Set(
    [alliance, cluster, ...funders.map((funder) => funder.organisation)].flatMap(
      (record) => record?.id ?? [],
    ),
  )

export async function storeFunders(ctx: Context, id: string, { funders }: Fields): Promise<void> {
  if (!funders) return
  await replaceChildren(ctx, {
    table: 'grant_funders',
    path: 'funders',
    owner: ['grant_id', id],
    items: funders,
    columns: ({ organisationId, kind, share }) => ({
      organisation_id: organisationId,
      kind,
      share_bp: share.kind === 'share' ? share.bp : null,
      amount_minor: share.kind === 'amount' ? share.minor : null,
    }),
  })
}
