import type * as z from 'zod'
import type { ProblemCode } from './problems.ts'

/**
 * One operation of the API, as data. Server, typed client and OpenAPI document are all made from it.
 * Paths are OpenAPI's (`/agreements/{id}`), relative to `/api`.
 */
export interface Endpoint {
  /** `noun.verb`; also the name of the verb in the history. */
  id: string
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  path: `/${string}`
  summary: string
  access: 'read' | 'write'
  params?: z.ZodObject
  query?: z.ZodObject
  /** A JSON body's schema, or 'binary' for the bytes of a file. */
  body?: z.ZodType | 'binary'
  /** The JSON answer's schema, 'binary' for the bytes of a file, or null for 204. */
  reply: z.ZodType | 'binary' | null
  status: 200 | 201 | 204
  /** Changing an existing record asks for `If-Match` with the version that was seen. */
  ifMatch?: boolean
  /**
   * What a client does with this write where there is no connection: 'queue' keeps it in the browser, with its
   * Idempotency-Key, and sends it later. Only for what makes sense hours later and on its own.
   */
  offline?: 'queue'
  /** Fields of the reply that are told once: the answer kept for a resend has null there. */
  once?: readonly string[]
  /** What can go wrong beyond what every operation may answer (400, 401, 403, 422, 500). */
  errors?: readonly ProblemCode[]
}

export const endpoint = <const E extends Endpoint>(definition: E): E => definition

type Out<S> = S extends z.ZodType ? z.output<S> : undefined
type In<S> = S extends z.ZodType ? z.input<S> : S extends 'binary' ? BodyBytes : undefined

/** The bytes of a file, on either side of the wire. */
export type BodyBytes = Uint8Array<ArrayBuffer> | Blob

/** What a caller gives: the schemas before parsing. */
export type CallInput<E extends Endpoint> = (E['params'] extends z.ZodObject
  ? { params: z.input<E['params']> }
  : { params?: undefined }) &
  (E['query'] extends z.ZodObject ? { query?: z.input<E['query']> } : { query?: undefined }) &
  (undefined extends E['body'] ? { body?: undefined } : { body: In<E['body']> })

/** What a verb receives: the schemas after parsing. A binary body arrives as bytes. */
export interface VerbInput<E extends Endpoint> {
  params: Out<E['params']>
  query: Out<E['query']>
  body: E['body'] extends 'binary' ? Uint8Array<ArrayBuffer> : Out<E['body']>
  /** The version in `If-Match`, present wherever the endpoint asks for it. */
  ifMatch: E['ifMatch'] extends true ? number : undefined
  /** The type of a binary body, "application/pdf"; without one "application/octet-stream". */
  mediaType: E['body'] extends 'binary' ? string : undefined
}

/** What a verb gives back and what a caller gets. */
export type Reply<E extends Endpoint> = E['reply'] extends z.ZodType
  ? z.output<E['reply']>
  : E['reply'] extends 'binary'
    ? BinaryReply
    : undefined

export interface BinaryReply {
  bytes: Uint8Array<ArrayBuffer>
  mediaType: string
  filename: string
}
