import { type RawBuilder, sql } from 'kysely'
import type { listWebhooks, readWebhook, Webhook } from '../../contract/webhooks.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'

async function webhooksWhere(
  ctx: Pick<Context, 'db' | 'now'>,
  condition: RawBuilder<unknown>,
): Promise<Webhook[]> {
  const { rows } = await sql<Webhook>`
    select w.id, w.url, w.description, w.nouns, w.enabled, w.failing_since as "failingSince", w.created_at as "createdAt",
      case when w.off_at is not null then json_build_object('reason', w.off_reason, 'at', ${instant(sql`w.off_at`)}) end as off,
      (select count(*)::int from webhook_deliveries d where d.endpoint_id = w.id and d.state = 'waiting') as waiting,
      case when w.former_until > ${ctx.now.toISOString()} then w.former_until end as "formerSecretUntil",
      case when w.last_at is not null then json_build_object(
        'at', ${instant(sql`w.last_at`)}, 'status', w.last_status, 'ms', w.last_ms, 'error', w.last_error) end as last,
      case when p.id is not null then json_build_object('id', p.id, 'name', concat_ws(' ', p.given_name, p.family_name)) end as "madeBy"
    from webhook_endpoints w left join people p on p.id = w.made_by_id
    where ${condition} order by w.created_at, w.id`.execute(ctx.db)
  return rows
}

/** An instant within JSON, written as the API writes them. */
export const instant = (column: RawBuilder<unknown>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

export async function webhookOf(ctx: Pick<Context, 'db' | 'now'>, id: string): Promise<Webhook> {
  const [found] = await webhooksWhere(ctx, sql`w.id = ${id}`)
  if (!found) throw new Failure('not_found', 'There is no such webhook')
  return found
}

export const listAll: Verb<typeof listWebhooks> = async (ctx) => ({
  items: await webhooksWhere(ctx, sql`true`),
  sends: ctx.webhooks !== undefined,
})

export const readOne: Verb<typeof readWebhook> = (ctx, { params: { id } }) => webhookOf(ctx, id)
