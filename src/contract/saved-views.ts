import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import * as p from './primitives.ts'

/** Views of lists that people keep, for themselves or for all, and the one that a list opens with. */

/** The lists that views are kept of. */
export const viewLists = [
  'agreements',
  'missions',
  'companies',
  'partners',
  'people',
  'clusters',
  'alliances',
  'markets',
  'grants',
  'expenses',
  'tasks',
] as const
export const viewList = z.enum(viewLists)
export type ViewList = z.infer<typeof viewList>

/** A list's address by parameter: filters, sort, columns; scope and day where they were to be kept. */
export const viewState = z
  .record(z.string().regex(/^[a-zA-Z]{1,40}$/, 'Letters only'), p.line(2000))
  .refine((state) => Object.keys(state).length <= 40, {
    error: 'At most 40 parameters',
    params: { code: 'too_big' },
  })
export type ViewState = z.infer<typeof viewState>

/** A view that is kept, or one that every workspace has, by its name. */
export const viewChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), id: p.id }),
  z.object({
    kind: z.literal('built_in'),
    name: z.string().regex(/^[a-z][a-z-]{0,39}$/, 'Lower-case letters'),
  }),
])
export type ViewChoice = z.infer<typeof viewChoice>

const fields = {
  name: p.line(120),
  /** For everybody, or for who keeps it. */
  shared: z.boolean().default(false),
  state: viewState,
}
export const savedViewInput = z.object({ list: viewList, ...fields })
export const savedViewPatch = p.patchOf(fields)

export const savedView = z
  .object({
    id: p.id,
    version: p.version,
    list: viewList,
    name: z.string(),
    shared: z.boolean(),
    /** Null where nobody had said who they were: it is everybody's. */
    owner: p.named.nullable(),
    /** Whether who asks may change it: theirs, nobody's, or left behind. */
    mayChange: z.boolean(),
    state: z.record(z.string(), z.string()),
    createdAt: p.instant,
    updatedAt: p.instant,
  })
  .meta({ id: 'SavedView' })
export type SavedView = z.infer<typeof savedView>

export const listSavedViews = endpoint({
  id: 'saved-views.list',
  method: 'GET',
  path: '/saved-views',
  summary: 'The views of a list that who asks may use, by name, and the one that it opens with',
  access: 'read',
  query: z.object({ list: viewList }),
  reply: z.object({ items: z.array(savedView), opensWith: viewChoice.nullable() }),
  status: 200,
})
export const createSavedView = endpoint({
  id: 'saved-views.create',
  method: 'POST',
  path: '/saved-views',
  summary: 'Keep a view of a list',
  access: 'write',
  body: savedViewInput,
  reply: savedView,
  status: 201,
  errors: ['duplicate'],
})
export const updateSavedView = endpoint({
  id: 'saved-views.update',
  method: 'PATCH',
  path: '/saved-views/{id}',
  summary: 'Rename a view, share it or keep it to oneself, or have it show something else',
  access: 'write',
  params: p.byId,
  body: savedViewPatch,
  reply: savedView,
  status: 200,
  ifMatch: true,
  errors: ['not_found', 'duplicate'],
})
export const removeSavedView = endpoint({
  id: 'saved-views.remove',
  method: 'DELETE',
  path: '/saved-views/{id}',
  summary: 'Delete a view (undo brings it back)',
  access: 'write',
  params: p.byId,
  reply: null,
  status: 204,
  ifMatch: true,
  errors: ['not_found'],
})
export const chooseDefaultView = endpoint({
  id: 'saved-views.choose',
  method: 'PUT',
  path: '/default-views',
  summary: 'Have a list open with a view, for who asks; null: with all of it',
  access: 'write',
  body: z.object({ list: viewList, view: viewChoice.nullable() }),
  reply: z.object({ list: viewList, opensWith: viewChoice.nullable() }),
  status: 200,
})
