import type * as z from 'zod'
import { maxDocumentBytes } from '../contract/dossier.ts'
import type { Endpoint, VerbInput } from '../contract/endpoint.ts'
import type { FieldError } from '../contract/problems.ts'
import { Failure } from './failure.ts'
import { strict } from './strict.ts'

const maxJsonBytes = 2 * 1024 * 1024
/** Before anybody is known. */
const maxSignInBytes = 16 * 1024
/** A workspace file holds everything, documents among it. */
const maxImportBytes = 1024 * 1024 * 1024

/** Parses a request by the endpoint's schemas; throws a `Failure` that names each field that is wrong. */
export async function readInput(
  endpoint: Endpoint,
  request: Request,
  params: Record<string, string>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<VerbInput<Endpoint>> {
  const errors: FieldError[] = []
  const input = {
    params: endpoint.params && parse(endpoint.params, params, errors),
    query:
      endpoint.query && parse(endpoint.query, Object.fromEntries(new URL(request.url).searchParams), errors),
    body:
      endpoint.body === 'binary'
        ? bytes
        : endpoint.body && parse(strict(endpoint.body), readJson(request, bytes), errors),
    ifMatch: endpoint.ifMatch ? versionIn(request) : undefined,
    mediaType: endpoint.body === 'binary' ? mediaTypeIn(request) : undefined,
  }
  if (errors.length > 0)
    throw new Failure('invalid', errors.map((error) => `${error.path}: ${error.message}`).join('; '), {
      errors,
    })
  return input as VerbInput<Endpoint>
}

function bytesAllowed({ id, body }: Endpoint): number {
  if (id.startsWith('auth.')) return maxSignInBytes
  if (body !== 'binary') return maxJsonBytes
  return id === 'workspace.import' ? maxImportBytes : maxDocumentBytes
}

/** The body's bytes; refuses those that are too many before it holds them all. */
export async function readBody(endpoint: Endpoint, request: Request): Promise<Uint8Array<ArrayBuffer>> {
  // What comes with a request that takes no body is left unread.
  if (!endpoint.body) return new Uint8Array()
  const limit = bytesAllowed(endpoint)
  const tooLarge = () =>
    new Failure('too_large', `The body is larger than ${limit} bytes`, { params: { limit } })
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  if (!request.body) return new Uint8Array(await request.arrayBuffer())
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of request.body) {
      size += part.byteLength
      if (size > limit) throw tooLarge()
      parts.push(part)
    }
  } catch (error) {
    if (error instanceof Failure) throw error
    // Whoever sent it has gone; they will send it again.
    throw new Failure('malformed_request', 'The body was cut short')
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}

function readJson(request: Request, bytes: Uint8Array): unknown {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim() ?? ''
  if (type !== 'application/json' && !type.endsWith('+json')) {
    throw new Failure('unsupported_media_type', 'The body must be application/json')
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Failure('malformed_request', 'The body is not JSON')
  }
}

function parse(schema: z.ZodType, value: unknown, errors: FieldError[]): unknown {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  for (const issue of result.error.issues) errors.push(...fieldErrorsOf(issue))
  return undefined
}

/** As many fields that nobody knows as a refusal lists. */
const mostUnknown = 20

/** One zod issue as the contract's field errors: with the schema's own code where it names one, one for each unknown field. */
function fieldErrorsOf(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, mostUnknown).map((key) => ({
      path: [...issue.path, key].join('.'),
      code: 'unknown_field',
      message: 'There is no such field',
    }))
  const named = 'params' in issue ? (issue.params as { code?: string } | undefined)?.code : undefined
  const params: Record<string, string | number> = {}
  if ('minimum' in issue) params.min = Number(issue.minimum)
  if ('maximum' in issue) params.max = Number(issue.maximum)
  const missing = issue.code === 'too_small' && issue.minimum === 1 && issue.origin === 'string'
  return [
    {
      path: issue.path.join('.'),
      code: named ?? (missing ? 'required' : issue.code),
      message: issue.message,
      ...(Object.keys(params).length > 0 ? { params } : {}),
    },
  ]
}

/** The essence of the body's type; its parameters say nothing about a file that is only ever saved. */
function mediaTypeIn(request: Request): string {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (!type) return 'application/octet-stream'
  if (type.length > 255 || !/^[a-z0-9!#&^_.+-]+\/[a-z0-9!#&^_.+-]+$/.test(type))
    throw new Failure('malformed_request', 'Content-Type must be a media type, as in application/pdf')
  return type
}

function versionIn(request: Request): number {
  const header = request.headers.get('if-match')
  if (!header) throw new Failure('version_required', 'Send If-Match with the version that you saw')
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())
  if (!match) throw new Failure('malformed_request', 'If-Match must be one version, as in ETag')
  return Number(match[1])
}
