import type { Endpoint } from '../contract/endpoint.ts'

type Json = Record<string, unknown>

/**
 * The part of an input that names an answer: undefined values and empty groups are dropped, so `{}`,
 * `{ query: {} }` and `{ query: { q: undefined } }` share one cache entry.
 */
export function keyInput(input: object | undefined): Json {
  const kept: Json = {}
  for (const [group, values] of Object.entries(input ?? {})) {
    if (!values || typeof values !== 'object') continue
    const entries = Object.entries(values as Json).filter(([, value]) => value !== undefined)
    if (entries.length > 0) kept[group] = Object.fromEntries(entries)
  }
  return kept
}

/** `agreements` of `agreements.list`. */
export const nounOf = (endpointId: string): string => endpointId.slice(0, endpointId.indexOf('.'))

/** The one query-key scheme: noun, endpoint, input. */
export const answerKey = (endpoint: Pick<Endpoint, 'id'>, input?: object) =>
  [nounOf(endpoint.id), endpoint.id, keyInput(input)] as const

/** The key of a list loaded page by page; kept apart from a single page of the same list. */
export const pagesKey = (endpoint: Pick<Endpoint, 'id'>, input?: object) =>
  [...answerKey(endpoint, input), 'pages'] as const
