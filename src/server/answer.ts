import { type Problem, type ProblemCode, problemStatus } from '../contract/problems.ts'
import type { Failure } from './failure.ts'

/** On every answer of the API, so that a caller can tell it from whatever else answered at that address. */
export const apiHeader = 'x-corridor-api'

/** What an answer consists of, as stored with an idempotency key. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: string | Uint8Array<ArrayBuffer> | null
}

const encoder = new TextEncoder()

export function toResponse(answer: Answer, requestId: string): Response {
  const headers = new Headers(answer.headers)
  headers.set(apiHeader, '1')
  headers.set('x-request-id', requestId)
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  const body = typeof answer.body === 'string' ? encoder.encode(answer.body) : answer.body
  // Said, so that a host need not look how large an answer is before it packs it.
  if (body) headers.set('content-length', String(body.byteLength))
  return new Response(body, { status: answer.status, headers })
}

const titles: Partial<Record<ProblemCode, string>> = {
  invalid: 'The request is not valid',
  not_found: 'There is no such record',
  version_stale: 'The record has changed since it was read',
  internal: 'Something went wrong on our side',
}

export function problemAnswer(failure: Failure, requestId: string, current?: unknown): Answer {
  const problem: Problem = {
    type: `urn:corridor:problem:${failure.code}`,
    title: titles[failure.code] ?? sentence(failure.code),
    status: problemStatus[failure.code],
    code: failure.code,
    detail: failure.message,
    ...failure.extras,
    ...(current === undefined ? {} : { current }),
    requestId,
  }
  return {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      ...(problem.code === 'unavailable' ? { 'retry-after': retryAfterSeconds } : {}),
      ...(problem.code === 'too_many_attempts' ? { 'retry-after': attemptsAfterSeconds(problem) } : {}),
      ...challenge(problem.code),
    },
    body: JSON.stringify(problem),
  }
}

/** What a program is told about its token besides (RFC 6750, 3.1). */
function challenge(code: ProblemCode): Record<string, string> {
  if (code === 'scope_missing') return { 'www-authenticate': 'Bearer error="insufficient_scope"' }
  return /^token_/.test(code) ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {}
}

/** How long a caller should wait before it sends again what the database was away for. */
const retryAfterSeconds = '2'

/** Failures to sign in count for so long; the library that keeps second factors says nothing of when. */
const attemptsAfterSeconds = ({ params }: Problem) => String(Number(params?.minutes ?? 15) * 60)

const sentence = (code: string) => code.charAt(0).toUpperCase() + code.slice(1).replaceAll('_', ' ')
