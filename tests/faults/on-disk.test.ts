import { expect, it, onTestFinished } from 'vitest'
import { nodeHost } from '../e2e/support/node-host.ts'
import { acknowledged, found, startWriters } from '../support/writers.ts'
import { canMount, smallDisk } from './support/small-disk.ts'

const kills = 5

it('keeps what it acknowledged, on PGlite, however often it is killed in mid-write', async () => {
  const host = await nodeHost({ CORRIDOR_LOG: 'quiet' })
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
  expect(writers.repeats).toBeGreaterThan(0)
  expect(await found(host.origin)).toEqual(acknowledged(writers))
})

// A disk can be filled only where a small one can be mounted: by root on Linux.
if (canMount)
  it('refuses writes while its disk is full, and takes them once there is room', async () => {
    const disk = smallDisk(96)
    onTestFinished(disk.remove)
    const host = await nodeHost({ CORRIDOR_LOG: 'quiet', CORRIDOR_DATA: disk.folder })
    onTestFinished(host.remove)
    const writers = await startWriters([host.origin], { clients: 2, shared: 1 })
    await writers.more(5)
    disk.fill()
    await writers.moreRepeats(10)
    expect([...writers.refusals]).toEqual(['storage_full'])
    expect((await fetch(`${host.origin}/api/people`)).status).toBe(200)
    disk.makeRoom()
    await writers.more(5)
    await writers.stop()
    expect(writers.strange).toEqual([])
    expect(await found(host.origin)).toEqual(acknowledged(writers))
  })
