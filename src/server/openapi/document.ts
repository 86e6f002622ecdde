import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi'
import type { Endpoint } from '../../contract/endpoint.ts'
import { asSeen } from './as-seen.ts'
import { operationOf } from './operation.ts'

const description = `The API of Corridor, the CRM for the international-partnership managers of industry clusters.

Lists page by keyset: give a page's \`next\` as \`cursor\`. Changing a record takes \`If-Match\` with the version that was seen; writes may
carry an \`Idempotency-Key\`. Errors are problem documents (RFC 9457) with a stable \`code\`. Dates are ISO 8601, instants RFC 3339 in UTC.

A program shows a token: \`Authorization: Bearer corridor_…\`. What is left of its limit stands in \`RateLimit\`. A guide with examples is
docs/api.md of the source.`

/** How one shows who asks. Before a host keeps accounts nobody needs to. */
const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'corridor.session_token',
    description: 'Set by signing in; `__Secure-corridor.session_token` over https',
  },
  token: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A token that a person made for a program, under Settings → Tokens for programs. Each operation names the scopes it takes',
  },
} as const

/** The OpenAPI 3.1 document of these operations, as JSON. */
export function openApiDocument(endpoints: readonly Endpoint[]): string {
  const paths: ZodOpenApiPathsObject = {}
  for (const endpoint of endpoints) {
    const method = endpoint.method.toLowerCase() as Lowercase<Endpoint['method']>
    paths[endpoint.path] = { ...paths[endpoint.path], [method]: operationOf(endpoint) }
  }
  const nouns = [...new Set(endpoints.map(({ id }) => id.split('.')[0] ?? ''))]
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: { title: 'Corridor', version: '1', description, license: { name: 'MIT', identifier: 'MIT' } },
      servers: [{ url: '/api' }],
      tags: nouns.map((name) => ({ name })),
      paths,
      components: { securitySchemes },
    },
    { override: asSeen, allowEmptySchema: { transform: true } },
  )
  return JSON.stringify(document)
}
