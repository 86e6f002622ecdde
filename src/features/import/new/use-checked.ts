import { useCallback, useEffect, useState } from 'react'
import type { CellProblem, ImportDefaults, ImportDraft } from '../../../domain/import/draft.ts'
import type { Mapping } from '../../../domain/import/mapping.ts'
import { draftOf } from '../../../domain/import/read-row.ts'
import { type Choices, cellKey } from './choices.ts'

export interface CheckedRow {
  /** Its place in the table, from 0, and its number in the file. */
  index: number
  line: number
  cells: readonly string[]
  draft: ImportDraft
  problems: CellProblem[]
}

interface Source {
  rows: readonly (readonly string[])[]
  lines: readonly number[]
  mapping: Mapping
  defaults: ImportDefaults
}

/** As long as the page may be busy at a stretch, in milliseconds. */
const slice = 12

const breath = () => new Promise((resolve) => setTimeout(resolve))

/** Every row checked, some at a time so that the page stays responsive; `share` is 1 when all are. */
export function useChecked(
  source: Source | null,
  edits: Choices['edits'],
  onEdit: (edits: Choices['edits']) => void,
) {
  const [checked, setChecked] = useState<{ rows: CheckedRow[]; share: number }>({ rows: [], share: 0 })
  // Cells corrected one by one are checked one by one; all only where what is read or how changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!source) return setChecked({ rows: [], share: 0 })
    let current = true
    void (async () => {
      const rows: CheckedRow[] = []
      let from = performance.now()
      for (let index = 0; index < source.rows.length; index++) {
        rows.push(checkedRow(source, index, edits))
        if (performance.now() - from < slice) continue
        setChecked(({ rows: shown }) => ({ rows: shown, share: index / source.rows.length }))
        await breath()
        if (!current) return
        from = performance.now()
      }
      if (current) setChecked({ rows, share: 1 })
    })()
    return () => {
      current = false
    }
  }, [source])
  const edit = useCallback(
    (changes: readonly { row: number; column: number; text: string }[]) => {
      if (!source) return
      const all = { ...edits }
      for (const { row, column, text } of changes) all[cellKey(row, column)] = text
      onEdit(all)
      const changed = new Set(changes.map(({ row }) => row))
      setChecked(({ rows, share }) => ({
        rows: rows.map((row) => (changed.has(row.index) ? checkedRow(source, row.index, all) : row)),
        share,
      }))
    },
    [source, edits, onEdit],
  )
  return { ...checked, edit }
}

function checkedRow(
  { rows, lines, mapping, defaults }: Source,
  index: number,
  edits: Choices['edits'],
): CheckedRow {
  const cells = mapping.map((_, column) => edits[cellKey(index, column)] ?? rows[index]?.[column] ?? '')
  return { index, line: lines[index] ?? index + 1, cells, ...draftOf(cells, mapping, defaults) }
}
