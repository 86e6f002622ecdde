import type { QueryClient } from '@tanstack/react-query'
import type { BodyBytes, CallInput, Endpoint, Reply } from '../../contract/endpoint.ts'
import { type Answer, type CallOptions, callWithMeta } from '../client.ts'
import { useConnection } from '../connection.ts'
import { ConnectionLost } from '../failures.ts'
import { forgetKey, keyOf } from '../idempotency.ts'
import { enqueue, mustWait, startOutbox } from './outbox.ts'
import type { WriteInputParts } from './waiting-write.ts'

/** How long an answer is waited for before the write is kept and shown as done. */
const patience = { json: 8_000, binary: 60_000 }
/** How long one is waited for that goes behind others which are on their way. */
const turn = 4_000

/**
 * Sends a write, or keeps it to be sent later where no answer comes, or earlier ones wait. Throws what the API says
 * against it; ConnectionLost only where this browser can keep nothing.
 */
export async function sendOrKeep<E extends Endpoint>(
  client: QueryClient,
  endpoint: E,
  input: CallInput<E>,
  options: CallOptions,
): Promise<Answer<E>> {
  // Where the browser keeps nothing it is sent as any other is.
  await startOutbox(client).catch(() => {})
  const key = keyOf(endpoint, input)
  const signal = within(endpoint.body === 'binary' ? patience.binary : patience.json, options.signal)
  let lost: unknown = new ConnectionLost()
  if (!mustWait()) {
    try {
      return await callWithMeta(endpoint, input, { ...options, idempotencyKey: key, signal })
    } catch (error) {
      if (options.signal?.aborted || (!(error instanceof ConnectionLost) && !signal.aborted)) throw error
      lost = error instanceof ConnectionLost ? error : new ConnectionLost(error)
    }
  }
  return keep(client, endpoint, input, options.version, key).catch(() => {
    throw lost
  })
}

const typeOf = (body: BodyBytes) => (body instanceof Blob && body.type) || 'application/octet-stream'

async function keep<E extends Endpoint>(
  client: QueryClient,
  endpoint: E,
  input: CallInput<E>,
  version: number | undefined,
  key: string,
): Promise<Answer<E>> {
  const { params, query, body } = input as WriteInputParts
  const binary = endpoint.body === 'binary'
  const blob = binary ? new Blob([body as BodyBytes], { type: typeOf(body as BodyBytes) }) : null
  const { reply, sent } = await enqueue(
    client,
    {
      id: key,
      endpoint: { id: endpoint.id, method: endpoint.method, path: endpoint.path, binary },
      input: { params, query, ...(binary ? {} : { body }) },
      version,
      file: blob ? { size: blob.size, mediaType: blob.type } : undefined,
    },
    await blob?.arrayBuffer(),
  )
  forgetKey(endpoint, input)
  const came = await Promise.race([
    sent.then((reply) => ({ reply })),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), useConnection.getState().lost ? 0 : turn)),
  ])
  if (came) return { reply: came.reply as Reply<E>, changeSetId: null }
  return { reply: reply as Reply<E>, changeSetId: null, queued: true }
}

/** Ends after a time in milliseconds, or when it is cancelled. `AbortSignal.any` is too new for some browsers. */
function within(time: number, cancelled?: AbortSignal): AbortSignal {
  const timeout = AbortSignal.timeout(time)
  if (!cancelled) return timeout
  const either = new AbortController()
  for (const signal of [cancelled, timeout]) {
    const end = () => either.abort(signal.reason)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  }
  return either.signal
}
