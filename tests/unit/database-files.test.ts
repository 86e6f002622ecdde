import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { File } from '../../mocks/database/file-tree.ts'
import { Files } from '../../mocks/database/files.ts'
import { JournalDamaged } from '../../mocks/database/journal.ts'
import { NoSpace } from '../../mocks/database/sync-file.ts'
import { FakeDirectory } from './support/opfs.ts'

type Step =
  | { do: 'write'; path: string; at: number; size: number; fill: number }
  | { do: 'resize'; path: string; size: number }
  | { do: 'rename'; path: string; to: string }
  | { do: 'remove'; path: string }
  | { do: 'flush' }

const paths = ['/a', '/b', '/base/1', '/base/2', '/pg_wal/1']
const path = fc.constantFrom(...paths)
const size = fc.integer({ min: 0, max: 30_000 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      path,
      at: size,
      size,
      fill: fc.integer({ min: 1, max: 255 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resize' as const), path, size }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), path, to: path }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), path }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('flush' as const) }) },
)
const steps = fc.array(step, { maxLength: 25 })

const page = 8192
/**
 * As Postgres writes: a page at a time, over an old one or at the end, and whole pages are cut off. Only such a write is done
 * wholly or not at all.
 */
function paged(given: Step, model: Model): Step {
  if (given.do === 'resize') {
    const most = model.get(given.path)?.length ?? 0
    return { ...given, size: Math.min(Math.floor(given.size / page) * page, most) }
  }
  if (given.do !== 'write') return given
  const pages = (model.get(given.path)?.length ?? 0) / page
  return { ...given, at: Math.min(Math.floor(given.at / page), Math.floor(pages)) * page, size: page }
}

/** What an ordinary file system would hold. */
type Model = Map<string, Uint8Array>

function applyTo(model: Model, given: Step): Model {
  const next = new Map(model)
  if (given.do === 'flush') return next
  const old = next.get(given.path)
  if (given.do === 'write') {
    if (given.size === 0) return old ? next : next.set(given.path, new Uint8Array())
    const bytes = new Uint8Array(Math.max(old?.length ?? 0, given.at + given.size))
    bytes.set(old ?? [])
    bytes.fill(given.fill, given.at, given.at + given.size)
    return next.set(given.path, bytes)
  }
  if (!old) return next
  if (given.do === 'remove') next.delete(given.path)
  else if (given.do === 'rename') {
    next.delete(given.path)
    next.set(given.to, old)
  } else {
    const bytes = new Uint8Array(given.size)
    bytes.set(old.subarray(0, given.size))
    next.set(given.path, bytes)
  }
  return next
}

function perform(files: Files, given: Step): void {
  const found = given.do === 'flush' ? undefined : (files.find(given.path) as File | undefined)
  if (given.do === 'flush') files.flush()
  else if (given.do === 'write') {
    const file = found ?? files.create(given.path, 0o100600)
    files.write(file, new Uint8Array(given.size).fill(given.fill), given.at)
  } else if (!found) return
  else if (given.do === 'remove') files.remove(given.path)
  else if (given.do === 'rename') files.rename(given.path, given.to)
  else files.resize(found, given.size)
}

function contentsOf(files: Files): Model {
  const model: Model = new Map()
  for (const name of paths) {
    const file = files.find(name)
    if (file?.kind !== 'file') continue
    const bytes = new Uint8Array(file.size)
    expect(files.read(file, bytes, 0)).toBe(file.size)
    model.set(name, bytes)
  }
  return model
}

async function begin(directory: FakeDirectory): Promise<Files> {
  const { files, empty } = await Files.open(directory.handle)
  expect(empty).toBe(true)
  for (const name of ['/base', '/pg_wal']) files.makeDirectory(name, 0o40700)
  files.snapshot()
  return files
}

async function reopen(directory: FakeDirectory): Promise<Files> {
  return (await Files.open(directory.reopened().handle)).files
}

describe('the database’s files', () => {
  it('hold what was written, before and after being opened anew', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        const directory = new FakeDirectory()
        const files = await begin(directory)
        let model: Model = new Map()
        for (const one of given) {
          perform(files, one)
          model = applyTo(model, one)
        }
        expect(textOf(contentsOf(files))).toBe(textOf(model))
        files.flush()
        expect(textOf(contentsOf(await reopen(directory)))).toBe(textOf(model))
      }),
      { numRuns: 60 },
    )
  })

  it('are filled at once with what an archive holds', async () => {
    const directory = new FakeDirectory()
    const { files } = await Files.open(directory.handle)
    const sizes: [string, number][] = [
      ['/a', 0],
      ['/base/1', 8192],
      ['/base/2', 20_001],
      ['/pg_wal/1', 1],
    ]
    const archive = sizes.map(([path, size], index) => ({
      path,
      kind: 'file' as const,
      bytes: new Uint8Array(size).fill(index + 1),
    }))
    const none = new Uint8Array()
    files.fill([
      { path: '/base', kind: 'directory', bytes: none },
      { path: '/pg_wal', kind: 'directory', bytes: none },
      ...archive,
    ])
    const model: Model = new Map(archive.map(({ path, bytes }) => [path, bytes]))
    expect(textOf(contentsOf(files))).toBe(textOf(model))
    const { files: found, empty } = await Files.open(directory.reopened().handle)
    expect(empty).toBe(false)
    expect(textOf(contentsOf(found))).toBe(textOf(model))
  })

  it('hold a state that existed, whenever the process is killed', async () => {
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.integer({ min: 0, max: 80 }),
        fc.boolean(),
        async (given, life, snapshots) => {
          const directory = new FakeDirectory()
          const files = await begin(directory)
          directory.life = life
          const states: string[] = []
          let model: Model = new Map()
          const keep = () => states.push(textOf(model))
          keep()
          try {
            for (const any of given) {
              const one = paged(any, model)
              // A file is created and then written: two changes.
              if (one.do === 'write' && !model.has(one.path)) {
                model = new Map(model).set(one.path, new Uint8Array())
                keep()
              }
              model = applyTo(model, one)
              keep()
              perform(files, one)
              if (snapshots) files.snapshot()
            }
          } catch (error) {
            // However it shows: nothing was amiss before the kill.
            if (directory.life >= 0) throw error
          }
          expect(states).toContain(textOf(contentsOf(await reopen(directory))))
        },
      ),
      { numRuns: 150 },
    )
  })

  it('refuse what there is no room for, and stay whole', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 0, max: 400_000 }), async (given, room) => {
        const directory = new FakeDirectory()
        const files = await begin(directory)
        const used = [...directory.files.values()].reduce((sum, bytes) => sum + bytes.length, 0)
        directory.quota = used + room
        let model: Model = new Map()
        for (const one of given) {
          try {
            perform(files, one)
            model = applyTo(model, one)
          } catch (error) {
            expect(error).toBeInstanceOf(NoSpace)
            // What was refused may have been begun: an empty file, or zeros up to where it should go.
            model = contentsOf(files)
            if (files.failure) return
          }
        }
        expect(textOf(contentsOf(files))).toBe(textOf(model))
        files.flush()
        expect(textOf(contentsOf(await reopen(directory)))).toBe(textOf(model))
      }),
      { numRuns: 100 },
    )
  })

  it('keep an unlinked file as long as it is open', async () => {
    const directory = new FakeDirectory()
    const files = await begin(directory)
    const file = files.create('/a', 0o100600)
    files.write(file, new Uint8Array(9000).fill(7), 0)
    file.opened++
    files.remove('/a')
    files.flush()
    files.write(files.create('/b', 0o100600), new Uint8Array(9000).fill(8), 0)
    const bytes = new Uint8Array(9000)
    files.read(file, bytes, 0)
    expect(new Set(bytes)).toEqual(new Set([7]))
    file.opened--
    files.closed(file)
    files.flush()
    expect(contentsOf(await reopen(directory)).has('/a')).toBe(false)
  })

  it('keep nothing of what Postgres makes anew at each start', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 9_000 })), {
          maxLength: 8,
        }),
        async (writes) => {
          const directory = new FakeDirectory()
          const files = await begin(directory)
          const before = textOfFiles(directory)
          const file = files.create('/base/pg_internal.init.42', 0o100600)
          let model = new Uint8Array()
          for (const [index, [at, size]] of writes.entries()) {
            files.write(file, new Uint8Array(size).fill(index + 1), at)
            if (size > 0) {
              const next = new Uint8Array(Math.max(model.length, at + size))
              next.set(model)
              model = next.fill(index + 1, at, at + size)
            }
            if (index % 3 === 2) {
              files.resize(file, model.length >> 1)
              model = model.slice(0, model.length >> 1)
            }
          }
          files.rename('/base/pg_internal.init.42', '/base/pg_internal.init')
          const bytes = new Uint8Array(file.size)
          expect(files.read(file, bytes, 0)).toBe(model.length)
          expect(Buffer.compare(bytes, model)).toBe(0)
          files.flush()
          expect(textOfFiles(directory)).toBe(before)
          files.snapshot()
          expect((await reopen(directory)).find('/base/pg_internal.init')).toBeUndefined()
        },
      ),
      { numRuns: 40 },
    )
  })

  it('let go of such a file that an earlier version kept', async () => {
    const directory = new FakeDirectory()
    const { files: earlier } = await Files.open(directory.handle)
    const bytes = new Uint8Array(9000).fill(5)
    earlier.fill([
      { path: '/base', kind: 'directory', bytes: new Uint8Array() },
      { path: '/base/pg_internal.init', kind: 'file', bytes },
    ])
    const later = directory.reopened()
    const { files } = await Files.open(later.handle)
    const found = new Uint8Array(9000)
    files.read(files.get('/base/pg_internal.init') as File, found, 0)
    expect(Buffer.compare(found, bytes)).toBe(0)
    const made = files.create('/base/pg_internal.init.42', 0o100600)
    files.write(made, new Uint8Array(10).fill(6), 0)
    files.rename('/base/pg_internal.init.42', '/base/pg_internal.init')
    files.write(files.create('/base/1', 0o100600), new Uint8Array(20_000).fill(7), 0)
    files.flush()
    const { files: after } = await Files.open(later.reopened().handle)
    expect(after.find('/base/pg_internal.init')).toBeUndefined()
    expect(contentsOf(after).get('/base/1')).toEqual(new Uint8Array(20_000).fill(7))
  })

  it('tell of many new and emptied files in one write', async () => {
    const directory = new FakeDirectory()
    const files = await begin(directory)
    const bytes = new Uint8Array(page).fill(3)
    const make = (name: string) => files.write(files.create(name, 0o100600), bytes, 0)
    for (let at = 0; at < 100; at++) make(`/base/${at}`)
    files.flush()
    directory.life = 1000
    for (let at = 0; at < 100; at++) {
      make(`/base/new-${at}`)
      files.resize(files.get(`/base/${at}`) as File, 0)
      files.remove(`/base/${at}`)
    }
    files.flush()
    expect(1000 - directory.life).toBe(101)
    const found = await reopen(directory)
    expect(found.find('/base/7')).toBeUndefined()
    expect(found.get('/base/new-7')).toMatchObject({ size: page })
  })

  it('say so when the journal is damaged, instead of beginning anew', async () => {
    const directory = new FakeDirectory()
    const files = await begin(directory)
    files.write(files.create('/a', 0o100600), new Uint8Array(10), 0)
    files.snapshot()
    for (const [name, bytes] of directory.files) if (name !== 'data') bytes.fill(0, 0, 20)
    await expect(Files.open(directory.handle)).rejects.toBeInstanceOf(JournalDamaged)
  })

  it('do not go back to an older journal when the newest is damaged', async () => {
    const directory = new FakeDirectory()
    const files = await begin(directory)
    files.write(files.create('/a', 0o100600), new Uint8Array(10), 0)
    files.snapshot()
    directory.files.get('journal-b')?.fill(0, 0, 20)
    await expect(Files.open(directory.handle)).rejects.toBeInstanceOf(JournalDamaged)
  })
})

/** All that lies on disk. */
const textOfFiles = (directory: FakeDirectory): string => textOf(directory.files)

const textOf = (model: Model): string =>
  [...model]
    .map(([name, bytes]) => `${name} ${bytes.length} ${createHash('sha1').update(bytes).digest('hex')}`)
    .sort()
    .join('\n')
