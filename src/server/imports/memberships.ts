import { firstDay, lastDay } from '../../domain/partial-date.ts'
import type { Context } from '../context.ts'
import type { NewRows } from './bulk.ts'
import type { HeldOrganisation } from './held.ts'
import type { Draft } from './match.ts'

/** A membership of a cluster: new, or one that is held and whose period becomes better known. */
export interface MembershipPlan {
  clusterId: string
  from: string | null
  to: string | null
  add: boolean
  /** The one that is held, where its period changes. */
  heldId: string | null
}

/**
 * A membership is added where there is none of that cluster at that time: who left may have come back. Of one that is held only
 * what is not known is filled in.
 */
export function planMemberships(
  { memberships }: Draft,
  organisationId: string | null,
  held: HeldOrganisation | null,
  clusters: ReadonlyMap<string, string>,
): MembershipPlan[] {
  const plans: MembershipPlan[] = []
  for (const { cluster, from, to } of memberships) {
    const clusterId = clusters.get(cluster)
    if (!clusterId || clusterId === organisationId || plans.some((plan) => plan.clusterId === clusterId))
      continue
    const same =
      held?.memberships.filter(
        (one) =>
          one.toId === clusterId &&
          ['member', 'founder'].includes(one.role) &&
          !isBefore(one, { from }) &&
          !isBefore({ to }, one),
      ) ?? []
    const [one] = same
    if (!one) plans.push({ clusterId, from, to, add: true, heldId: null })
    else if (same.length === 1 && ((from && !one.from) || (to && !one.to)))
      plans.push({ clusterId, from: one.from ?? from, to: one.to ?? to, add: false, heldId: one.id })
  }
  return plans
}

const isBefore = ({ to }: { to: string | null }, { from }: { from: string | null }): boolean =>
  to !== null && from !== null && lastDay(to) < firstDay(from)

export function addMemberships(
  ctx: Context,
  rows: NewRows,
  organisationId: string,
  plans: readonly MembershipPlan[],
  held: HeldOrganisation | null,
): void {
  for (const [n, { clusterId, from, to, add }] of plans.entries())
    if (add)
      rows.affiliations.push({
        id: ctx.newId(),
        organisation_id: organisationId,
        position: (held?.memberships.length ?? 0) + n,
        to_id: clusterId,
        role: 'member',
        from_date: from,
        to_date: to,
      })
}

/** Gives whether any changed. */
export async function changeMemberships(ctx: Context, plans: readonly MembershipPlan[]): Promise<boolean> {
  const changing = plans.flatMap(({ heldId, from, to }) => (heldId ? [{ heldId, from, to }] : []))
  for (const { heldId, from, to } of changing)
    await ctx.db
      .updateTable('affiliations')
      .set({ from_date: from, to_date: to })
      .where('id', '=', heldId)
      .execute()
  return changing.length > 0
}
