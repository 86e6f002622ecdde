import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ReadAhead } from '../../mocks/database/read-ahead.ts'
import { openSyncFile } from '../../mocks/database/sync-file.ts'
import { FakeDirectory } from './support/opfs.ts'

const segment = 512 * 1024
const place = fc.integer({ min: 0, max: 3 * segment })
const length = fc.oneof(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: segment, max: 2 * segment }))
const step = fc.oneof(
  fc.record({ do: fc.constant('read' as const), at: place, length }),
  fc.record({ do: fc.constant('write' as const), at: place, length, fill: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ do: fc.constant('truncate' as const), length: place }),
)

it('reads what the file itself would give, whatever was read, written or cut before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const directory = new FakeDirectory()
      const plain = await openSyncFile(directory.handle, 'data')
      const ahead = new ReadAhead(plain)
      for (const one of steps) {
        if (one.do === 'truncate') ahead.truncate(one.length)
        else if (one.do === 'write') ahead.write(new Uint8Array(one.length).fill(one.fill), { at: one.at })
        else {
          const [given, wanted] = [new Uint8Array(one.length), new Uint8Array(one.length)]
          expect(ahead.read(given, { at: one.at })).toBe(plain.read(wanted, { at: one.at }))
          expect(Buffer.compare(given, wanted)).toBe(0)
        }
      }
    }),
    { numRuns: 60 },
  )
})

it('reads zeros where a write beyond the end left a gap', async () => {
  const ahead = new ReadAhead(await openSyncFile(new FakeDirectory().handle, 'data'))
  expect(ahead.read(new Uint8Array(1), { at: 0 })).toBe(0)
  ahead.write(new Uint8Array([7]), { at: segment })
  const bytes = new Uint8Array([9, 9])
  expect(ahead.read(bytes, { at: segment - 1 })).toBe(2)
  expect([...bytes]).toEqual([0, 7])
})

it('does not keep what a write without room may have left', async () => {
  const directory = new FakeDirectory()
  const ahead = new ReadAhead(await openSyncFile(directory.handle, 'data'))
  ahead.write(new Uint8Array(100).fill(1), { at: 0 })
  const bytes = new Uint8Array(100)
  ahead.read(bytes, { at: 0 })
  directory.life = 0
  expect(() => ahead.write(new Uint8Array(50).fill(2), { at: 0 })).toThrow()
  directory.files.get('data')!.fill(3)
  ahead.read(bytes, { at: 0 })
  expect(bytes[0]).toBe(3)
})
