import type { Endpoint } from '../../contract/endpoint.ts'
import { rightOf } from '../../contract/rights.ts'
import { type Reach, type Right, reachOf } from '../../domain/rights.ts'
import { scopesLet } from '../../domain/scopes.ts'
import type { Actor } from '../context.ts'
import { Failure } from '../failure.ts'
import { mustBeInScopes } from './token-scope.ts'

/** How far the actor's right goes; null where they have none, or use a token that is not for it. One who has not signed in, as in the browser, is not narrowed. */
export function reachIn(actor: Actor, right: Right | null): Reach | null {
  if (!actor.appointments) return 'everywhere'
  if (right && actor.token && !scopesLet(actor.token.scopes, right)) return null
  return right && reachOf(actor.appointments, right)
}

export const may = (actor: Actor, right: Right | null): boolean => reachIn(actor, right) !== null

/** Refuses nobody (401), and whom the operation's right, or a token's scope for it, was not given (403). */
export function authorise(endpoint: Endpoint, actor: Actor | null): asserts actor is Actor {
  if (!actor) throw new Failure('not_signed_in', 'Say who you are')
  if (!actor.appointments && endpoint.access === 'write' && actor.role !== 'manager')
    throw new Failure('not_allowed', 'You may look, not change')
  mustBeInScopes(endpoint, actor)
  if (!may(actor, rightOf(endpoint)))
    throw new Failure('right_missing', 'None of your roles lets you do this')
}

/** What is refused because of whose it is. */
export const notYours = () =>
  new Failure('other_holder', 'It is of another cluster or alliance than those your roles are given for')
