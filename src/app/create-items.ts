import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { useScopedNavigate } from '../components/scope.ts'

/** What can be begun from anywhere: a page of its own, or a dialog over the present screen. */
export const createItems = [
  { name: 'signature', dialog: 'sign' },
  { name: 'agreement', path: '/agreements/new' },
  { name: 'mission', dialog: 'new-mission' },
  { name: 'expense', dialog: 'new-expense' },
  { name: 'task', dialog: 'new-task' },
  { name: 'person', dialog: 'new-person' },
  { name: 'company', dialog: 'new-organisation', kind: 'company' },
  { name: 'organisation', dialog: 'new-organisation' },
  { name: 'grant', dialog: 'new-grant' },
  { name: 'alliance', dialog: 'new-alliance' },
  { name: 'market', dialog: 'new-market' },
  { name: 'report', dialog: 'new-report' },
  { name: 'indicator', dialog: 'new-indicator' },
] as const

export type CreateItem = (typeof createItems)[number]

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
