import { Hono } from 'hono'
import type { Endpoint } from '../../contract/endpoint.ts'
import { problemAnswer, toResponse } from '../answer.ts'
import { persistently } from '../db/away.ts'
import { Failure } from '../failure.ts'
import { foreseen } from '../foreseen.ts'
import { readBody, readInput } from '../input.ts'
import { forgetFailures, mustNotBeTooMany, noteFailure } from './attempts.ts'
import { clientHeader } from './auth.ts'
import { accountOf, isTold, tellStep } from './tell.ts'
import { type SignInDeps, type Step, steps } from './verbs.ts'

/**
 * The addresses under /api/auth: the steps of the contract, and the one that a provider sends people back to. The library's own
 * are not open.
 */
export function signInRoutes(deps: SignInDeps): Hono {
  const app = new Hono()
  for (const step of steps)
    app.on(step.endpoint.method, `/api${step.endpoint.path}`, (c) => answer(deps, step, c.req.raw))
  for (const { id } of deps.providers)
    app.get(`/api/auth/callback/${id}`, async (c) => {
      const { headers } = c.req.raw
      try {
        const response = await deps.auth.handler(c.req.raw)
        await tellStep(deps, { verb: 'auth.callback', headers, before: null, answer: response })
        return response
      } catch (error) {
        return refusal(deps, 'auth.callback', error)
      }
    })
  app.all('/api/auth/*', () => problem(new Failure('not_found', 'There is nothing at this address')))
  return app
}

const problem = (failure: Failure): Response => {
  const requestId = crypto.randomUUID()
  return toResponse(problemAnswer(failure, requestId), requestId)
}

/** What went wrong for want of the right answer, and not for want of a valid question. */
const failures = ['sign_in_refused', 'code_refused', 'link_refused', 'password_refused']

async function answer(deps: SignInDeps, step: Step, request: Request): Promise<Response> {
  const { endpoint } = step
  try {
    const bytes = await readBody(endpoint, request)
    const body = (await readInput(endpoint, request, {}, bytes)).body as never
    const what = step.attempt?.(body)
    const attempt = what && { ...what, client: request.headers.get(clientHeader) ?? '' }
    if (attempt) await persistently(() => mustNotBeTooMany(deps.db, deps.clock(), attempt))
    const { headers } = request
    const told = {
      verb: endpoint.id,
      headers,
      body,
      before: isTold(endpoint.id) ? await accountOf(deps, headers) : null,
    }
    try {
      const { reply, answer: theirs } = await step.run(deps, headers, body)
      await tellStep(deps, { ...told, reply, answer: theirs })
      // Whoever asks for one link after another is counted like one who guesses.
      if (attempt?.what === 'forgot') await noteFailure(deps.db, deps.clock(), attempt)
      else if (attempt) await forgetFailures(deps.db, attempt)
      return withCookies(endpoint, reply, theirs)
    } catch (error) {
      if (attempt && error instanceof Failure && failures.includes(error.code)) {
        await noteFailure(deps.db, deps.clock(), attempt)
        await tellStep(deps, { ...told, failure: error })
      }
      throw error
    }
  } catch (error) {
    return refusal(deps, endpoint.id, error)
  }
}

/** The answer to a step that threw; what nobody foresaw is noted. */
function refusal({ failed }: SignInDeps, operation: string, error: unknown): Response {
  const failure = foreseen(error)
  if (!failure) failed(`${operation} failed`, error)
  return problem(failure ?? new Failure('internal', 'The request could not be carried out'))
}

/** Our reply, with the library's cookies. */
function withCookies(endpoint: Endpoint, reply: unknown, theirs?: Response): Response {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  const response = toResponse(
    { status: endpoint.status, headers, body: JSON.stringify(reply) },
    crypto.randomUUID(),
  )
  for (const cookie of theirs?.headers.getSetCookie() ?? []) response.headers.append('set-cookie', cookie)
  return response
}
