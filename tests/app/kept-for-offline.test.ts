import type { QueryClient } from '@tanstack/react-query'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { problemAnswer, toResponse } from '../../src/server/answer.ts'
import { Failure } from '../../src/server/failure.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'

/** What the browser would keep, by store and key; copied on the way in and out. */
const disk = new Map<string, { hash: string; build: string; query: { state: { data: unknown } } | null }>()
vi.mock('../../src/data/offline/database.ts', () => ({
  resultOf: async <T>(result: T) => result,
  transaction: async (_names: string[], _mode: string, work: (store: () => unknown) => unknown) =>
    work(() => ({
      getAll: () => structuredClone([...disk.values()]),
      put: (value: { hash: string; build: string; query: null }) =>
        disk.set(value.hash, structuredClone(value)),
      delete: (hash: string) => disk.delete(hash),
    })),
}))

let api: TestApi
let id: string
let online = true
/** How many requests find the database behind the API away. */
let away = 0
beforeAll(async () => {
  api = await startApi()
  id = (await makers(api).organisation({ name: 'Kobe Biomedical' })).id
})
afterAll(() => api.stop())
beforeEach(() => {
  disk.clear()
  online = true
  away = 0
})

const clients: QueryClient[] = []

/** A page that is loaded anew: nothing in memory, the browser's own storage as it was. */
async function visit(build = 'build-1') {
  vi.resetModules()
  for (const old of clients.splice(0)) old.clear()
  const [{ setTransport }, { createQueryClient }, keep, { organisations }] = await Promise.all([
    import('../../src/data/client.ts'),
    import('../../src/data/query-client.ts'),
    import('../../src/data/offline/keep.ts'),
    import('../../src/data/organisations.ts'),
  ])
  setTransport(async (request) => {
    if (!online) throw new TypeError('No network')
    if (away-- > 0) return toResponse(problemAnswer(new Failure('unavailable', 'Away'), 'r'), 'r')
    return api.fetch(request)
  })
  const client = createQueryClient()
  clients.push(client)
  await keep.startKeeping(client, build)
  const query = organisations.read({ params: { id } })
  const list = organisations.list({ sort: 'name' })
  return {
    client,
    keep: () => keep.keepForOffline(client, 'mission:1', [query, list]),
    release: () => keep.releaseKept(client, 'mission:1'),
    set: () => keep.useKeptSets.getState()['mission:1'],
    query,
    name: () => client.getQueryData(query.queryKey)?.name,
    rows: () => client.getQueryData(list.queryKey)?.pages.flatMap(({ items }) => items).length,
  }
}

describe('what is kept for offline', () => {
  it('opens on a later visit without a connection', async () => {
    const first = await visit()
    expect(await first.keep()).toMatchObject({ total: 2, done: 2, at: expect.any(Number) })
    online = false
    const later = await visit()
    expect([later.name(), later.rows(), later.set()]).toEqual([
      'Kobe Biomedical',
      1,
      expect.objectContaining({ total: 2, done: 2 }),
    ])
  })

  it('says what could not be had, and has it when it can', async () => {
    online = false
    const first = await visit()
    first.client.setDefaultOptions({ queries: { retry: false } })
    expect(await first.keep()).toMatchObject({ total: 2, done: 0, at: null })
    online = true
    const later = await visit()
    await vi.waitFor(() => expect(later.set()).toMatchObject({ total: 2, done: 2 }), { timeout: 15_000 })
    expect(later.name()).toBe('Kobe Biomedical')
  })

  it('is brought up to date by whatever the API says later', async () => {
    const first = await visit()
    await first.keep()
    const record = first.client.getQueryData(first.query.queryKey)
    first.client.setQueryData(
      first.query.queryKey,
      record && { ...record, name: 'Kobe Biomedical Innovation' },
    )
    await vi.waitFor(() => expect(JSON.stringify([...disk.values()])).toContain('Innovation'), {
      timeout: 15_000,
    })
    online = false
    expect((await visit()).name()).toBe('Kobe Biomedical Innovation')
  })

  it('is put back by another build only where it fits its contract', async () => {
    await (await visit()).keep()
    online = false
    expect((await visit('build-2')).name()).toBe('Kobe Biomedical')
    for (const kept of disk.values()) {
      const data = kept.query?.state.data
      if (data && typeof data === 'object' && 'name' in data) data.name = ['of', 'another', 'shape']
    }
    const other = await visit('build-3')
    expect([other.name(), other.rows(), other.set()?.done]).toEqual([undefined, 1, 1])
  })

  it('is let go of when it is released', async () => {
    const first = await visit()
    await first.keep()
    await first.release()
    expect([disk.size, first.set()]).toEqual([0, undefined])
  })
})

it('asks again by itself while the database behind the API is away', async () => {
  const { client, query } = await visit()
  away = 2
  expect(await client.fetchQuery(query)).toMatchObject({ name: 'Kobe Biomedical' })
  expect(away).toBeLessThan(0)
})
