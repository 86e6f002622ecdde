import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { money } from './missions.ts'
import * as p from './primitives.ts'

/** What companies got besides missions: experts’ visits, coaching, incubator stays, action plans. */

export const serviceKinds = [
  'expert_visit',
  'coaching',
  'incubator_stay',
  'action_plan',
  'training',
  'study',
  'other',
] as const
export const serviceKind = z.enum(serviceKinds)

const fields = {
  kind: serviceKind,
  title: p.line(500),
  /** Who gave it, the cluster that offered it, the market it leads to. */
  providerId: p.id.nullable().default(null),
  clusterId: p.id.nullable().default(null),
  marketId: p.id.nullable().default(null),
  starts: p.partialDate.nullable().default(null),
  ends: p.partialDate.nullable().default(null),
  /** What it is worth; whether it is aid, the aid ledger says. */
  value: money.nullable().default(null),
  note: p.optionalText(4000),
}
export const serviceInput = z.object(fields)
export const servicePatch = p.patchOf(fields)
export type ServiceInput = z.input<typeof serviceInput>

export const service = z
  .object({
    id: p.id,
    version: p.version,
    organisation: p.named,
    kind: serviceKind,
    title: z.string(),
    provider: p.named.nullable(),
    cluster: p.named.nullable(),
    market: p.named.nullable(),
    starts: z.string().nullable(),
    ends: z.string().nullable(),
    value: money.nullable(),
    note: z.string().nullable(),
    /** Entries of the aid ledger made for it. */
    aidIds: z.array(p.id),
    sample: z.boolean(),
    createdAt: p.instant,
    updatedAt: p.instant,
  })
  .meta({ id: 'Service' })
export type Service = z.infer<typeof service>

export const serviceSorts = ['starts', 'title', 'organisation', 'updatedAt'] as const
export const serviceFilters = {
  organisation: p.id.optional(),
  kind: p.several(serviceKind).optional(),
}
export const serviceList = p.listQuery(serviceSorts, serviceFilters)

export const listServices = endpoint({
  id: 'services.list',
  method: 'GET',
  path: '/services',
  summary: 'A page of services to companies',
  access: 'read',
  query: serviceList,
  reply: p.page(service),
  status: 200,
})
export const createService = endpoint({
  id: 'services.create',
  method: 'POST',
  path: '/companies/{id}/services',
  summary: 'Record a service to a company',
  access: 'write',
  params: p.byId,
  body: serviceInput,
  reply: service,
  status: 201,
  errors: ['not_found', 'record_in_bin'],
})
export const updateService = endpoint({
  id: 'services.update',
  method: 'PATCH',
  path: '/services/{id}',
  summary: 'Change a service',
  access: 'write',
  params: p.byId,
  body: servicePatch,
  reply: service,
  status: 200,
  ifMatch: true,
  errors: ['not_found'],
})
export const removeService = endpoint({
  id: 'services.remove',
  method: 'DELETE',
  path: '/services/{id}',
  summary: 'Delete a service (undo brings it back); not while aid rests on it',
  access: 'write',
  params: p.byId,
  reply: null,
  status: 204,
  ifMatch: true,
  errors: ['not_found', 'in_use'],
})

export const serviceEndpoints = [listServices, createService, updateService, removeService] as const
