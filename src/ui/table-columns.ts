import type { ReactNode } from 'react'
import { useCallback, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'

/** One column of a list. */
export interface Column<Row> {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** The list's sort key, where it can be sorted by this column. */
  sortKey?: string
  /** Numbers and money stand at the end. */
  align?: 'start' | 'end'
  /** In pixels; columns share what room is left in proportion. */
  width?: number
  /** Not shown until chosen. */
  hidden?: boolean
  /** What the row is called: its first column, its card's title, always shown. */
  primary?: boolean
}

const place = (name: string) => `corridor.columns.${name}`

/** The columns chosen in this browser, where some were. */
export function keptColumns(name: string): string[] | null {
  try {
    return localStorage.getItem(place(name))?.split(',') ?? null
  } catch {
    return null
  }
}

/** Which columns a list shows: as the address says, else as last chosen here, else the list's own choice. */
export function useColumnChoice<Row>(name: string, columns: readonly Column<Row>[]) {
  const [params, setParams] = useSearchParams()
  const [kept, setKept] = useState(() => keptColumns(name))
  const linked = params.get('cols')
  const shown = useMemo(() => {
    const chosen = linked?.split(',') ?? kept
    return columns.filter(
      (column) => column.primary || (chosen ? chosen.includes(column.id) : !column.hidden),
    )
  }, [columns, kept, linked])
  const choose = useCallback(
    (ids: string[] | null) => {
      setKept(ids)
      try {
        if (ids) localStorage.setItem(place(name), ids.join(','))
        else localStorage.removeItem(place(name))
      } catch {
        // The choice holds until the page is left.
      }
      setParams(
        (current) => {
          const next = new URLSearchParams(current)
          if (ids) next.set('cols', ids.join(','))
          else next.delete('cols')
          return next
        },
        { replace: true, preventScrollReset: true },
      )
    },
    [name, setParams],
  )
  return { shown, choose }
}
