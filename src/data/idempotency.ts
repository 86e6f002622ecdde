import type { Endpoint } from '../contract/endpoint.ts'
import { newId } from './new-id.ts'

/**
 * Writes that have not been answered yet, with their keys. The same write sent again (an automatic retry, a double
 * click, "Try again" after a lost connection) carries the same key, so it is done once.
 */
const unanswered = new Map<string, string>()
const files = new WeakMap<object, string>()

function nameOf(body: unknown): unknown {
  if (!(body instanceof Blob) && !(body instanceof Uint8Array)) return body
  const name = files.get(body) ?? newId()
  files.set(body, name)
  return name
}

const signature = (endpoint: Endpoint, input: { params?: unknown; query?: unknown; body?: unknown }) =>
  JSON.stringify([endpoint.id, input.params, input.query, nameOf(input.body)])

/** The key that this write has been sent with and got no answer, or else a new one. */
export function keyOf(endpoint: Endpoint, input: object): string {
  const name = signature(endpoint, input)
  const key = unanswered.get(name) ?? newId()
  unanswered.set(name, key)
  return key
}

/** The write is in other hands: the same one made again is another. */
export function forgetKey(endpoint: Endpoint, input: object): void {
  unanswered.delete(signature(endpoint, input))
}

/** Runs a write with its key; the key is forgotten once the API has answered, well or badly. */
export async function withIdempotencyKey<T>(
  endpoint: Endpoint,
  input: object,
  given: string | undefined,
  send: (key: string) => Promise<T>,
  isUnanswered: (error: unknown) => boolean,
): Promise<T> {
  const name = signature(endpoint, input)
  const key = given ?? unanswered.get(name) ?? newId()
  unanswered.set(name, key)
  try {
    const answer = await send(key)
    unanswered.delete(name)
    return answer
  } catch (error) {
    if (!isUnanswered(error)) unanswered.delete(name)
    throw error
  }
}
