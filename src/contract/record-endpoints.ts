import type * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { byId, page, type RecordNoun, scopeQuery } from './primitives.ts'
import type { ProblemCode } from './problems.ts'

interface Schemas {
  noun: RecordNoun
  /** "an agreement", for the summaries. */
  one: string
  list: z.ZodObject
  row: z.ZodType
  input: z.ZodType
  patch: z.ZodObject
  resource: z.ZodType
  /** What else a change may be refused for. */
  updateErrors?: readonly ProblemCode[]
}

/** The six operations that every noun with a page of its own has. */
export function recordEndpoints<const S extends Schemas>(s: S) {
  const at = `/${s.noun}` as const
  const page_ = page(s.row as S['row'])
  return {
    list: endpoint({
      id: `${s.noun}.list`,
      method: 'GET',
      path: at,
      summary: `A page of ${s.noun}`,
      access: 'read',
      query: s.list as S['list'],
      reply: page_,
      status: 200,
    }),
    read: endpoint({
      id: `${s.noun}.read`,
      method: 'GET',
      path: `${at}/{id}`,
      summary: `Read ${s.one}`,
      access: 'read',
      params: byId,
      query: scopeQuery,
      reply: s.resource as S['resource'],
      status: 200,
      errors: ['not_found'],
    }),
    create: endpoint({
      id: `${s.noun}.create`,
      method: 'POST',
      path: at,
      summary: `Add ${s.one}`,
      access: 'write',
      body: s.input as S['input'],
      reply: s.resource as S['resource'],
      status: 201,
      errors: ['duplicate'],
    }),
    update: endpoint({
      id: `${s.noun}.update`,
      method: 'PATCH',
      path: `${at}/{id}`,
      summary: `Change ${s.one}; a list given replaces the list held, its rows matched by id`,
      access: 'write',
      params: byId,
      body: s.patch as S['patch'],
      reply: s.resource as S['resource'],
      status: 200,
      ifMatch: true,
      errors: ['not_found', 'duplicate', 'record_in_bin', ...(s.updateErrors ?? [])],
    }),
    remove: endpoint({
      id: `${s.noun}.remove`,
      method: 'DELETE',
      path: `${at}/{id}`,
      summary: `Move ${s.one} to the bin`,
      access: 'write',
      params: byId,
      reply: s.resource as S['resource'],
      status: 200,
      ifMatch: true,
      errors: ['not_found', 'in_use', 'record_in_bin'],
    }),
    restore: endpoint({
      id: `${s.noun}.restore`,
      method: 'POST',
      path: `${at}/{id}/restore`,
      summary: `Take ${s.one} out of the bin`,
      access: 'write',
      params: byId,
      reply: s.resource as S['resource'],
      status: 200,
      errors: ['not_found', 'duplicate', 'record_merged'],
    }),
  }
}
