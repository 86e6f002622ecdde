import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { type NavigateOptions, useNavigate, useSearchParams } from 'react-router'
import { type Scope, scope as scopeShape } from '../contract/primitives.ts'
import { session, workspace } from '../data/workspace.ts'
import type { CivilDate } from '../domain/partial-date.ts'

export const scopeKeys = ['alliance', 'cluster', 'market', 'asOf'] as const
export type ScopeKey = (typeof scopeKeys)[number]

/** What the address narrows the screen to. A value that can't be one (a link cut short) is left out. */
export function scopeFrom(params: URLSearchParams): Scope {
  const scope: Scope = {}
  for (const key of scopeKeys) {
    const value = params.get(key)
    if (value && scopeShape[key].safeParse(value).success) scope[key] = value
  }
  return scope
}

/** The path with the scope of `params` added to its own search and hash. */
export function withScope(path: string, params: URLSearchParams): string {
  const scope = scopeFrom(params)
  const url = new URL(path, 'http://x')
  for (const key of scopeKeys) {
    const value = scope[key]
    if (value && !url.searchParams.has(key)) url.searchParams.set(key, value)
  }
  return `${url.pathname}${url.search}${url.hash}`
}

/** The local civil date; the API's own day comes with the session. */
const localToday = (): CivilDate => {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The scope of the screen, the day it is seen from, and the way to change them. */
export function useScope() {
  const [params, setParams] = useSearchParams()
  const settings = useQuery(workspace.read()).data
  const asOfDefault = settings?.asOf ?? null
  const today = useQuery(session.read()).data?.today ?? localToday()
  const query = useMemo(() => scopeFrom(params), [params])
  const change = useCallback(
    (patch: Partial<Record<ScopeKey, string | null>>) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current)
          for (const [key, value] of Object.entries(patch)) {
            if (value) next.set(key, value)
            else next.delete(key)
          }
          return next
        },
        { replace: false, preventScrollReset: true },
      ),
    [setParams],
  )
  const day = query.asOf ?? asOfDefault ?? today
  return {
    ...query,
    /** For a request's query: only what the address says, so that answers are shared with unscoped screens. */
    query,
    /** The day everything is seen from. */
    day,
    today,
    asOfDefault,
    isToday: day === today,
    /** Until the workspace's settings are here, which day that is can't be said. */
    isDayKnown: Boolean(query.asOf ?? settings),
    isNarrowed: Boolean(query.alliance || query.cluster || query.market),
    change,
    clear: () => change({ alliance: null, cluster: null, market: null, asOf: null }),
  }
}

/** Gives paths the scope of the present address. */
export function useScopedHref(): (path: string) => string {
  const [params] = useSearchParams()
  return useCallback((path: string) => withScope(path, params), [params])
}

/** Navigates to a path and keeps the scope. */
export function useScopedNavigate() {
  const navigate = useNavigate()
  const href = useScopedHref()
  return useCallback(
    (path: string, options?: NavigateOptions) => navigate(href(path), options),
    [navigate, href],
  )
}
