import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import * as p from './primitives.ts'

/** What others do at this moment: that something has changed, and who has the same record open. */

export const doings = ['looks', 'edits'] as const
export const doing = z.enum(doings)
export type Doing = z.infer<typeof doing>

/** Somebody else who has a record open. */
export const present = z.object({ name: z.string(), doing }).meta({ id: 'Present' })
export type Present = z.infer<typeof present>

/** A window of the app; each makes up its own. */
const tab = z.string().regex(/^[\w-]{8,64}$/, 'Not the name of a window')

/** Say again sooner than this, in seconds: who has said nothing for three times as long has gone. */
export const sayAgainAfter = 30

export const sayHere = endpoint({
  id: 'live.here',
  method: 'PUT',
  path: '/live/here',
  summary: `Say which record a window of the app shows, every ${sayAgainAfter} s, and hear who else has it open. Kept in memory only`,
  // It changes nothing of the workspace.
  access: 'read',
  body: z.object({
    tab,
    /** The record; null once it is left. */
    at: p.recordRef.nullable(),
    doing: doing.default('looks'),
  }),
  reply: z.object({ others: z.array(present) }),
  status: 200,
})

/**
 * `GET /api/live`: server-sent events, for as long as the reader stays; where nobody but this browser writes there is none. Besides
 * heartbeats (comments) it sends:
 * - `hello` first, with `LiveHello`;
 * - `changes` with `LiveChanges`, whose id is a position: who comes back gives the last one and is told whether they missed any;
 * - `replaced` when the whole workspace was replaced;
 * - `present` with `LivePresent`, to the windows that show the record.
 */
export const liveStream = endpoint({
  id: 'live.stream',
  method: 'GET',
  path: '/live',
  summary: 'Hear what changes, as it does',
  access: 'read',
  query: z.object({
    tab,
    /** The position up to which changes were heard of. */
    since: z.coerce.number().int().min(0).optional(),
    /** Without a position: how old what is shown may be, in seconds. */
    age: z.coerce.number().int().min(0).max(86_400).default(0),
  }),
  reply: 'binary',
  status: 200,
  errors: ['too_many_attempts'],
})

interface Paced {
  /**
   * What is not of a record that changed is to be asked for anew at most this often, in milliseconds: the more listen, the less
   * often.
   */
  pace: number
}

export interface LiveHello extends Paced {
  /** Something has changed since. */
  missed: boolean
}

export interface LiveChanges extends Paced {
  /** The records that changed; none where they are many, or where which ones is not the reader's to know. */
  records: string[]
  /** The change sets, so that who made them need not ask for what they know. */
  sets: string[]
}

export interface LivePresent {
  recordId: string
  others: Present[]
}
