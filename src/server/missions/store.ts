import { sql } from 'kysely'
import type * as z from 'zod'
import type { Mission, missionInput } from '../../contract/missions.ts'
import { checklistTemplates, type MissionKind } from '../../domain/mission.ts'
import type { Reference } from '../checks.ts'
import type { Context } from '../context.ts'
import { feeColumns } from '../money.ts'
import { replaceChildren } from '../record.ts'

export type Fields = Partial<Omit<z.output<typeof missionInput>, 'stage' | 'stageSince' | 'template'>>
type Step = NonNullable<Fields['steps']>[number]

/** The row's own columns, of those that were given. */
export function rowOf({ fee, ...fields }: Fields) {
  return {
    title: fields.title,
    kind: fields.kind,
    summary: fields.summary,
    alliance_id: fields.allianceId,
    market_id: fields.marketId,
    region_id: fields.regionId,
    starts: fields.starts,
    ends: fields.ends,
    start_time: fields.startTime,
    time_zone: fields.timeZone,
    home_time_zone: fields.homeTimeZone,
    venue: fields.venue,
    town: fields.town,
    country: fields.country,
    latitude: fields.latitude,
    longitude: fields.longitude,
    capacity: fields.capacity,
    ...feeColumns(fee),
    applications_close: fields.applicationsClose,
    free_withdrawal_until: fields.freeWithdrawalUntil,
  }
}

/** The steps that a mission of a kind begins with. */
export const templateSteps = (kind: MissionKind): Step[] =>
  checklistTemplates[kind].map((step) => ({ ...step, title: null, due: null, doneOn: null, ownerId: null }))

/** Every record that the fields given refer to. */
export function referencesOf(fields: Fields): Reference[] {
  const { bodies = [], agreements = [], steps = [] } = fields
  return [
    { noun: 'alliances', id: fields.allianceId, path: 'allianceId' },
    { noun: 'markets', id: fields.marketId, path: 'marketId' },
    ...bodies.map(
      (body, n): Reference => ({
        noun: 'organisations',
        id: body.organisationId,
        path: `bodies.${n}.organisationId`,
      }),
    ),
    ...agreements.map(
      (link, n): Reference => ({
        noun: 'agreements',
        id: link.agreementId,
        path: `agreements.${n}.agreementId`,
      }),
    ),
    ...steps.map((step, n): Reference => ({ noun: 'people', id: step.ownerId, path: `steps.${n}.ownerId` })),
  ]
}

/** The records that a mission refers to already. */
export function referredBy(held: Mission): ReadonlySet<string> {
  const named = [
    held.alliance,
    held.market,
    ...held.bodies.map((body) => body.organisation),
    ...held.agreements.map((link) => link.agreement),
    ...held.steps.map((step) => step.owner),
  ]
  return new Set(named.flatMap((record) => record?.id ?? []))
}

/** Writes the lists that were given: bodies, agreements served, checklist, criteria. */
export async function storeLists(ctx: Context, id: string, fields: Fields): Promise<void> {
  const owner = ['mission_id', id] as const
  const { bodies, agreements, steps, criteria } = fields
  if (bodies)
    await replaceChildren(ctx, {
      table: 'mission_bodies',
      path: 'bodies',
      owner,
      items: bodies,
      columns: ({ organisationId, role }) => ({ organisation_id: organisationId, role }),
    })
  if (agreements)
    await replaceChildren(ctx, {
      table: 'mission_agreements',
      path: 'agreements',
      owner,
      items: agreements,
      columns: ({ agreementId, actionId }) => ({ agreement_id: agreementId, action_id: actionId }),
    })
  if (steps)
    await replaceChildren(ctx, {
      table: 'mission_steps',
      path: 'steps',
      owner,
      items: steps,
      columns: ({ phase, key, title, due, anchor, days, doneOn, ownerId }) => ({
        phase,
        key,
        title,
        due,
        anchor,
        days,
        done_on: doneOn,
        owner_id: ownerId,
      }),
    })
  if (criteria) await storeCriteria(ctx, id, criteria)
}

/** Scores by a criterion go with it. */
async function storeCriteria(
  ctx: Context,
  id: string,
  criteria: NonNullable<Fields['criteria']>,
): Promise<void> {
  const kept = criteria.flatMap((criterion) => criterion.id ?? [])
  await sql`
    delete from participation_scores s using mission_criteria c
    where c.id = s.criterion_id and c.mission_id = ${id} and not c.id = any (${sql.val(kept)}::uuid[])`.execute(
    ctx.db,
  )
  await replaceChildren(ctx, {
    table: 'mission_criteria',
    path: 'criteria',
    owner: ['mission_id', id],
    items: criteria,
    columns: ({ name, weight }) => ({ name, weight }),
  })
}
