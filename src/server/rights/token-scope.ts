import type { Endpoint } from '../../contract/endpoint.ts'
import { rightOf, rightToRead } from '../../contract/rights.ts'
import { isForPeople } from '../../contract/tokens.ts'
import { includesScope, type Scope, scopeOf, scopesLet, scopesWrite } from '../../domain/scopes.ts'
import type { Actor } from '../context.ts'
import { Failure } from '../failure.ts'

/** The scopes that an operation takes of a token: all of them. Null where no token will do. */
export function scopesFor(endpoint: Pick<Endpoint, 'id' | 'access'>): Scope[] | null {
  const right = rightOf(endpoint)
  if (isForPeople(endpoint) || (right && !scopeOf(right) && !scopesLet([], right))) return null
  const [noun = ''] = endpoint.id.split('.')
  const asked = [right, endpoint.access === 'write' ? rightToRead(noun) : null]
  return [...new Set(asked.flatMap((one) => (one && scopeOf(one)) ?? []))]
}

/**
 * Refuses a token an operation that its scopes do not cover, whatever its owner may do. Who writes is told what stands there now, and
 * so must be let read it.
 */
export function mustBeInScopes(endpoint: Endpoint, { token }: Actor): void {
  if (!token) return
  const asked = scopesFor(endpoint)
  if (!asked) throw new Failure('not_for_tokens', 'No token may do this; sign in yourself')
  const lacks =
    asked.find((scope) => !includesScope(token.scopes, scope)) ??
    (endpoint.access === 'write' && !scopesWrite(token.scopes) ? 'records:write' : undefined)
  if (lacks)
    throw new Failure('scope_missing', `The token lacks the scope ${lacks}`, { params: { scope: lacks } })
}
