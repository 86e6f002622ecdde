import { useCallback, useEffect, useRef, useState } from 'react'
import type { BulkEditInput, BulkPreview } from '../../contract/bulk.ts'
import { previewBulk } from '../../data/bulk.ts'
import type { BulkProps } from './bulk-edit.tsx'

/** So many records at a time: often enough to show how far it is. */
const atATime = 100

export interface Looking {
  edit: BulkEditInput
  preview: BulkPreview
  /** How many have been looked at. */
  done: number
}

/** Looks at what an edit would do, some records at a time; it can be stopped. */
export function usePreview(rows: BulkProps['rows']) {
  const [looking, setLooking] = useState<Looking | null>(null)
  const [error, setError] = useState<unknown>(null)
  const running = useRef<AbortController | null>(null)
  const stop = useCallback(() => {
    running.current?.abort()
    running.current = null
    setLooking(null)
  }, [])
  useEffect(() => () => running.current?.abort(), [])
  const look = async (edit: BulkEditInput) => {
    running.current?.abort()
    const own = new AbortController()
    running.current = own
    setError(null)
    let held: Looking = { edit, preview: { rows: [], names: {}, currencies: {} }, done: 0 }
    setLooking(held)
    try {
      for (let at = 0; at < rows.length; at += atATime) {
        const part = rows.slice(at, at + atATime).map(({ id, version }) => ({ id, version }))
        const { rows: seen, names, currencies } = await previewBulk({ edit, rows: part }, own.signal)
        const { preview } = held
        held = {
          edit,
          done: at + part.length,
          preview: {
            rows: [...preview.rows, ...seen],
            names: { ...preview.names, ...names },
            currencies: { ...preview.currencies, ...currencies },
          },
        }
        setLooking(held)
      }
    } catch (failure) {
      if (own.signal.aborted) return
      setError(failure)
      setLooking(null)
    }
  }
  return { looking, error, look, stop }
}
