import { sql } from 'kysely'
import {
  type createWebhook,
  formerSecretHours,
  mostWebhooks,
  type removeWebhook,
  type renewWebhookSecret,
  type updateWebhook,
} from '../../contract/webhooks.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'
import { mustBeSendable, mustSend } from './outside.ts'
import { webhookOf } from './read.ts'
import { stopWaiting } from './stop-waiting.ts'

/** As Standard Webhooks writes them: what it is, and 256 bits of chance. */
const newSecret = () => `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))}`

export const add: Verb<typeof createWebhook> = async (ctx, { body }) => {
  mustSend(ctx.webhooks)
  mustBeSendable(body.url, ctx.webhooks)
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from webhook_endpoints`.execute(
    ctx.db,
  )
  if ((rows[0]?.count ?? 0) >= mostWebhooks)
    throw new Failure('conflict', `There are ${mostWebhooks} already`)
  const id = ctx.newId()
  const secret = newSecret()
  const now = ctx.now.toISOString()
  const { url, description, nouns, enabled } = body
  await ctx.db
    .insertInto('webhook_endpoints')
    .values({
      ...{ id, url, description, enabled, secret },
      nouns: [...new Set(nouns)],
      made_by_id: ctx.actor.id,
      created_at: now,
      updated_at: now,
    })
    .execute()
  ctx.tell?.({ nouns, enabled })
  return { ...(await webhookOf(ctx, id)), secret }
}

/** Whoever switches it on again begins anew: it is neither off by itself nor failing any more. */
export const change: Verb<typeof updateWebhook> = async (ctx, { params: { id }, body }) => {
  mustSend(ctx.webhooks)
  await held(ctx, id)
  if (body.url !== undefined) mustBeSendable(body.url, ctx.webhooks)
  const { url, description, nouns, enabled } = body
  await ctx.db
    .updateTable('webhook_endpoints')
    .set({
      ...(url === undefined ? {} : { url }),
      ...(description === undefined ? {} : { description }),
      ...(nouns === undefined ? {} : { nouns: [...new Set(nouns)] }),
      ...(enabled === undefined ? {} : { enabled }),
      ...(enabled ? { off_reason: null, off_at: null, failing_since: null } : {}),
      updated_at: ctx.now.toISOString(),
    })
    .where('id', '=', id)
    .execute()
  if (enabled === false) await stopWaiting(ctx.db, id)
  ctx.tell?.({
    ...(url === undefined ? {} : { address: true }),
    ...(nouns === undefined ? {} : { nouns }),
    ...(enabled === undefined ? {} : { enabled }),
  })
  return webhookOf(ctx, id)
}

export const remove: Verb<typeof removeWebhook> = async (ctx, { params: { id } }) => {
  await held(ctx, id)
  await ctx.db.deleteFrom('webhook_endpoints').where('id', '=', id).execute()
  return undefined
}

export const renewSecret: Verb<typeof renewWebhookSecret> = async (ctx, { params: { id } }) => {
  mustSend(ctx.webhooks)
  const { secret: former } = await held(ctx, id)
  const secret = newSecret()
  await ctx.db
    .updateTable('webhook_endpoints')
    .set({
      secret,
      former_secret: former,
      former_until: new Date(ctx.now.getTime() + formerSecretHours * 3_600_000).toISOString(),
      updated_at: ctx.now.toISOString(),
    })
    .where('id', '=', id)
    .execute()
  return { ...(await webhookOf(ctx, id)), secret }
}

/** The row as it is kept, held for this write. */
async function held(ctx: Context, id: string): Promise<{ secret: string }> {
  const found = await ctx.db
    .selectFrom('webhook_endpoints')
    .select('secret')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!found) throw new Failure('not_found', 'There is no such webhook')
  return found
}
