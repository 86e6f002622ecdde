import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNote, uploadDocument } from '../../src/contract/dossier.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { exportWorkspace, importWorkspace } from '../../src/contract/workspace.ts'
import { beginAudit } from '../../src/server/audit/acts.ts'
import { seal } from '../../src/server/audit/seal.ts'
import { verify } from '../../src/server/audit/verify.ts'
import { carriedHostTables } from '../../src/server/backup/host-tables.ts'
import { NotEmpty, readThrough, restore } from '../../src/server/backup/restore.ts'
import { writeBackup } from '../../src/server/backup/write.ts'
import type { Db } from '../../src/server/db/database.ts'
import { FileRefused, readBackup, writeFile } from '../../src/server/node/backup-file.ts'
import { fileTables } from '../../src/server/workspace/file-format.ts'
import { joined } from '../../src/server/workspace/zip-writer.ts'
import { apiOver, startApi, type TestApi } from '../support/api.ts'
import { testDatabase } from '../support/database.ts'
import { makers } from '../support/make.ts'
import { wholeMission } from '../support/mission-whole.ts'
import { everythingIn } from '../support/tables.ts'

let api: TestApi
let file: Uint8Array<ArrayBuffer>
const clock = () => new Date('2024-03-01T09:00:00Z')
const given = { now: clock(), newId: randomUUID }
const userId = randomUUID()

async function backedUp(db: Db): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  await writeBackup(db, clock(), async (part) => void parts.push(part))
  return joined(parts)
}

beforeAll(async () => {
  api = await startApi()
  const { db } = api
  await beginAudit(db)
  const { id: recordId } = await makers(api).organisation()
  const record = { noun: 'organisations' as const, recordId }
  await api.call(createNote, { body: { ...record, body: 'A note' } })
  await api.call(uploadDocument, { query: { ...record, filename: 'a' }, body: new Uint8Array([1, 2, 3]) })
  await wholeMission(api)
  const person = await makers(api).person({ email: 'anne@example.org' })
  const at = clock().toISOString()
  const dated = { created_at: at, updated_at: at }
  await db
    .insertInto('auth_users')
    .values({ id: userId, name: 'Anne', email: 'anne@example.org', person_id: person.id, ...dated })
    .execute()
  await db
    .insertInto('auth_accounts')
    .values({
      id: randomUUID(),
      account_id: userId,
      provider_id: 'credential',
      user_id: userId,
      password: 'hash',
      ...dated,
    })
    .execute()
  await db
    .insertInto('auth_sessions')
    .values({ id: randomUUID(), token: 'secret', user_id: userId, expires_at: at, ...dated })
    .execute()
  await db
    .insertInto('appointments')
    .values({ id: randomUUID(), user_id: userId, role: 'administrator', created_at: at })
    .execute()
  await seal(db, clock)
  file = await backedUp(db)
})
afterAll(() => api.stop())

describe('a backup', () => {
  it('gives back every table, accounts and audit among them, and nobody is signed in', async () => {
    const before = await everythingIn(api.db)
    const { db, drop } = await testDatabase()
    const told = await restore(db, file, given)
    expect(told).toMatchObject({ documents: 1, madeAt: clock().toISOString() })
    const after = await everythingIn(db)
    const compared = [
      ...fileTables.map(({ name }) => name),
      ...carriedHostTables,
      'document_contents',
      'search_entries',
      'seats',
    ]
    for (const name of compared.filter((table) => table !== 'audit_entries'))
      expect([name, after[name]]).toEqual([name, before[name]])
    expect(after.audit_entries).toEqual(expect.arrayContaining(before.audit_entries ?? []))
    expect(after.auth_sessions).toEqual([])
    expect(await verify(db)).toMatchObject({ ok: true })
    // What is numbered goes on, and so does the chain.
    await makers(apiOver(db)).organisation()
    await seal(db, clock)
    expect(await verify(db)).toMatchObject({ ok: true, pending: 0 })
    await drop()
  })

  it('is restored into nothing but an empty database', async () => {
    const before = await everythingIn(api.db)
    await expect(restore(api.db, file, given)).rejects.toThrow(NotEmpty)
    expect(await everythingIn(api.db)).toEqual(before)
  })

  it('is of one moment, whatever is written meanwhile', async () => {
    const { db, drop } = await testDatabase()
    const own = apiOver(db)
    const make = makers(own)
    const ids = [(await make.organisation()).id, (await make.organisation()).id] as const
    const focus = (id: string, value: number) =>
      sql`update organisations set focus = ${String(value)} where id = ${id}`
    await focus(ids[0], 500).execute(db)
    await focus(ids[1], 500).execute(db)
    let going = true
    const move = async () => {
      for (let n = 1; going; n++)
        await db.transaction().execute(async (tx) => {
          await focus(ids[0], 500 - (n % 400)).execute(tx)
          await focus(ids[1], 500 + (n % 400)).execute(tx)
        })
    }
    const moving = move()
    const files: Uint8Array<ArrayBuffer>[] = []
    for (let n = 0; n < 5; n++) files.push(await backedUp(db))
    going = false
    await moving
    for (const bytes of files) {
      const rows = strFromU8(unzipSync(bytes)['tables/organisations.ndjson'] as Uint8Array)
      const found = rows
        .trim()
        .split('\n')
        .map((line) => Number(JSON.parse(line).focus))
      expect(found.reduce((sum, value) => sum + value, 0)).toBe(1000)
    }
    await drop()
  })

  it('can be brought in as a workspace, without its accounts', async () => {
    const fresh = await startApi()
    const workspace = await fresh.call(importWorkspace, { body: file })
    expect(workspace.counts.missions).toBe(1)
    expect(await fresh.db.selectFrom('auth_users').select('id').execute()).toEqual([])
    await fresh.stop()
  })

  it('is refused where it is damaged, and nothing is written', async () => {
    const { db, drop } = await testDatabase()
    const before = await everythingIn(db)
    const entries = () => unzipSync(file) as Zippable
    const altered = (change: (all: Zippable) => void) => {
      const all = entries()
      change(all)
      return new Uint8Array(zipSync(all))
    }
    const flipped = file.slice()
    flipped[Math.floor(file.length / 3)]! ^= 1
    const damaged: Uint8Array<ArrayBuffer>[] = [
      new Uint8Array(),
      new Uint8Array(1000).fill(7),
      file.slice(0, file.length - 1),
      file.slice(0, file.length / 2),
      flipped,
      altered((all) => delete all['host/auth_users.ndjson']),
      altered((all) => delete all['tables/notes.ndjson']),
      altered((all) => {
        all['host/auth_users.ndjson'] = strToU8('not json\n')
      }),
      altered((all) => {
        all['host.json'] = strToU8('{}')
      }),
      altered((all) => {
        all['host/auth_users.ndjson'] = strToU8(`${JSON.stringify({ id: userId, colour: 'red' })}\n`)
      }),
      altered((all) => {
        all['../../etc/passwd'] = strToU8('x')
      }),
    ]
    for (const bytes of damaged)
      await expect(restore(db, bytes, given)).rejects.toMatchObject({ code: 'workspace_file_invalid' })
    expect(await everythingIn(db)).toEqual(before)
    await drop()
  })
})

describe('a workspace file', () => {
  it('is restored without accounts; brought in by an administrator it leaves the accounts there', async () => {
    const source = await startApi()
    await makers(source).person({ familyName: 'Other Anne', email: 'ANNE@example.org' })
    const { bytes } = await source.call(exportWorkspace, {})
    await source.stop()
    const { db, drop } = await testDatabase()
    expect(await readThrough(bytes)).toMatchObject({ madeAt: null, hostRows: 0 })
    await restore(db, bytes, given)
    expect(await db.selectFrom('auth_users').select('id').execute()).toEqual([])
    await drop()

    const host = await testDatabase()
    await restore(host.db, file, given)
    const own = apiOver(host.db)
    const at = clock().toISOString()
    const stranger = {
      id: randomUUID(),
      name: 'Zoe Noir',
      email: 'zoe@example.org',
      created_at: at,
      updated_at: at,
    }
    await host.db.insertInto('auth_users').values(stranger).execute()
    await own.call(importWorkspace, { body: bytes })
    const { rows } = await sql<{ email: string; family: string }>`
      select u.email, p.family_name as family from auth_users u join people p on p.id = u.person_id order by u.email`.execute(
      host.db,
    )
    expect(rows).toEqual([
      { email: 'anne@example.org', family: 'Other Anne' },
      { email: 'zoe@example.org', family: 'Zoe Noir' },
    ])
    // It can be worked in, and the audit goes on over both.
    await own.call(organisationRecords.create, { body: { name: 'After', kinds: ['cluster'] } })
    await seal(host.db, clock)
    expect(await verify(host.db)).toMatchObject({ ok: true })
    await host.drop()
  })
})

describe('on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-backup-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const streamOf = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes]).stream()
  const passphrase = 'a long enough passphrase'

  it('says which folder there is not, before anything is read', async () => {
    const path = join(folder, 'nowhere', 'x.corridor')
    const refused = await writeFile(path, streamOf(file), null).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(FileRefused)
    expect((refused as Error).message).toBe(`There is no folder ${join(folder, 'nowhere')}.`)
  })

  it('it is whole or not there, and its owner’s alone', async () => {
    const path = join(folder, 'plain.corridor')
    await writeFile(path, streamOf(file), null)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(Buffer.compare(await readBackup(path, null), file)).toBe(0)
    const cut = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(file.slice(0, 1000))
        controller.error(new Error('The connection was lost'))
      },
    })
    await expect(writeFile(join(folder, 'cut.corridor'), cut, null)).rejects.toThrow(
      'The connection was lost',
    )
    expect(readdirSync(folder)).toEqual(['plain.corridor'])
  })

  it('encrypted it tells nothing, and a wrong passphrase or a missing end is said', async () => {
    const path = join(folder, 'secret.corridor.age')
    await writeFile(path, streamOf(file), passphrase)
    const bytes = readFileSync(path)
    expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
    expect(bytes.includes('organisations')).toBe(false)
    expect(Buffer.compare(await readBackup(path, passphrase), file)).toBe(0)
    const refused = async (secret: string | null, content = bytes) => {
      writeFileSync(path, content)
      const error = await readBackup(path, secret).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(FileRefused)
      return (error as Error).message
    }
    expect(await refused(null)).toMatch(/is encrypted. Give its passphrase/)
    expect(await refused('another passphrase')).toMatch(/The passphrase is not the one/)
    expect(await refused(passphrase, bytes.subarray(0, bytes.length - 1))).toMatch(/damaged or cut short/)
    // Cut exactly between two pieces, too.
    expect(await refused(passphrase, bytes.subarray(0, 300))).toMatch(/damaged or cut short/)
    const flipped = Buffer.from(bytes)
    flipped[bytes.length - 40]! ^= 1
    expect(await refused(passphrase, flipped)).toMatch(/damaged or cut short/)
    await expect(readBackup(join(folder, 'nothing'), null)).rejects.toThrow('There is no file')
  })
})
