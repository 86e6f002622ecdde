import { newId } from './new-id.ts'

/** A request as it travels between tabs and workers: plain data that structured cloning takes. */
export interface WireRequest {
  method: string
  url: string
  headers: [string, string][]
  body: ArrayBuffer | null
}

export interface WireAnswer {
  status: number
  headers: [string, string][]
  body: ArrayBuffer | null
}

/** Reads a request. A write without an Idempotency-Key is given one, as it may have to be sent more than once. */
export async function wireRequest(request: Request): Promise<WireRequest> {
  const { method, url } = request
  const headers = [...request.headers]
  if (method === 'GET' || method === 'HEAD') return { method, url, headers, body: null }
  if (!request.headers.has('idempotency-key')) headers.push(['idempotency-key', newId()])
  const body = await request.arrayBuffer()
  return { method, url, headers, body: body.byteLength ? body : null }
}

export const requestOf = ({ method, url, headers, body }: WireRequest): Request =>
  new Request(url, { method, headers, body })

export async function wireAnswer(response: Response): Promise<WireAnswer> {
  const body = await response.arrayBuffer()
  return { status: response.status, headers: [...response.headers], body: body.byteLength ? body : null }
}

const withoutBody = [204, 205, 304]

export const responseOf = ({ status, headers, body }: WireAnswer): Response =>
  new Response(withoutBody.includes(status) ? null : body, { status, headers })

/** The bytes that may be handed over instead of copied. */
export const transferOf = ({ body }: { body: ArrayBuffer | null }): ArrayBuffer[] => (body ? [body] : [])
