import type { ZodOpenApiResponsesObject } from 'zod-openapi'
import type { Endpoint } from '../../contract/endpoint.ts'
import { type ProblemCode, problem, problemStatus } from '../../contract/problems.ts'
import { rightOf } from '../../contract/rights.ts'
import { scopesFor } from '../rights/token-scope.ts'

/** Every code that an operation may answer with: its own, and those that follow from what it takes. */
export function codesOf(endpoint: Endpoint): ProblemCode[] {
  const codes = new Set<ProblemCode>(['not_signed_in', 'internal', 'unavailable', 'took_too_long'])
  const add = (...more: ProblemCode[]) => {
    for (const code of more) codes.add(code)
  }
  if (endpoint.params || endpoint.query || endpoint.body) add('invalid')
  if (endpoint.body) add('malformed_request', 'too_large')
  if (endpoint.body && endpoint.body !== 'binary') add('unsupported_media_type')
  if (endpoint.access === 'write')
    add('malformed_request', 'not_allowed', 'other_holder', 'idempotency_key_reused', 'storage_full')
  if (rightOf(endpoint) !== 'own.session') add('right_missing')
  add('token_refused', 'token_expired', 'token_revoked', 'too_many_requests')
  const scopes = scopesFor(endpoint)
  if (!scopes) add('not_for_tokens')
  else if (scopes.length > 0 || endpoint.access === 'write') add('scope_missing')
  if (endpoint.ifMatch) add('version_stale', 'version_required')
  add(...(endpoint.errors ?? []))
  return [...codes]
}

const words: Record<number, string> = {
  400: 'Malformed',
  401: 'Not signed in, or with no token that is in force',
  403: 'Not allowed',
  404: 'Not there',
  409: 'Not possible as things stand',
  412: 'Changed since it was read',
  413: 'Too large',
  415: 'Of the wrong media type',
  422: 'Not valid',
  428: 'Without the version that was seen',
  429: 'Too many; `Retry-After` says when to ask again',
  500: 'A fault of the server',
  503: 'Not just now: send it again',
  504: 'Given up after too long',
  507: 'No room left',
}

/** The problem answers of an operation, one per status, each with the codes it stands for. */
export function problemResponses(endpoint: Endpoint): ZodOpenApiResponsesObject {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of codesOf(endpoint)) {
    const status = problemStatus[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, codes]) => [
        String(status),
        {
          description: `${words[status] ?? 'Refused'}: ${codes.map((code) => `\`${code}\``).join(', ')}`,
          content: { 'application/problem+json': { schema: problem } },
        },
      ]),
  )
}
