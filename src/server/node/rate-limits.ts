import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { problemAnswer, toResponse } from '../answer.ts'
import { Failure } from '../failure.ts'
import { bearerIn } from '../tokens/bearer.ts'

/** Requests are counted by the minute. */
const windowSeconds = 60
/** Requests with tokens that are refused, from one address in a minute. */
export const mostRefused = 60

interface Limits {
  /** Requests that one token may make in a minute. */
  perToken: number
  clientOf: (c: Context) => string
  clock: () => Date
}

/**
 * Bounds what programs ask for, by their token, and tells them how much is left (IETF draft "RateLimit header fields for HTTP"). What
 * is refused for its token counts against the address that it comes from, so that nobody tries one after the other. Counted in this
 * process alone, and forgotten as each minute is over. People who sign in are not counted here.
 */
export function rateLimits({ perToken, clientOf, clock }: Limits): MiddlewareHandler {
  let minute = 0
  const counts = new Map<string, number>()
  const countOf = (key: string) => counts.get(key) ?? 0
  const add = (key: string, more: number) => counts.set(key, countOf(key) + more)
  return async (c, next) => {
    const secret = bearerIn(c.req.raw)
    if (secret === null) return next()
    const seconds = clock().getTime() / 1000
    const now = Math.floor(seconds / windowSeconds)
    if (now !== minute) counts.clear()
    minute = now
    const left = Math.ceil((now + 1) * windowSeconds - seconds)
    const client = `from ${clientOf(c)}`
    // A token is not held in memory either.
    const token = createHash('sha256').update(secret).digest('base64')
    if (countOf(client) >= mostRefused || countOf(token) >= perToken) return refused(left, perToken)
    add(token, 1)
    await next()
    if (c.res.status === 401) {
      counts.delete(token)
      add(client, 1)
      return
    }
    say(c.res.headers, { perToken, rest: Math.max(0, perToken - countOf(token)), left })
  }
}

function say(headers: Headers, { perToken, rest, left }: { perToken: number; rest: number; left: number }) {
  headers.set('ratelimit-policy', `"token";q=${perToken};w=${windowSeconds}`)
  headers.set('ratelimit', `"token";r=${rest};t=${left}`)
}

function refused(left: number, perToken: number): Response {
  const failure = new Failure('too_many_requests', `Try again in ${left} seconds`, {
    params: { seconds: left },
  })
  const requestId = crypto.randomUUID()
  const answer = toResponse(problemAnswer(failure, requestId), requestId)
  answer.headers.set('retry-after', String(left))
  say(answer.headers, { perToken, rest: 0, left })
  return answer
}
