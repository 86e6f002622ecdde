import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import * as p from './primitives.ts'

/** Other programs that are told what changes (docs/webhooks.md). */

/** What may be told of: records that have an address of their own in the API. */
export const webhookNouns = [
  'agreements',
  'missions',
  'participations',
  'meetings',
  'requests',
  'outcomes',
  'organisations',
  'people',
  'services',
  'aid',
  'grants',
  'expenses',
  'claims',
  'markets',
  'alliances',
  'indicators',
  'reports',
  'tasks',
  'notes',
  'documents',
] as const
export const webhookNoun = z.enum(webhookNouns)
export type WebhookNoun = z.infer<typeof webhookNoun>

/** Receivers of one host at most. */
export const mostWebhooks = 50
/** How long a delivery stays in the log, in days. */
export const webhookDays = 30
/** How long a secret that was renewed still signs beside the new one, in hours. */
export const formerSecretHours = 24

/**
 * Why an attempt did not arrive: it answered with another status than 2xx, sent us elsewhere, said that it is gone, did not answer in
 * time; its address is not ours to reach, its name is not known, its certificate does not hold, or nothing could be sent to it.
 */
export const webhookErrors = [
  'status',
  'redirect',
  'gone',
  'timeout',
  'address',
  'name',
  'certificate',
  'connection',
] as const
export type WebhookError = (typeof webhookErrors)[number]

export const webhookAttempt = z.object({
  number: z.int(),
  at: p.instant,
  /** What it answered; null where it did not. */
  status: z.int().nullable(),
  ms: z.int(),
  /** Null where it arrived. */
  error: z.enum(webhookErrors).nullable(),
})
export type WebhookAttempt = z.infer<typeof webhookAttempt>

export const webhook = z
  .object({
    id: p.id,
    url: z.string(),
    description: z.string().nullable(),
    /** None: all. */
    nouns: z.array(webhookNoun),
    enabled: z.boolean(),
    /** Why it was switched off by itself: it said that it is gone, or it failed for days. */
    off: z.object({ reason: z.enum(['gone', 'failing']), at: p.instant }).nullable(),
    /** The first failure since something arrived. */
    failingSince: p.instant.nullable(),
    /** Deliveries that wait to be sent, or sent again. */
    waiting: z.int(),
    last: webhookAttempt.omit({ number: true }).nullable(),
    /** Until when the secret before this one signs as well. */
    formerSecretUntil: p.instant.nullable(),
    madeBy: p.named.nullable(),
    createdAt: p.instant,
  })
  .meta({ id: 'Webhook' })
export type Webhook = z.infer<typeof webhook>

const secret = {
  secret: z.string().nullable().meta({ description: 'Told once: null where the same request is sent again' }),
}
const fields = {
  url: p.httpUrl,
  description: p.optionalLine(200),
  nouns: z.array(webhookNoun).max(webhookNouns.length).default([]).meta({ description: 'None: all' }),
  enabled: z.boolean().default(true),
}

export const listWebhooks = endpoint({
  id: 'webhooks.list',
  method: 'GET',
  path: '/webhooks',
  summary: 'The programs that are told what changes, and how that goes',
  access: 'read',
  reply: z.object({
    items: z.array(webhook),
    /** Whether this host sends anything at all: a browser does not. */
    sends: z.boolean(),
  }),
  status: 200,
})
export const readWebhook = endpoint({
  id: 'webhooks.read',
  method: 'GET',
  path: '/webhooks/{id}',
  summary: 'One program that is told what changes',
  access: 'read',
  params: p.byId,
  reply: webhook,
  status: 200,
  errors: ['not_found'],
})
export const createWebhook = endpoint({
  id: 'webhooks.create',
  method: 'POST',
  path: '/webhooks',
  summary: 'Tell another program what changes, from now on. The secret that signs is told once',
  access: 'write',
  body: z.object(fields),
  reply: webhook.extend(secret),
  status: 201,
  once: ['secret'],
  errors: ['webhooks_not_sent', 'conflict'],
})
export const updateWebhook = endpoint({
  id: 'webhooks.update',
  method: 'PATCH',
  path: '/webhooks/{id}',
  summary: 'Change what it is told and where. Switched off, it is told neither now nor later what happens',
  access: 'write',
  params: p.byId,
  body: p.patchOf(fields),
  reply: webhook,
  status: 200,
  errors: ['not_found', 'webhooks_not_sent'],
})
export const removeWebhook = endpoint({
  id: 'webhooks.remove',
  method: 'DELETE',
  path: '/webhooks/{id}',
  summary: 'Tell it nothing any more; its log goes, too',
  access: 'write',
  params: p.byId,
  reply: null,
  status: 204,
  errors: ['not_found'],
})
export const renewWebhookSecret = endpoint({
  id: 'webhooks.renew-secret',
  method: 'POST',
  path: '/webhooks/{id}/secret',
  summary: 'Make a new secret; the one before signs beside it for a day',
  access: 'write',
  params: p.byId,
  reply: webhook.extend(secret),
  status: 200,
  once: ['secret'],
  errors: ['not_found', 'webhooks_not_sent'],
})

export const webhookStates = ['waiting', 'delivered', 'failed', 'stopped'] as const

export const webhookDelivery = z
  .object({
    id: p.id,
    /** When what it tells of was written. */
    at: p.instant,
    type: z.string(),
    noun: z.string().nullable(),
    recordId: p.id.nullable(),
    version: z.int().nullable(),
    /** How many records, where they are not named one by one. */
    count: z.int().nullable(),
    verb: z.string().nullable(),
    /** Stopped: it was switched off before it arrived. */
    state: z.enum(webhookStates),
    nextAt: p.instant.nullable(),
    /** The newest first. */
    attempts: z.array(webhookAttempt),
  })
  .meta({ id: 'WebhookDelivery' })
export type WebhookDelivery = z.infer<typeof webhookDelivery>

export const listDeliveries = endpoint({
  id: 'webhooks.deliveries',
  method: 'GET',
  path: '/webhooks/{id}/deliveries',
  summary: 'What was sent and what came of it, newest first, of the last 30 days',
  access: 'read',
  params: p.byId,
  query: z.object({
    state: z.enum(webhookStates).optional(),
    cursor: z.string().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  reply: z.object({ items: z.array(webhookDelivery), next: z.string().nullable() }),
  status: 200,
  errors: ['not_found'],
})
export const testWebhook = endpoint({
  id: 'webhooks.test',
  method: 'POST',
  path: '/webhooks/{id}/test',
  summary: 'Send an event that tells of nothing, to see whether it arrives',
  access: 'write',
  params: p.byId,
  reply: webhookDelivery,
  status: 201,
  errors: ['not_found', 'webhooks_not_sent', 'webhook_off'],
})
export const resendDelivery = endpoint({
  id: 'webhooks.resend',
  method: 'POST',
  path: '/webhooks/{id}/deliveries/{delivery}/resend',
  summary: 'Send one again, with the same id',
  access: 'write',
  params: z.object({ id: p.id, delivery: p.id }),
  reply: webhookDelivery,
  status: 200,
  errors: ['not_found', 'webhooks_not_sent', 'webhook_off'],
})

export const webhookEndpoints = [
  listWebhooks,
  readWebhook,
  createWebhook,
  updateWebhook,
  removeWebhook,
  renewWebhookSecret,
  listDeliveries,
  testWebhook,
  resendDelivery,
] as const
