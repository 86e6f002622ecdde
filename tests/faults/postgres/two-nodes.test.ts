import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LiveChanges } from '../../../src/contract/live.ts'
import { type NodeHost, nodeHost } from '../../e2e/support/node-host.ts'
import { listen } from '../../support/live.ts'
import { acknowledged, found, startWriters } from '../../support/writers.ts'
import { ownDatabase } from '../support/own-database.ts'
import { pgbouncer, startPooler } from '../support/pooler.ts'

/** Straight to PostgreSQL, and through PgBouncer where that is installed. */
const ways = { PostgreSQL: false, ...(existsSync(pgbouncer) ? { PgBouncer: true } : {}) }

describe.each(Object.entries(ways))('two nodes on one %s', (_, pooled) => {
  let nodes: NodeHost[]
  const ends: (() => Promise<void>)[] = []
  beforeAll(async () => {
    const database = await ownDatabase()
    ends.push(database.drop)
    const pooler = pooled ? await startPooler(database.url) : undefined
    if (pooler) ends.unshift(pooler.stop)
    const settings = {
      CORRIDOR_LOG: 'quiet',
      DATABASE_URL: pooler?.url ?? database.url,
      CORRIDOR_LISTEN_URL: database.url,
    }
    nodes = await Promise.all([nodeHost(settings), nodeHost(settings)])
    for (const node of nodes) ends.unshift(node.remove)
  })
  afterAll(async () => {
    for (const end of ends) await end()
  })

  it('write the same records, one after the other, each once', async () => {
    const writers = await startWriters(nodes.map(({ origin }) => origin))
    await writers.more(150)
    await writers.stop()
    expect(writers.strange).toEqual([])
    for (const { origin } of nodes) expect(await found(origin)).toEqual(acknowledged(writers))
  })

  it('tell each other of it', async () => {
    const [first, second] = nodes as [NodeHost, NodeHost]
    const stream = await listen(
      {
        fetch: (request) => {
          const { pathname, search } = new URL(request.url)
          return fetch(`${second.origin}${pathname}${search}`, { headers: request.headers })
        },
      },
      {},
    )
    await stream.next('hello')
    const { id } = await first.ask<{ id: string }>('/people', { familyName: 'Tanaka' })
    await stream.until<LiveChanges>('changes', ({ records }) => records.includes(id))
    await stream.leave()
  })
})
