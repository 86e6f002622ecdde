import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { answered, unanswered } from '../../src/data/connection.ts'
import { keepCache, restoreCache } from '../../src/data/persisted-cache.ts'

const kept = new Map<string, string>()
beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  })
})
afterEach(() => vi.unstubAllGlobals())

const title = ['agreements', 'agreements.read', { params: { id: '1' } }]
const list = ['agreements', 'agreements.list', {}]

/** What stands in the cache on the next visit, after `before` was done on this one. */
function nextVisit(before: (client: QueryClient) => void, build = 'b1') {
  const client = new QueryClient()
  restoreCache(client, 'b1')
  client.setQueryData(title, { title: 'New' })
  client.setQueryData(list, { items: ['Old'] })
  before(client)
  keepCache(client)
  const next = new QueryClient()
  const restored = restoreCache(next, build)
  return { restored, title: next.getQueryData(title), list: next.getQueryData(list) }
}

it('keeps answers for the next visit, of the same build only', () => {
  expect(nextVisit(() => {})).toEqual({ restored: true, title: { title: 'New' }, list: { items: ['Old'] } })
  expect(nextVisit(() => {}, 'b2')).toEqual({ restored: false, title: undefined, list: undefined })
})

it('keeps nothing from before a write', () => {
  const { title, list: old } = nextVisit((client) => void client.invalidateQueries({ queryKey: list }))
  expect(title).toEqual({ title: 'New' })
  expect(old).toBeUndefined()
})

it('keeps what there is where nothing newer is to be had', () => {
  const withoutConnection = (client: QueryClient) => {
    unanswered()
    void client.invalidateQueries()
  }
  expect(nextVisit(withoutConnection)).toMatchObject({ title: { title: 'New' }, list: { items: ['Old'] } })
  answered()
})
