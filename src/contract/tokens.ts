import * as z from 'zod'
import { scopes } from '../domain/scopes.ts'
import type { Endpoint } from './endpoint.ts'
import { endpoint } from './endpoint.ts'
import * as p from './primitives.ts'

/** Tokens that a person makes for programs, which then act in their name, as far as they were let. */

/** What every token begins with, so that people and programs that look for secrets know one when they see it. */
export const tokenPrefix = 'corridor_'
/** How long a token lasts, in days: unless said otherwise, and at most. */
export const tokenDays = { usual: 90, most: 365 }
/** Tokens in force that one person may have at once. */
export const mostTokens = 50

const scope = z.enum(scopes)

export const apiToken = z
  .object({
    id: p.id,
    name: z.string(),
    /** What its secret begins with. */
    hint: z.string(),
    scopes: z.array(scope),
    createdAt: p.instant,
    expiresAt: p.instant,
    /** Told once a minute. */
    lastUsedAt: p.instant.nullable(),
    revokedAt: p.instant.nullable(),
  })
  .meta({ id: 'ApiToken' })
export type ApiToken = z.infer<typeof apiToken>

export const listTokens = endpoint({
  id: 'account.tokens',
  method: 'GET',
  path: '/account/tokens',
  summary: 'One’s own tokens, the newest first; those that were revoked or have expired, for the record',
  access: 'read',
  reply: z.object({ items: z.array(apiToken) }),
  status: 200,
  errors: ['not_found'],
})
export const makeToken = endpoint({
  id: 'account.make-token',
  method: 'POST',
  path: '/account/tokens',
  summary: 'Make a token for a program, which then acts in one’s own name within its scopes. It is told once',
  access: 'write',
  body: z.object({
    name: p.line(100),
    scopes: z.array(scope).min(1).max(scopes.length),
    days: z.int().min(1).max(tokenDays.most).default(tokenDays.usual),
  }),
  reply: apiToken.extend({
    token: z.string().nullable().meta({ description: 'Null where the same request is sent again' }),
  }),
  status: 201,
  once: ['token'],
  errors: ['not_found', 'too_many_tokens'],
})
export const revokeToken = endpoint({
  id: 'account.revoke-token',
  method: 'POST',
  path: '/account/tokens/{id}/revoke',
  summary: 'Revoke one of one’s own tokens for good',
  access: 'write',
  params: p.byId,
  reply: apiToken,
  status: 200,
  errors: ['not_found'],
})

export const tokenEndpoints = [listTokens, makeToken, revokeToken] as const

/** Nouns that no token reaches: what would outlast it or give more than it has, and the stream for windows that somebody looks at. */
const closedNouns = ['account', 'access', 'webhooks', 'live']
const closedOperations = ['calendars.list', 'calendars.create', 'calendars.revoke']

/** Whether an operation is for people alone, whatever a token is for. */
export const isForPeople = ({ id }: Pick<Endpoint, 'id'>): boolean =>
  closedNouns.includes(id.split('.')[0] ?? '') || closedOperations.includes(id)
