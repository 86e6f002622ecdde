import type * as z from 'zod'
import type { CallInput, Endpoint, Reply } from '../../src/contract/endpoint.ts'

export interface SeededApi {
  fetch(request: Request): Promise<Response>
}

interface LooseInput {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

/** Calls operations of the contract; throws with the whole problem where the API refuses, as a seed must never be. */
export function caller(api: SeededApi) {
  return async function call<E extends Endpoint>(
    endpoint: E,
    input: CallInput<E>,
    version?: number,
  ): Promise<Reply<E>> {
    const response = await api.fetch(requestFor(endpoint, input, version))
    if (!response.ok) {
      throw new Error(`${endpoint.id} ${JSON.stringify(input)}: ${response.status} ${await response.text()}`)
    }
    return (endpoint.reply as z.ZodType).parse(await response.json()) as Reply<E>
  }
}

export type Call = ReturnType<typeof caller>

function requestFor(endpoint: Endpoint, { params, query, body }: LooseInput, version?: number): Request {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => String(params?.[name]))
  const url = new URL(`/api${path}`, 'http://demo.invalid')
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, String(value))
  const headers = new Headers()
  if (version !== undefined) headers.set('if-match', `"${version}"`)
  if (body instanceof Blob) {
    headers.set('content-type', body.type)
    return new Request(url, { method: endpoint.method, headers, body })
  }
  if (body === undefined) return new Request(url, { method: endpoint.method, headers })
  headers.set('content-type', 'application/json')
  return new Request(url, { method: endpoint.method, headers, body: JSON.stringify(body) })
}
