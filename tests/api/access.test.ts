import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import type { Actor } from '../../src/server/context.ts'
import { routes } from '../../src/server/routes.ts'
import { manager, startApi, type TestApi, viewer } from '../support/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

/** What an operation answers about records that are not there; its input is as empty as may be. */
async function statusFor(endpoint: Endpoint, actor: Actor | null): Promise<number> {
  const params = Object.fromEntries(
    [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, randomUUID()]),
  )
  const response = await api.send(endpoint, { params: params as Record<string, string> }, { actor })
  await response.arrayBuffer()
  return response.status
}

/** Where a POST only works something out: its input is too long for an address, and nothing is kept. */
const asksByPost = routes
  .map(({ endpoint }) => endpoint)
  .filter(({ method, access }) => method !== 'GET' && access === 'read')
  .map(({ id }) => id)

describe('who may do what', () => {
  it('nothing at all is answered to nobody', async () => {
    const answered: string[] = []
    for (const { endpoint } of routes)
      if ((await statusFor(endpoint, null)) !== 401) answered.push(endpoint.id)
    expect(answered).toEqual([])
  })

  it('who may only look reads all and writes nothing', async () => {
    const wrong: string[] = []
    for (const { endpoint } of routes) {
      const status = await statusFor(endpoint, viewer)
      const refused = status === 403 || status === 401
      if (refused !== (endpoint.access === 'write')) wrong.push(`${endpoint.id} ${status}`)
    }
    expect(wrong).toEqual([])
  })

  it('nobody is refused for want of rights where they have them', async () => {
    const wrong: string[] = []
    for (const { endpoint } of routes) {
      // These replace or empty the workspace; each has tests of its own.
      if (endpoint.id.startsWith('workspace.') && endpoint.access === 'write') continue
      const status = await statusFor(endpoint, manager)
      if (status === 401 || status === 403 || status >= 500) wrong.push(`${endpoint.id} ${status}`)
    }
    expect(wrong).toEqual([])
  })

  it('a read changes nothing, whatever its method', async () => {
    for (const { endpoint } of routes)
      if (endpoint.method === 'GET') expect(endpoint.access, endpoint.id).toBe('read')
    const before = await counted()
    for (const { endpoint } of routes)
      if (asksByPost.includes(endpoint.id)) await statusFor(endpoint, manager)
    expect(await counted()).toEqual(before)
  })
})

const counted = () =>
  api.db
    .selectFrom('changes')
    .select(({ fn }) => fn.countAll<number>().as('changes'))
    .executeTakeFirstOrThrow()
