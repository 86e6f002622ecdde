import type { Endpoint, Reply, VerbInput } from '../contract/endpoint.ts'
import type { Context } from './context.ts'

/** The one signature of every verb: it authorises, checks legality, writes, and gives the resource. */
export type Verb<E extends Endpoint> = (ctx: Context, input: VerbInput<E>) => Promise<Reply<E>>

export interface Route {
  endpoint: Endpoint
  // The input has been parsed by the endpoint's schemas before it gets here.
  run: (ctx: Context, input: unknown) => Promise<unknown>
  /** Reads the record as it stands, for one whose copy is stale, where the noun has no operation that reads one. */
  current?: ((ctx: Context, id: string) => Promise<unknown>) | undefined
}

/** Joins an operation of the contract to the verb that does it. */
export const route = <E extends Endpoint>(endpoint: E, verb: Verb<E>, current?: Route['current']): Route => ({
  endpoint,
  run: (ctx, input) => verb(ctx, input as VerbInput<E>),
  current,
})
