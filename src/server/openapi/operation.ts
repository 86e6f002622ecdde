import * as z from 'zod'
import type {
  ZodOpenApiContentObject,
  ZodOpenApiOperationObject,
  ZodOpenApiResponseObject,
} from 'zod-openapi'
import type { Endpoint } from '../../contract/endpoint.ts'
import { actorHeader } from '../../contract/workspace.ts'
import { scopesFor } from '../rights/token-scope.ts'
import { strict } from '../strict.ts'
import { fileMediaType } from '../workspace/file-format.ts'
import { problemResponses } from './problems.ts'

const actor = z.string().optional().meta({
  description:
    'As whom one acts, where the host lets one choose (browser mode): the id of a person of the workspace, or `viewer` to look only',
})
const idempotencyKey = z
  .string()
  .regex(/^[\w-]{1,100}$/)
  .optional()
  .meta({
    description:
      'Names the request, so that sending it again never writes twice: it gets the first answer again',
  })
const ifMatch = z.string().meta({
  description: 'The version that was seen, as in `ETag`',
  example: '"3"',
})

/** One operation of the contract in the words of OpenAPI. */
export function operationOf(endpoint: Endpoint): ZodOpenApiOperationObject {
  const [noun = ''] = endpoint.id.split('.')
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    tags: [noun],
    security: securityOf(endpoint),
    requestParams: {
      ...(endpoint.params ? { path: endpoint.params } : {}),
      ...(endpoint.query ? { query: endpoint.query } : {}),
      header: z.object({
        [actorHeader]: actor,
        ...(endpoint.access === 'write' ? { 'idempotency-key': idempotencyKey } : {}),
        ...(endpoint.ifMatch ? { 'if-match': ifMatch } : {}),
      }),
    },
    ...(endpoint.body
      ? { requestBody: { required: true, content: contentOf(endpoint, bodyOf(endpoint.body)) } }
      : {}),
    responses: { [String(endpoint.status)]: success(endpoint), ...problemResponses(endpoint) },
  }
}

/** Who signed in, or a token with these scopes, where one will do. */
function securityOf(endpoint: Endpoint): NonNullable<ZodOpenApiOperationObject['security']> {
  const asked = scopesFor(endpoint)
  return [{ session: [] }, ...(asked ? [{ token: asked }] : [])]
}

/** Fields that it does not know are refused. */
const bodyOf = (body: z.ZodType | 'binary') => (body === 'binary' ? body : strict(body))

const contentOf = (endpoint: Endpoint, schema: z.ZodType | 'binary'): ZodOpenApiContentObject =>
  schema === 'binary'
    ? { [endpoint.path.startsWith('/workspace') ? fileMediaType : '*/*']: {} }
    : { 'application/json': { schema } }

function success(endpoint: Endpoint): ZodOpenApiResponseObject {
  const headers = {
    ...(endpoint.access === 'write' ? { 'X-Change-Set': changeSet, 'Idempotent-Replay': replay } : {}),
    ...(endpoint.reply instanceof z.ZodObject && 'version' in endpoint.reply.shape ? { ETag: etag } : {}),
    ...(endpoint.reply === 'binary' ? { 'Content-Disposition': disposition } : {}),
    'X-Request-Id': requestId,
  }
  return {
    description: endpoint.reply === null ? 'Done' : endpoint.summary,
    headers,
    ...(endpoint.reply === null ? {} : { content: contentOf(endpoint, endpoint.reply) }),
  }
}

const text = { type: 'string' } as const
const etag = { description: 'The record’s version; goes into `If-Match`', schema: text }
const requestId = { description: 'Names the request in the server’s log', schema: text }
const disposition = { description: 'Always an attachment, with its filename', schema: text }
const changeSet = {
  description: 'The change in the history, to undo it by; absent where nothing was changed',
  schema: text,
}
const replay = {
  description: '`true` where this answer was given before, to the same key',
  schema: text,
}
