import { act, renderHook, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { noDefaults } from '../../src/domain/import/draft.ts'
import { useChecked } from '../../src/features/import/new/use-checked.ts'

afterEach(() => void vi.restoreAllMocks())

it('keeps what is corrected while all rows are being checked anew', async () => {
  // Each row takes so long that the page is let go on after it.
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1000))
  const source = {
    rows: [['Alpha'], ['Beta'], ['Gamma']],
    lines: [2, 3, 4],
    mapping: ['name' as const],
    defaults: noDefaults,
  }
  const { result, rerender } = renderHook(
    ({ source }) => {
      const [edits, setEdits] = useState<Record<string, string>>({})
      return useChecked(source, edits, setEdits)
    },
    { initialProps: { source } },
  )
  await waitFor(() => expect(result.current.share).toBe(1))
  rerender({ source: { ...source } })
  expect(result.current.share).toBe(0)
  act(() => result.current.edit([{ row: 0, column: 0, text: 'Alphium' }]))
  act(() => result.current.edit([{ row: 2, column: 0, text: 'Gammium' }]))
  await waitFor(() => expect(result.current.share).toBe(1))
  expect(result.current.rows.map(({ cells }) => cells)).toEqual([['Alphium'], ['Beta'], ['Gammium']])
})
