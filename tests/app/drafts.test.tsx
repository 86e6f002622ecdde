import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useDraft } from '../../src/ui/use-draft.ts'

const place = 'corridor.drafts'
const blank = { title: '' }

/** What another tab of the browser does: it writes all the drafts it knows of, and this one hears of it. */
function anotherTab(change: (drafts: Record<string, unknown>) => void): void {
  const held = JSON.parse(localStorage.getItem(place) ?? '{"state":{"drafts":{}},"version":1}')
  change(held.state.drafts)
  localStorage.setItem(place, JSON.stringify(held))
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key: place })))
}

it('keeps what is typed in one tab when something is typed in another', () => {
  const mine = renderHook(() => useDraft('mine', blank))
  act(() => mine.result.current.set({ title: 'Typed here' }))
  anotherTab((drafts) => {
    drafts.theirs = { values: { title: 'Typed there' }, at: Date.now() }
  })
  act(() => mine.result.current.set({ title: 'Typed on' }))
  const kept = JSON.parse(localStorage.getItem(place) ?? '').state.drafts
  expect(kept.theirs.values).toEqual({ title: 'Typed there' })
  expect(kept.mine.values).toEqual({ title: 'Typed on' })
})

it('forgets here what was typed and saved in another tab', () => {
  const mine = renderHook(() => useDraft('saved', blank))
  anotherTab((drafts) => {
    drafts.saved = { values: { title: 'Typed there' }, at: Date.now() }
  })
  expect(mine.result.current).toMatchObject({ values: { title: 'Typed there' }, isDirty: true })
  anotherTab((drafts) => {
    delete drafts.saved
  })
  expect(mine.result.current).toMatchObject({ values: blank, isDirty: false })
})

it('leaves each tab its own words where both have the same form open', () => {
  const mine = renderHook(() => useDraft('shared', blank))
  act(() => mine.result.current.set({ title: 'Typed here' }))
  anotherTab((drafts) => {
    drafts.shared = { values: { title: 'Typed there' }, at: Date.now() }
  })
  expect(mine.result.current.values).toEqual({ title: 'Typed here' })
})
