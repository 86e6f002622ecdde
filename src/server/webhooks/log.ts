import { type RawBuilder, sql } from 'kysely'
import type { listDeliveries, resendDelivery, testWebhook, WebhookDelivery } from '../../contract/webhooks.ts'
import type { Context } from '../context.ts'
import { Failure, invalidField } from '../failure.ts'
import type { Verb } from '../route.ts'
import { mustSend } from './outside.ts'
import { instant, webhookOf } from './read.ts'

type Row = WebhookDelivery & { seq: number }

async function deliveriesWhere(
  { db }: Pick<Context, 'db'>,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select d.seq, d.id, d.at, d.type, d.noun, d.record_id as "recordId", d.version, d.count, d.verb, d.state, d.next_at as "nextAt",
      coalesce((
        select json_agg(json_build_object('number', a.number, 'at', ${instant(sql`a.at`)}, 'status', a.status, 'ms', a.ms, 'error', a.error)
          order by a.number desc)
        from webhook_attempts a where a.delivery_id = d.id), '[]') as attempts
    from webhook_deliveries d where ${condition} order by d.seq desc limit ${limit}`.execute(db)
  return rows
}

const shown = ({ seq: _, ...delivery }: Row): WebhookDelivery => delivery

export const listLog: Verb<typeof listDeliveries> = async (ctx, { params: { id }, query }) => {
  await webhookOf(ctx, id)
  const { state, cursor, limit } = query
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor))
    throw invalidField('cursor', 'cursor', 'Not a cursor of this list')
  const rows = await deliveriesWhere(
    ctx,
    sql`d.endpoint_id = ${id} and ${state ? sql`d.state = ${state}` : sql`true`}
      and ${cursor ? sql`d.seq < ${cursor}::bigint` : sql`true`}`,
    limit + 1,
  )
  const page = rows.slice(0, limit)
  return { items: page.map(shown), next: rows.length > limit ? String(page.at(-1)?.seq) : null }
}

async function deliveryOf(ctx: Context, endpointId: string, id: string): Promise<WebhookDelivery> {
  const [found] = await deliveriesWhere(ctx, sql`d.endpoint_id = ${endpointId} and d.id = ${id}`, 1)
  if (!found) throw new Failure('not_found', 'There is no such delivery')
  return shown(found)
}

/** Refuses where nothing would be sent to it. */
async function mustBeOn(ctx: Context, id: string): Promise<void> {
  mustSend(ctx.webhooks)
  const { enabled } = await webhookOf(ctx, id)
  if (!enabled) throw new Failure('webhook_off', 'It is switched off')
}

export const test: Verb<typeof testWebhook> = async (ctx, { params: { id } }) => {
  await mustBeOn(ctx, id)
  const delivery = ctx.newId()
  const now = ctx.now.toISOString()
  await ctx.db
    .insertInto('webhook_deliveries')
    .values({ id: delivery, endpoint_id: id, at: now, type: 'webhook.test', next_at: now })
    .execute()
  return deliveryOf(ctx, id, delivery)
}

/** It is tried as often as a new one. One that is on its way stays so. */
export const resend: Verb<typeof resendDelivery> = async (ctx, { params: { id, delivery } }) => {
  await mustBeOn(ctx, id)
  await deliveryOf(ctx, id, delivery)
  await ctx.db
    .updateTable('webhook_deliveries')
    .set({ state: 'waiting', next_at: ctx.now.toISOString(), tries: 0, claim: null })
    .where('id', '=', delivery)
    .where('claim', 'is', null)
    .execute()
  return deliveryOf(ctx, id, delivery)
}
