import type { Endpoint } from '../../src/contract/endpoint.ts'

/** The parts of an OpenAPI 3.1 document that tests look at. */
export interface Document {
  openapi: string
  paths: Record<string, Partial<Record<Lowercase<Endpoint['method']>, Operation>>>
  components: { schemas: Record<string, Schema>; securitySchemes?: Record<string, unknown> }
}

export interface Operation {
  operationId: string
  security?: Record<string, string[]>[]
  parameters?: { in: 'path' | 'query' | 'header'; name: string; required?: boolean; schema: Schema }[]
  requestBody?: { content: Record<string, { schema?: Schema }> }
  responses: Record<
    string,
    { description?: string; content?: Record<string, { schema?: Schema }>; headers?: Record<string, unknown> }
  >
}

/** JSON Schema, as far as the document uses it. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  format?: string
  description?: string
  additionalProperties?: boolean | Schema
  propertyNames?: Schema
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  pattern?: string
}

/** The document that an API serves. */
export async function documentOf(fetch: (request: Request) => Promise<Response>): Promise<Document> {
  const response = await fetch(new Request('http://corridor.test/api/openapi.json'))
  return (await response.json()) as Document
}

/** What a document says of an operation. */
export const operationIn = (document: Document, { path, method }: Endpoint): Operation =>
  document.paths[path]?.[method.toLowerCase() as Lowercase<Endpoint['method']>] as Operation
