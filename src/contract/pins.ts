import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import * as p from './primitives.ts'

/** Records that a person keeps at hand. */

/** What can be pinned: records that are found by their title. */
export const pinnedNouns = [
  'organisations',
  'people',
  'alliances',
  'markets',
  'agreements',
  'missions',
  'grants',
  'expenses',
] as const satisfies readonly p.RecordNoun[]
export const pinnedNoun = z.enum(pinnedNouns)
export type PinnedNoun = z.infer<typeof pinnedNoun>

/** More than these are no longer at hand. */
export const mostPins = 50

export const pin = z
  .object({
    id: p.id,
    noun: pinnedNoun,
    recordId: p.id,
    title: z.string(),
    subtitle: z.string().nullable(),
    isCluster: z.boolean(),
    pinnedAt: p.instant,
  })
  .meta({ id: 'Pin' })
export type Pin = z.infer<typeof pin>

export const listPins = endpoint({
  id: 'pins.list',
  method: 'GET',
  path: '/pins',
  summary: 'The records that who asks has pinned and that live, the newest first',
  access: 'read',
  reply: z.object({ items: z.array(pin) }),
  status: 200,
})
export const addPin = endpoint({
  id: 'pins.add',
  method: 'POST',
  path: '/pins',
  summary: 'Pin a record; one that is pinned stays so',
  access: 'write',
  body: z.object({ noun: pinnedNoun, recordId: p.id }),
  reply: pin,
  status: 201,
  errors: ['not_found', 'record_in_bin', 'conflict', 'right_missing'],
})
export const removePin = endpoint({
  id: 'pins.remove',
  method: 'DELETE',
  path: '/pins/{id}',
  summary: 'Unpin a record',
  access: 'write',
  params: p.byId,
  reply: null,
  status: 204,
  errors: ['not_found'],
})
