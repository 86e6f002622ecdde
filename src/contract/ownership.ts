import * as z from 'zod'
import { holderTypes } from '../domain/ownership.ts'
import { minorUnits } from './accounts.ts'
import { percent, smeStatus } from './companies.ts'
import { endpoint } from './endpoint.ts'
import * as p from './primitives.ts'

/** Who holds what of a company, and what it holds of others. */

const fields = {
  holderType: z.enum(holderTypes).default('enterprise'),
  /** Percent of the capital and of the votes; votes that are not known follow the capital. */
  capital: percent.nullable().default(null),
  voting: percent.nullable().default(null),
  appointsBoard: z.boolean().default(false),
  dominantInfluence: z.boolean().default(false),
  votesByAgreement: z.boolean().default(false),
  /** Of persons: whether what they hold acts on the same or an adjacent market. */
  sameMarket: z.boolean().nullable().default(null),
  /** Of business angels: what they invested, in euro cents. */
  invested: minorUnits.nullable().default(null),
  /** Of local authorities: their annual budget in euro cents, and inhabitants. */
  budget: minorUnits.nullable().default(null),
  inhabitants: z.int().min(0).max(2_000_000_000).nullable().default(null),
  from: p.partialDate.nullable().default(null),
  to: p.partialDate.nullable().default(null),
  note: p.optionalText(4000),
}
/** The holder is an organisation or a person. */
export const ownershipInput = z.object({
  holderId: p.id.nullable().default(null),
  holderPersonId: p.id.nullable().default(null),
  heldId: p.id,
  ...fields,
})
export const ownershipPatch = p.patchOf(fields)
export type OwnershipInput = z.input<typeof ownershipInput>

export const ownershipLink = z
  .object({
    id: p.id,
    version: p.version,
    /** An organisation, or a person where `byPerson`. */
    holder: p.named,
    byPerson: z.boolean(),
    held: p.named,
    holderType: z.enum(holderTypes),
    capital: z.number().nullable(),
    voting: z.number().nullable(),
    appointsBoard: z.boolean(),
    dominantInfluence: z.boolean(),
    votesByAgreement: z.boolean(),
    sameMarket: z.boolean().nullable(),
    invested: z.int().nullable(),
    budget: z.int().nullable(),
    inhabitants: z.int().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    note: z.string().nullable(),
    sample: z.boolean(),
    createdAt: p.instant,
    updatedAt: p.instant,
  })
  .meta({ id: 'OwnershipLink' })
export type OwnershipLink = z.infer<typeof ownershipLink>

/** The group around a company as of a day. */
export const ownershipGroup = z
  .object({
    asOf: z.string(),
    /** Its own holdings and those in it, of any day. */
    own: z.array(ownershipLink),
    /** Of all that stand around it, those in force on the day. */
    links: z.array(ownershipLink),
    members: z.array(
      z.object({
        id: p.id,
        name: z.string(),
        isPerson: z.boolean(),
        country: z.string().nullable(),
        status: smeStatus,
        /** One undertaking with the company, for de minimis aid. */
        undertaking: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'OwnershipGroup' })
export type OwnershipGroup = z.infer<typeof ownershipGroup>

export const readOwnership = endpoint({
  id: 'ownership.list',
  method: 'GET',
  path: '/companies/{id}/ownership',
  summary: 'A company’s owners and holdings, and the group around it as of the day',
  access: 'read',
  params: p.byId,
  query: p.scopeQuery,
  reply: ownershipGroup,
  status: 200,
  errors: ['not_found'],
})
export const createOwnership = endpoint({
  id: 'ownership.create',
  method: 'POST',
  path: '/ownership',
  summary: 'Enter a holding of an organisation or a person in a company',
  access: 'write',
  body: ownershipInput,
  reply: ownershipLink,
  status: 201,
})
export const updateOwnership = endpoint({
  id: 'ownership.update',
  method: 'PATCH',
  path: '/ownership/{id}',
  summary: 'Change a holding; who holds and is held stays',
  access: 'write',
  params: p.byId,
  body: ownershipPatch,
  reply: ownershipLink,
  status: 200,
  ifMatch: true,
  errors: ['not_found'],
})
export const removeOwnership = endpoint({
  id: 'ownership.remove',
  method: 'DELETE',
  path: '/ownership/{id}',
  summary: 'Delete a holding entered by mistake (undo brings it back); one that ended has an end',
  access: 'write',
  params: p.byId,
  reply: null,
  status: 204,
  ifMatch: true,
  errors: ['not_found'],
})

export const ownershipEndpoints = [readOwnership, createOwnership, updateOwnership, removeOwnership] as const
