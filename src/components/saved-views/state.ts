import type * as z from 'zod'
import type { ViewState } from '../../contract/saved-views.ts'
import { scopeKeys } from '../scope.ts'

/** What a list's address holds, as a view keeps it and brings it back. */

/** The parameter that says which view was opened: a kept one's id, a built-in one's name, or all. */
export const viewParam = 'saved'
export const everything = 'all'

const pageKeys = ['cursor', 'limit']
const dayKey = 'asOf'
/** Beside what the list's schema knows: columns, the way of looking, the tab. */
const looks = ['cols', 'view', 'tab']

const isScope = (key: string) => (scopeKeys as readonly string[]).includes(key)

/** What can be in a view of a list, but for scope and day. */
export const ownKeys = (schema: z.ZodObject): string[] => [
  ...Object.keys(schema.shape).filter((key) => !pageKeys.includes(key) && !isScope(key)),
  ...looks,
]

interface Kept {
  scope: boolean
  day: boolean
}

/** The present address as a view: the list's own part of it, and scope and day where they are to be kept. */
export function stateOf(params: URLSearchParams, schema: z.ZodObject, kept: Kept): ViewState {
  const keys = [...ownKeys(schema), ...scopeKeys.filter((key) => (key === dayKey ? kept.day : kept.scope))]
  return Object.fromEntries(keys.flatMap((key) => (params.get(key) ? [[key, params.get(key) ?? '']] : [])))
}

/** Parameters of a view that the list does not know, or whose value it does not take any more. */
export function obsoleteIn(state: ViewState, schema: z.ZodObject): string[] {
  const shape = schema.shape as Record<string, z.ZodType>
  return Object.entries(state)
    .flatMap(([key, value]) => {
      if (looks.includes(key)) return []
      const field = pageKeys.includes(key) ? undefined : shape[key]
      return field?.safeParse(value).success ? [] : [key]
    })
    .sort()
}

/** The state without what is obsolete. */
export function usable(state: ViewState, schema: z.ZodObject): ViewState {
  const gone = obsoleteIn(state, schema)
  return Object.fromEntries(Object.entries(state).filter(([key]) => !gone.includes(key)))
}

/** The address that shows a view: what the view does not say of scope and day stays as it is, and so does what is not the list's. */
export function paramsFor(
  name: string,
  state: ViewState,
  schema: z.ZodObject,
  present: URLSearchParams,
): URLSearchParams {
  const next = new URLSearchParams(present)
  for (const key of ownKeys(schema)) next.delete(key)
  for (const [key, value] of Object.entries(usable(state, schema))) next.set(key, value)
  next.set(viewParam, name)
  return next
}

/** Whether the address still shows what the view says. */
export function isAsKept(state: ViewState, schema: z.ZodObject, present: URLSearchParams): boolean {
  const shown = usable(state, schema)
  const scoped = Object.keys(shown).filter(isScope)
  return [...ownKeys(schema), ...scoped].every((key) => (shown[key] ?? '') === (present.get(key) ?? ''))
}

/** An address that asks for nothing in particular: it is for the default view to say what is shown. */
export const isBare = (schema: z.ZodObject, present: URLSearchParams): boolean =>
  !present.has(viewParam) && ownKeys(schema).every((key) => !present.has(key))
