import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { useMay } from '../components/may.ts'
import { useScopedNavigate } from '../components/scope.ts'

/** What can be begun from anywhere: a page of its own, or a dialog over the present screen; and what that asks for. */
export const createItems = [
  { name: 'signature', dialog: 'sign', right: 'activity.decide' },
  { name: 'agreement', path: '/agreements/new', right: 'activity.write' },
  { name: 'mission', dialog: 'new-mission', right: 'activity.write' },
  { name: 'expense', dialog: 'new-expense', right: 'expenses.write' },
  { name: 'task', dialog: 'new-task', right: 'dossier.write' },
  { name: 'person', dialog: 'new-person', right: 'directory.write' },
  { name: 'company', dialog: 'new-organisation', kind: 'company', right: 'directory.write' },
  { name: 'organisation', dialog: 'new-organisation', right: 'directory.write' },
  { name: 'grant', dialog: 'new-grant', right: 'budgets.write' },
  { name: 'alliance', dialog: 'new-alliance', right: 'alliances.write' },
  { name: 'market', dialog: 'new-market', right: 'alliances.write' },
  { name: 'report', dialog: 'new-report', right: 'dossier.write' },
  { name: 'indicator', dialog: 'new-indicator', right: 'alliances.write' },
] as const

export type CreateItem = (typeof createItems)[number]

/** Those that the reader's roles let them begin. */
export function useCreateItems(): CreateItem[] {
  const may = useMay()
  return createItems.filter(({ right }) => may(right))
}

/** Begins one of them. */
export function useCreate(): (item: CreateItem) => void {
  const navigate = useScopedNavigate()
  const [, setParams] = useSearchParams()
  return useCallback(
    (item: CreateItem) => {
      if ('path' in item) void navigate(item.path)
      else
        setParams(
          (current) => {
            const next = new URLSearchParams(current)
            next.set('dialog', item.dialog)
            if ('kind' in item) next.set('kind', item.kind)
            return next
          },
          { preventScrollReset: true },
        )
    },
    [navigate, setParams],
  )
}
