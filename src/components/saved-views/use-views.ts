import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { useSearchParams } from 'react-router'
import type { SavedView, ViewChoice, ViewState } from '../../contract/saved-views.ts'
import { savedViews } from '../../data/saved-views.ts'
import { type BuiltIn, useBuiltIns } from './built-in.ts'
import type { SavedViewsProps } from './saved-views.tsx'
import { everything, isAsKept, isBare, obsoleteIn, paramsFor, viewParam } from './state.ts'

/** A view as it can be opened. */
export type AnyView =
  | { kind: 'saved'; key: string; title: string; state: ViewState; saved: SavedView }
  | { kind: 'built_in'; key: string; title: string; state: ViewState }

const asSaved = (saved: SavedView): AnyView => ({
  kind: 'saved',
  key: saved.id,
  title: saved.name,
  state: saved.state,
  saved,
})
const asBuiltIn = ({ name, title, state }: BuiltIn): AnyView => ({
  kind: 'built_in',
  key: name,
  title,
  state,
})

const isChosen = (view: AnyView, choice: ViewChoice | null) =>
  choice?.kind === view.kind && view.key === (choice.kind === 'saved' ? choice.id : choice.name)

/** The views of a list, the one that the address shows, and the way to another. */
export function useViews({ list, schema }: SavedViewsProps) {
  const [params, setParams] = useSearchParams()
  const answer = useQuery(savedViews.list({ query: { list } }))
  const builtIn = useBuiltIns(list).map(asBuiltIn)
  const saved = (answer.data?.items ?? []).map(asSaved)
  const all = [...builtIn, ...saved]
  const current = all.find(({ key }) => key === params.get(viewParam))
  const opensWith = answer.data?.opensWith ?? null
  const first = all.find((view) => isChosen(view, opensWith))
  const show = useCallback(
    (key: string, state: ViewState, replace = false) =>
      setParams((present) => paramsFor(key, state, schema, present), { replace, preventScrollReset: true }),
    [schema, setParams],
  )
  const bare = isBare(schema, params)
  const [firstKey, firstState] = [first?.key, first && JSON.stringify(first.state)]
  useEffect(() => {
    if (bare && firstKey && firstState) show(firstKey, JSON.parse(firstState) as ViewState, true)
  }, [bare, firstKey, firstState, show])
  return {
    builtIn,
    saved,
    current,
    params,
    first,
    changed: current !== undefined && !isAsKept(current.state, schema, params),
    obsolete: current ? obsoleteIn(current.state, schema) : [],
    show,
    showAll: () => show(everything, {}),
  }
}
export type Views = ReturnType<typeof useViews>
