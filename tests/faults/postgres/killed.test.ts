import { expect, it, onTestFinished } from 'vitest'
import { nodeHost } from '../../e2e/support/node-host.ts'
import { acknowledged, found, startWriters } from '../../support/writers.ts'
import { ownDatabase } from '../support/own-database.ts'

const kills = 20

it(`keeps what it acknowledged, on PostgreSQL, though killed ${kills} times in mid-write`, async () => {
  const database = await ownDatabase()
  onTestFinished(database.drop)
  const host = await nodeHost({ CORRIDOR_LOG: 'quiet', DATABASE_URL: database.url })
  onTestFinished(host.remove)
  const writers = await startWriters([host.origin])
  for (let n = 0; n < kills; n++) {
    await writers.more(10)
    await host.stop('SIGKILL')
    await host.start()
  }
  await writers.more(10)
  await writers.stop()
  expect(writers.strange).toEqual([])
  expect(writers.repeats).toBeGreaterThan(kills)
  expect(await found(host.origin)).toEqual(acknowledged(writers))
})
