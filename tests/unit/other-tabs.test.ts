import { focusManager, QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { listenToOtherTabs, tellOtherTabs } from '../../src/data/other-tabs.ts'

const writing = new QueryClient()
const ends: (() => void)[] = []
beforeEach(() => {
  ends.push(listenToOtherTabs(writing))
})
afterEach(() => {
  for (const end of ends.splice(0)) end()
  focusManager.setFocused(undefined)
})

/** Another tab with one answer on its screen; gives how often it was asked for. */
async function tab() {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000 } } })
  const ask = vi.fn(async () => ask.mock.calls.length)
  const queryKey = ['agreements', 'agreements.list', {}]
  const end = new QueryObserver(client, { queryKey, queryFn: ask }).subscribe(() => {})
  ends.push(listenToOtherTabs(client), end, () => client.clear())
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(1))
  const isStale = () => client.getQueryState(queryKey)?.isInvalidated
  return { ask, isStale }
}

it('asks anew in every other tab when one has written', async () => {
  const [second, third] = [await tab(), await tab()]
  tellOtherTabs(writing, 'agreements.sign')
  await vi.waitFor(() => expect(second.ask).toHaveBeenCalledTimes(2))
  await vi.waitFor(() => expect(third.ask).toHaveBeenCalledTimes(2))
})

it('asks once at first and once at the end, however many writes come at once', async () => {
  const other = await tab()
  for (let n = 0; n < 50; n++) tellOtherTabs(writing, 'tasks.update')
  await vi.waitFor(() => expect(other.ask).toHaveBeenCalledTimes(3))
})

it('leaves a tab that nobody sees until it is looked at', async () => {
  const other = await tab()
  focusManager.setFocused(false)
  tellOtherTabs(writing, 'agreements.sign')
  await vi.waitFor(() => expect(other.isStale()).toBe(true))
  expect(other.ask).toHaveBeenCalledTimes(1)
})

it('starts anew when the workspace was replaced', async () => {
  const other = await tab()
  tellOtherTabs(writing, 'workspace.reset')
  await vi.waitFor(() => expect(other.ask).toHaveBeenCalledTimes(2))
})
