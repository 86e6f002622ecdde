import { sql } from 'kysely'
import type * as z from 'zod'
import type { createService, removeService, servicePatch, updateService } from '../../contract/services.ts'
import { refuseWhileUsedBy } from '../blockers.ts'
import { mustReferToLiving } from '../checks.ts'
import { holdCompany } from '../companies/hold.ts'
import type { Context } from '../context.ts'
import { lock } from '../record.ts'
import type { Verb } from '../route.ts'
import { readService } from './queries.ts'

type Patch = z.output<typeof servicePatch>

function rowOf(given: Patch) {
  const columns = {
    kind: given.kind,
    title: given.title,
    provider_id: given.providerId,
    cluster_id: given.clusterId,
    market_id: given.marketId,
    starts: given.starts,
    ends: given.ends,
    ...(given.value === undefined
      ? {}
      : { value_minor: given.value?.minor ?? null, value_currency: given.value?.currency ?? null }),
    note: given.note,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

const mustRefer = (
  ctx: Context,
  { providerId, clusterId, marketId }: Patch,
  held: readonly (string | undefined)[] = [],
) =>
  mustReferToLiving(
    ctx,
    [
      { noun: 'organisations', id: providerId, path: 'providerId' },
      { noun: 'organisations', id: clusterId, path: 'clusterId' },
      { noun: 'markets', id: marketId, path: 'marketId' },
    ],
    new Set(held.flatMap((id) => id ?? [])),
  )

export const addService: Verb<typeof createService> = async (ctx, { params, body }) => {
  await holdCompany(ctx, params.id)
  await mustRefer(ctx, body)
  const id = ctx.newId()
  const at = ctx.now.toISOString()
  const { kind, title } = body
  await ctx.db
    .insertInto('services')
    .values({ ...rowOf(body), id, organisation_id: params.id, kind, title, created_at: at, updated_at: at })
    .execute()
  return readService(ctx, id)
}

export const changeService: Verb<typeof updateService> = async (ctx, { params: { id }, body, ifMatch }) => {
  await lock(ctx, 'services', id, ifMatch)
  const held = await readService(ctx, id)
  await mustRefer(ctx, body, [held.provider?.id, held.cluster?.id, held.market?.id])
  const row = { ...rowOf(body), updated_at: ctx.now.toISOString() }
  await ctx.db.updateTable('services').set(row).where('id', '=', id).execute()
  return readService(ctx, id)
}

/** Aid was granted for it: first the entry, then the service. */
export const dropService: Verb<typeof removeService> = async (ctx, { params: { id }, ifMatch }) => {
  await lock(ctx, 'services', id, ifMatch)
  await refuseWhileUsedBy(
    ctx,
    sql`select 'organisations' as noun, o.id, o.name as title from aid a join organisations o on o.id = a.organisation_id where a.service_id = ${id}`,
  )
  await ctx.db.deleteFrom('services').where('id', '=', id).execute()
  return undefined
}
