import { randomUUID } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNote, uploadDocument } from '../../src/contract/dossier.ts'
import { exportWorkspace, importWorkspace } from '../../src/contract/workspace.ts'
import { upgradeFrom } from '../../src/server/workspace/upgrade.ts'
import { readZip } from '../../src/server/workspace/zip-reader.ts'
import { problemOf, startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { wholeMission } from '../support/mission-whole.ts'
import { everythingIn } from '../support/tables.ts'

let api: TestApi
let file: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  api = await startApi()
  const { id: recordId } = await makers(api).organisation({ websites: [{ url: 'https://example.org' }] })
  const record = { noun: 'organisations' as const, recordId }
  await api.call(createNote, { body: { ...record, body: 'A note' } })
  await api.call(createNote, { body: { ...record, body: 'Another note' } })
  await api.call(uploadDocument, { query: { ...record, filename: 'a' }, body: new Uint8Array([1, 2, 3]) })
  await wholeMission(api)
  file = (await api.call(exportWorkspace, {})).bytes
})
afterAll(() => api.stop())

type Entries = Record<string, Uint8Array>
type Row = Record<string, unknown>

/** The file with something else in it. */
function altered(change: (entries: Entries) => void): Uint8Array<ArrayBuffer> {
  const entries = unzipSync(file)
  change(entries)
  return new Uint8Array(zipSync(entries as Zippable))
}

const rowsIn = (bytes: Uint8Array | undefined): Row[] =>
  strFromU8(bytes ?? new Uint8Array())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)

/** The file with other rows in one table; the manifest counts them. */
const withRows = (table: string, change: (rows: Row[]) => unknown[]) =>
  altered((entries) => {
    const name = `tables/${table}.ndjson`
    const rows = change(rowsIn(entries[name]))
    entries[name] = strToU8(
      rows.map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join(''),
    )
    const manifest = JSON.parse(strFromU8(entries['manifest.json'] as Uint8Array))
    manifest.tables[table] = rows.length
    entries['manifest.json'] = strToU8(JSON.stringify(manifest))
  })
const withFirst = (table: string, change: Row) =>
  withRows(table, ([first, ...rest]) => [{ ...first, ...change }, ...rest])
const withManifest = (change: Row) =>
  altered((entries) => {
    const manifest = JSON.parse(strFromU8(entries['manifest.json'] as Uint8Array))
    entries['manifest.json'] = strToU8(JSON.stringify({ ...manifest, ...change }))
  })

/** Bytes of a little zip with one byte of its directory entry changed. */
function spoilt(at: number, value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(zipSync({ 'manifest.json': strToU8('{}'.repeat(100)) }))
  bytes[
    bytes.findLastIndex((_, n) => bytes[n] === 0x50 && bytes[n + 2] === 0x01 && bytes[n + 3] === 0x02) + at
  ] = value
  return bytes
}

const unknown = randomUUID()
const flawed: [name: string, make: () => Uint8Array<ArrayBuffer>, where: string, line?: number][] = [
  ['nothing', () => new Uint8Array(), 'file'],
  ['no zip', () => strToU8('This is a letter, not a zip file') as Uint8Array<ArrayBuffer>, 'file'],
  ['a zip cut short', () => file.slice(0, file.length - 400), 'file'],
  ['the end of a zip', () => file.slice(file.length - 400), 'file'],
  ['an encrypted zip', () => spoilt(8, 1), 'file'],
  ['a zip packed in another way', () => spoilt(10, 9), 'file'],
  ['an entry that can’t be so large', () => spoilt(26, 255), 'file'],
  ['an entry larger than it says', () => spoilt(24, 7), 'manifest.json'],
  ['an entry with another checksum', () => spoilt(16, 0), 'manifest.json'],
  ['no manifest', () => altered((entries) => delete entries['manifest.json']), 'manifest.json'],
  [
    'a manifest that is not JSON',
    () => altered((entries) => (entries['manifest.json'] = strToU8('{'))),
    'manifest.json',
  ],
  ['another format', () => withManifest({ format: 'zip' }), 'manifest.json'],
  ['a later format', () => withManifest({ version: 2, more: true }), 'manifest.json'],
  ['a later schema', () => withManifest({ schema: '9999_future' }), 'manifest.json'],
  ['other counts', () => withManifest({ documents: 7 }), 'manifest.json'],
  [
    'a missing table',
    () => altered((entries) => delete entries['tables/people.ndjson']),
    'tables/people.ndjson',
  ],
  [
    'a table of its own',
    () => altered((entries) => (entries['tables/users.ndjson'] = strToU8('{}'))),
    'tables/users.ndjson',
  ],
  [
    'a path out of it',
    () => altered((entries) => (entries['../../etc/passwd'] = strToU8('x'))),
    '../../etc/passwd',
  ],
  [
    'a document of another name',
    () => altered((entries) => (entries[`documents/${'0'.repeat(64)}`] = strToU8('x'))),
    'manifest.json',
  ],
  [
    'a row too few',
    () => altered((entries) => (entries['tables/notes.ndjson'] = strToU8(''))),
    'tables/notes.ndjson',
  ],
  [
    'a line that is not JSON',
    () => withRows('notes', (rows) => [rows[0], '{"id":']),
    'tables/notes.ndjson',
    2,
  ],
  ['a line that is no object', () => withRows('notes', () => ['[]']), 'tables/notes.ndjson', 1],
  ['an unknown column', () => withFirst('notes', { secret: 1 }), 'tables/notes.ndjson', 1],
  ['a column too few', () => withFirst('notes', { body: undefined }), 'tables/notes.ndjson', 1],
  ['an empty column', () => withFirst('notes', { body: null }), 'tables/notes.ndjson', 1],
  ['a value of another type', () => withFirst('notes', { body: { a: 1 } }), 'tables/notes.ndjson', 1],
  [
    'an id that is none',
    () => withRows('notes', ([one, two]) => [one, { ...two, id: 'x' }]),
    'tables/notes.ndjson',
    2,
  ],
  ['an id twice', () => withRows('notes', ([one]) => [one, one]), 'tables/notes.ndjson', 2],
  ['a number beyond reason', () => withFirst('notes', { version: 1e300 }), 'tables/notes.ndjson', 1],
  ['a text with NUL', () => withFirst('notes', { body: '\u0000' }), 'tables/notes.ndjson', 1],
  ['an unknown noun', () => withFirst('notes', { noun: 'missiles' }), 'tables/notes.ndjson', 1],
  ['a note about nothing', () => withFirst('notes', { record_id: unknown }), 'tables/notes.ndjson'],
  [
    'a script for an address',
    () => withFirst('organisation_websites', { url: 'javascript:alert(1)' }),
    'tables/organisation_websites.ndjson',
    1,
  ],
  [
    'a website of nobody',
    () => withFirst('organisation_websites', { organisation_id: unknown }),
    'tables/organisation_websites.ndjson',
    1,
  ],
  [
    'a header in a media type',
    () => withFirst('documents', { media_type: 'a/b\r\nx: y' }),
    'tables/documents.ndjson',
    1,
  ],
  ['a document of another size', () => withFirst('documents', { size: 4 }), 'tables/documents.ndjson'],
  [
    'a document without bytes',
    () => withFirst('documents', { sha256: 'f'.repeat(64) }),
    'tables/documents.ndjson',
    1,
  ],
  ['two workspaces or none', () => withRows('workspace', () => []), 'tables/workspace.ndjson'],
  ['settings that are none', () => withFirst('workspace', { language: 'xx' }), 'tables/workspace.ndjson'],
  [
    'changes of no change set',
    () => withFirst('changes', { change_set_id: unknown }),
    'tables/changes.ndjson',
  ],
  [
    'no time zone for one',
    () => withFirst('missions', { home_time_zone: 'Mars' }),
    'tables/missions.ndjson',
    1,
  ],
  ['more companies than places', () => withFirst('missions', { capacity: 1 }), 'tables/missions.ndjson'],
  [
    'who takes part in no state',
    () => withRows('participation_states', () => []),
    'tables/participations.ndjson',
  ],
  [
    'half a fee',
    () => withFirst('participations', { fee_minor: 5, fee_currency: null }),
    'tables/participations.ndjson',
  ],
  [
    'a slot twice in one hour',
    () => withRows('slots', (rows) => rows.map((row) => ({ ...row, starts: '09:00:00', ends: '09:30:00' }))),
    'tables',
  ],
  [
    'two at one table',
    () =>
      withRows('meetings', ([one]) => [
        one,
        {
          ...one,
          id: unknown,
          a_id: (one as { b_id: string }).b_id,
          b_id: (one as { a_id: string }).a_id,
          deleted_at: null,
        },
      ]),
    'tables/meetings.ndjson',
    2,
  ],
  [
    'a nest without end',
    () => withFirst('changes', { after: JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`) }),
    'tables/changes.ndjson',
    1,
  ],
]

describe('a workspace file is refused as a whole', () => {
  it.each(flawed)('with %s', async (_, make, where, line) => {
    const before = await everythingIn(api.db)
    const problem = await problemOf(await api.send(importWorkspace, { body: make() }))
    expect(problem).toMatchObject({ status: 422, code: 'workspace_file_invalid' })
    expect(problem.params).toMatchObject({
      where,
      why: expect.any(String),
      ...(line === undefined ? {} : { line }),
    })
    expect(await everythingIn(api.db)).toEqual(before)
  })

  it('wherever one byte of it is another', async () => {
    const before = await everythingIn(api.db)
    for (let n = 0; n < 40; n++) {
      const at = Math.floor((file.length / 40) * n)
      const bytes = file.slice()
      bytes[at] = (bytes[at] as number) ^ 0xff
      const response = await api.send(importWorkspace, { body: bytes })
      // A byte of a local header says nothing that the directory does not say again: such a file is taken.
      expect([200, 422]).toContain(response.status)
    }
    expect(await everythingIn(api.db)).toEqual({ ...before, idempotency_keys: expect.any(Array) })
  })
})

describe('a zip', () => {
  it('is read as another writer made it', () => {
    const content = {
      'a.txt': strToU8('hello'),
      'b/c.txt': strToU8('x'.repeat(100_000)),
      empty: new Uint8Array(),
    }
    const entries = readZip(new Uint8Array(zipSync(content)))
    expect(entries.map(({ name, size }) => [name, size])).toEqual([
      ['a.txt', 5],
      ['b/c.txt', 100_000],
      ['empty', 0],
    ])
    expect(strFromU8(entries[0]!.read())).toBe('hello')
    expect(entries[1]!.read()).toEqual(new Uint8Array(content['b/c.txt']))
    expect(entries[2]!.read()).toEqual(new Uint8Array())
  })
})

describe('a file of an earlier schema', () => {
  const names = ['0001', '0002', '0003']
  const upgrades = [
    {
      migration: '0002',
      row: (table: string, row: Row) => (table === 'notes' ? { ...row, colour: null } : row),
    },
    { migration: '0003', row: (table: string, row: Row) => (table === 'fads' ? null : { ...row, steps: 3 }) },
  ]

  it('is brought forward by each migration since, in order', () => {
    expect(upgradeFrom('0001', names, upgrades)('notes', { id: 1 })).toEqual({
      id: 1,
      colour: null,
      steps: 3,
    })
    expect(upgradeFrom('0002', names, upgrades)('notes', { id: 1 })).toEqual({ id: 1, steps: 3 })
    expect(upgradeFrom('0003', names, upgrades)('fads', { id: 1 })).toEqual({ id: 1 })
    expect(upgradeFrom('0001', names, upgrades)('fads', { id: 1 })).toBeNull()
  })

  it('gets the columns that carried tables have come to have since', () => {
    const forward = upgradeFrom('0007_found_by_presence')
    expect(forward('documents', { id: 1 })).toEqual({ id: 1, sample: false })
    expect(forward('participation_states', { id: 1 })).toEqual({ id: 1, aid: null })
    expect(forward('tasks', { id: 1 })).toEqual({
      id: 1,
      repeats: null,
      follows_id: null,
      snoozed_from: null,
      snoozed_until: null,
      snoozed_to_start: false,
    })
  })
})
