import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { newServer, type Server } from '../../../scripts/postgres-server.ts'
import { type NodeHost, nodeHost } from '../../e2e/support/node-host.ts'
import { acknowledged, found, startWriters } from '../../support/writers.ts'
import { canMount, smallDisk } from '../support/small-disk.ts'

let server: Server
let host: NodeHost
beforeAll(async () => {
  server = await newServer()
  await server.start()
  host = await nodeHost({ CORRIDOR_LOG: 'quiet', DATABASE_URL: server.url() })
})
afterAll(async () => {
  await host.remove()
  await server.remove()
})

it('goes on after PostgreSQL was restarted under it, in order and by a power failure', async () => {
  const writers = await startWriters([host.origin])
  for (const mode of ['fast', 'immediate', 'fast', 'immediate'] as const) {
    await writers.more(20)
    await server.stop(mode)
    await server.start()
  }
  await writers.more(20)
  await writers.stop()
  expect(writers.strange).toEqual([])
  expect(await found(host.origin)).toEqual(acknowledged(writers))
  expect(host.isRunning()).toBe(true)
})

it('says that the database is away while it is, and answers again by itself', async () => {
  const writers = await startWriters([host.origin], { clients: 2, shared: 0 })
  await server.stop('fast')
  // Longer than the node itself tries.
  await writers.moreRepeats(4)
  const read = await fetch(`${host.origin}/api/people`)
  expect([read.status, ((await read.json()) as { code: string }).code]).toEqual([503, 'unavailable'])
  expect((await fetch(`${host.origin}/readyz`)).status).toBe(503)
  expect((await fetch(`${host.origin}/healthz`)).status).toBe(200)
  await server.start()
  await writers.more(10)
  await writers.stop()
  expect(writers.strange).toEqual([])
  await expect.poll(async () => (await fetch(`${host.origin}/readyz`)).status).toBe(200)
})

// A disk can be filled only where a small one can be mounted: by root on Linux.
if (canMount)
  describe('whose disk is full', () => {
    const disk = smallDisk(160)
    const elsewhere = mkdtempSync(join(tmpdir(), 'corridor-elsewhere-'))
    chmodSync(elsewhere, 0o777)
    afterAll(() => {
      disk.remove()
      rmSync(elsewhere, { recursive: true })
    })

    /** Fills the disk while there are writers, and makes room again once they had to repeat so many writes. */
    async function fillUnder(own: Server, repeats: number, whileFull: (origin: string) => Promise<void>) {
      onTestFinished(own.remove)
      const node = await nodeHost({ CORRIDOR_LOG: 'quiet', DATABASE_URL: own.url() })
      onTestFinished(node.remove)
      const writers = await startWriters([node.origin])
      await writers.more(10)
      disk.fill()
      await writers.moreRepeats(repeats)
      await whileFull(node.origin)
      const refusals = [...writers.refusals]
      disk.makeRoom()
      return {
        refusals,
        async goOn() {
          await writers.more(30)
          await writers.stop()
          expect(writers.strange).toEqual([])
          expect(await found(node.origin)).toEqual(acknowledged(writers))
          expect(node.isRunning()).toBe(true)
        },
      }
    }

    it('refuses writes and goes on reading, and takes writes once there is room', async () => {
      const own = await newServer({ within: disk.folder, initdb: ['--waldir', join(elsewhere, 'wal')] })
      await own.start()
      const { refusals, goOn } = await fillUnder(own, 30, async (origin) => {
        expect((await fetch(`${origin}/api/people`)).status).toBe(200)
        expect((await fetch(`${origin}/readyz`)).status).toBe(200)
      })
      expect(refusals).toEqual(['storage_full'])
      await goOn()
    })

    it('loses nothing where PostgreSQL itself stops for want of room for its log', async () => {
      const own = await newServer({
        settings: { min_wal_size: '2MB', max_wal_size: '2MB' },
        initdb: ['--wal-segsize=1', '--waldir', join(disk.folder, 'wal')],
      })
      await own.start()
      const { refusals, goOn } = await fillUnder(own, 10, async () => {})
      expect(refusals).toEqual(['unavailable'])
      // It may have come back by itself, or be trying to.
      await own.stop('immediate').catch(() => {})
      await own.start()
      await goOn()
    })
  })
