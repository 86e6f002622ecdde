import { useCallback, useEffect, useRef, useState } from 'react'
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
  /** As they are now, and the rows corrected while all are being checked: those had been looked at before. */
  const corrected = useRef({ edits, meanwhile: new Set<number>() })
  corrected.current.edits = edits
  // Cells corrected one by one are checked one by one; all only where what is read or how changes.
  useEffect(() => {
    if (!source) return setChecked({ rows: [], share: 0 })
    let current = true
    void (async () => {
      const rows: CheckedRow[] = []
      const { meanwhile } = corrected.current
      meanwhile.clear()
      let from = performance.now()
      for (let index = 0; index < source.rows.length; index++) {
        rows.push(checkedRow(source, index, corrected.current.edits))
        if (performance.now() - from < slice) continue
        setChecked(({ rows: shown }) => ({ rows: shown, share: index / source.rows.length }))
        await breath()
        if (!current) return
        from = performance.now()
      }
      for (const index of meanwhile) rows[index] = checkedRow(source, index, corrected.current.edits)
      setChecked({ rows, share: 1 })
    })()
    return () => {
      current = false
    }
  }, [source])
  const edit = useCallback(
    (changes: readonly { row: number; column: number; text: string }[]) => {
      if (!source) return
      const all = { ...corrected.current.edits }
      for (const { row, column, text } of changes) all[cellKey(row, column)] = text
      onEdit(all)
      corrected.current.edits = all
      const changed = new Set(changes.map(({ row }) => row))
      for (const row of changed) corrected.current.meanwhile.add(row)
      setChecked(({ rows, share }) => ({
        rows: rows.map((row) => (changed.has(row.index) ? checkedRow(source, row.index, all) : row)),
        share,
      }))
    },
    [source, onEdit],
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
