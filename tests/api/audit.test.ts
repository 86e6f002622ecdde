import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inviteMember, updateMember } from '../../src/contract/access.ts'
import { type AuditFilters, exportAudit, listAudit, verifyAudit } from '../../src/contract/audit.ts'
import { downloadDocument, uploadDocument } from '../../src/contract/dossier.ts'
import { listExpenses } from '../../src/contract/expenses.ts'
import { undoChange } from '../../src/contract/history.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { personRecords } from '../../src/contract/people.ts'
import { erasePerson, readPersonFile } from '../../src/contract/privacy.ts'
import * as signing from '../../src/contract/sign-in.ts'
import { exportWorkspace, importWorkspace } from '../../src/contract/workspace.ts'
import type { Role } from '../../src/domain/rights.ts'
import { adopt, beginAudit } from '../../src/server/audit/acts.ts'
import { expire } from '../../src/server/audit/expire.ts'
import { type AuditFile, verifyFile } from '../../src/server/audit/file.ts'
import { entriesWhere } from '../../src/server/audit/list.ts'
import { seal } from '../../src/server/audit/seal.ts'
import { verify, verifyIn } from '../../src/server/audit/verify.ts'
import { auditWatch, type Watch } from '../../src/server/audit/watch.ts'
import { wordsOf } from '../../src/server/audit/words.ts'
import type { Actor } from '../../src/server/context.ts'
import type { Tx } from '../../src/server/db/database.ts'
import { accountsHost } from '../../src/server/sign-in/host.ts'
import { apiOver, startApi, type TestApi } from '../support/api.ts'
import { testDatabase } from '../support/database.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let watch: Watch
let api: TestApi
let as: (role: Role) => Actor
let now = Date.parse('2024-03-01T09:00:00Z')
const clock = () => {
  now += 1000
  return new Date(now)
}

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  // Something is there before the audit begins.
  await makers(apiOver(db)).organisation({ name: 'From before' })
  await beginAudit(db)
  watch = auditWatch(db)
  api = apiOver(db, { audit: watch, clock: '2024-03-01' })
  const person = await makers(api).person({ familyName: 'Durand' })
  as = (role) => ({
    ...{ id: person.id, name: 'Durand', role: 'manager', userId: randomUUID() },
    appointments: [{ role, organisationId: null, allianceId: null }],
  })
})
afterAll(async () => {
  await watch.flush()
  await database.drop()
})

const administrator = () => as('administrator')
const sealAll = () => seal(database.db, clock)
const listed = async (query: Partial<AuditFilters> = {}) => {
  await watch.flush()
  return (await api.call(listAudit, { query: { ...query, limit: 200 } })).items
}
const verbs = async (query?: Partial<AuditFilters>) => (await listed(query)).map(({ verb }) => verb)

describe('what is recorded', () => {
  it('is what was changed, by whom, also from before', async () => {
    const actor = administrator()
    const { id } = await api.call(
      organisationRecords.create,
      { body: { name: 'Lyonbiopôle', kinds: ['cluster'] } },
      { actor },
    )
    const [first] = await listed({ recordId: id })
    expect(first).toMatchObject({
      kind: 'change',
      verb: 'organisations.create',
      title: 'Lyonbiopôle',
      person: { name: 'Ada Durand' },
    })
    expect((await listed({ kind: 'change' })).map(({ kind }) => kind)).toContain('adopted')
    const { items } = await api.call(listAudit, { query: { limit: 1 } })
    await api.call(undoChange, { params: { id: items[0]!.changeSetId! } }, { actor })
    expect(await verbs({ recordId: id })).toEqual(['history.undo', 'organisations.create'])
  })

  it('is what is confidential and was seen by somebody signed in, once a look', async () => {
    const actor = as('finance')
    const before = (await listed()).length
    for (let n = 0; n < 3; n++) await api.call(listExpenses, { query: {} }, { actor })
    await api.call(organisationRecords.list, { query: {} }, { actor })
    await api.call(listExpenses, { query: {} })
    const found = await listed({ kind: 'read' })
    expect(found.filter(({ verb }) => verb === 'expenses.list')).toHaveLength(1)
    expect((await listed()).length).toBe(before + 1)
  })

  it('is what was taken out, before it leaves, and never what somebody was refused', async () => {
    const make = makers(api)
    const { id } = await make.person({ familyName: 'Martin' })
    await api.call(readPersonFile, { params: { id } }, { actor: administrator() })
    const record = { noun: 'people' as const, recordId: id }
    const document = await api.call(uploadDocument, {
      query: { ...record, filename: 'letter.pdf' },
      body: new Uint8Array([1]),
    })
    await api.call(downloadDocument, { params: { id: document.id } }, { actor: administrator() })
    await refusal(api.call(readPersonFile, { params: { id } }, { actor: as('viewer') }))
    const rows = await database.db
      .selectFrom('audit_entries')
      .select('verb')
      .where('kind', '=', 'export')
      .orderBy('seq')
      .execute()
    expect(rows.map(({ verb }) => verb)).toEqual(['people.file', 'documents.download'])
    expect((await listed({ kind: 'export' }))[0]?.title).toBe('letter.pdf')
  })

  it('is not lost while the database is away, and is written when the host stops', async () => {
    let away = true
    const failing = new Proxy(database.db, {
      get: (db, name) => {
        if (away && name === 'getExecutor') throw new Error('away')
        const value: unknown = Reflect.get(db, name)
        return typeof value === 'function' ? value.bind(db) : value
      },
    })
    const own = auditWatch(failing)
    const ctx = { actor: administrator(), now: new Date() } as Parameters<Watch['saw']>[0]
    await own.saw(ctx, { ...listExpenses, id: 'grants.list' }, {})
    await own.flush()
    expect(await verbs({ kind: 'read' })).not.toContain('grants.list')
    away = false
    await own.flush()
    expect(await verbs({ kind: 'read' })).toContain('grants.list')
  })

  it('can be narrowed, paged and refused', async () => {
    const all = await listed()
    const [first] = all
    const page = await api.call(listAudit, { query: { limit: 3 } })
    const next = await api.call(listAudit, { query: { limit: 3, cursor: page.next! } })
    expect([...page.items, ...next.items].map(({ seq }) => seq)).toEqual(
      all.slice(0, 6).map(({ seq }) => seq),
    )
    expect(await listed({ person: first!.person?.id ?? randomUUID(), to: '2000-01-01' })).toEqual([])
    expect((await listed({ noun: 'people' })).every(({ noun }) => noun === 'people')).toBe(true)
    const refused = async (actor: Actor | null, query = {}) =>
      (await refusal(api.call(listAudit, { query }, { actor }))).status
    expect(await refused(null)).toBe(401)
    expect(await refused(as('coordinator'))).toBe(403)
    expect(await refused(administrator(), { cursor: 'nonsense' })).toBe(422)
    expect(await refused(administrator(), { kind: 'nonsense' })).toBe(422)
  })
})

describe('signing in and access', () => {
  it('are recorded, with what failed and what was given', async () => {
    const { db, drop } = await testDatabase()
    const origin = 'http://corridor.test'
    let letter = ''
    await beginAudit(db)
    const host = accountsHost({
      ...{
        db,
        clock: () => new Date(),
        newId: randomUUID,
        host: 'node',
        url: origin,
        provider: null,
        always: true,
      },
      secret: 'a secret of at least thirty-two characters',
      mail: async ({ text }) => {
        letter = text
      },
    })
    let cookie = ''
    const ask = async (endpoint: { method: string; path: string }, body: unknown) => {
      const headers = { origin, cookie, 'content-type': 'application/json' }
      const request = new Request(`${origin}/api${endpoint.path}`, {
        method: endpoint.method,
        headers,
        body: JSON.stringify(body),
      })
      const response = await host.fetch(request, '192.0.2.7')
      const set = response.headers.getSetCookie().map((one) => one.split(';')[0])
      if (set.length > 0) cookie = set.join('; ')
      return response.json()
    }
    const password = 'correct horse battery'
    const email = 'anne@example.org'
    const token = (await host.setUpLink())?.split('#')[1] ?? ''
    await ask(signing.setUpAdministrator, { token, email, password, givenName: 'Anne', familyName: 'Roux' })
    await ask(signing.signOut, {})
    await ask(signing.signIn, { email, password: 'not this one at all' })
    await ask(signing.signIn, { email: 'stranger@example.org', password })
    await ask(signing.signIn, { email, password })
    const invited = await ask(personRecords.create, { familyName: 'Petit' })
    const roles = (role: Role) => [{ role, organisationId: null, allianceId: null }]
    const member = await ask(inviteMember, {
      email: 'petit@example.org',
      personId: invited.id,
      appointments: roles('viewer'),
    })
    expect(letter).toContain('/invitation#')
    const path = updateMember.path.replace('{id}', member.id)
    await ask({ method: updateMember.method, path }, { appointments: roles('finance') })
    const entries = await entriesWhere({ db }, sql`true`, 100)
    expect(
      entries.reverse().map(({ verb, detail, email: of }) => [verb, of, detail?.failed ?? null]),
    ).toEqual([
      ['people.create', null, null],
      ['auth.set-up', email, null],
      ['auth.sign-out', email, null],
      ['auth.sign-in', email, 'sign_in_refused'],
      ['auth.sign-in', null, 'sign_in_refused'],
      ['auth.sign-in', email, null],
      ['people.create', email, null],
      ['access.invite', email, null],
      ['access.update', email, null],
    ])
    expect(entries.at(-1)?.detail).toEqual({ before: roles('viewer'), now: roles('finance') })
    expect(entries.at(-1)?.title).toBe('petit@example.org')
    expect(JSON.stringify(entries)).not.toContain('stranger@')
    await seal(db, clock)
    expect(await verify(db)).toMatchObject({ ok: true, pending: 0 })
    await drop()
  })
})

describe('the chain', () => {
  it('holds, whoever seals and however often, in blocks', async () => {
    await watch.flush()
    await Promise.all([sealAll(), sealAll()])
    expect(await sealAll()).toBeNull()
    await makers(api).organisation()
    await Promise.all([sealAll(), makers(api).organisation(), sealAll()])
    await sealAll()
    const verdict = await api.call(verifyAudit, { query: {} })
    expect(verdict).toMatchObject({ ok: true, flaw: null, pending: 0 })
    expect(verdict.blocks).toBeGreaterThan(1)
    expect(wordsOf(verdict)[0]).toBe('The audit is whole.')
  })

  it('says what is not sealed yet', async () => {
    await makers(api).organisation()
    expect(await verify(database.db)).toMatchObject({ ok: true, pending: 1 })
  })

  it('holds after an erasure, which it tells of', async () => {
    const { id, version } = await makers(api).person({ familyName: 'Oublié', email: 'oublie@example.org' })
    await sealAll()
    await api.call(
      erasePerson,
      { params: { id }, body: { name: 'Ada Oublié' } },
      { version, actor: administrator() },
    )
    expect(await verify(database.db)).toMatchObject({ ok: true })
    await sealAll()
    const verdict = await verify(database.db)
    expect(verdict).toMatchObject({ ok: true, pending: 0, redacted: 1 })
    // Nobody can tell any more, by trying, what stood there.
    const rows = await database.db
      .selectFrom('audit_entries')
      .select(['verb', 'content_salt'])
      .where('record_id', '=', id)
      .where('verb', '=', 'people.create')
      .execute()
    expect(rows).toEqual([{ verb: 'people.create', content_salt: null }])
  })

  it('holds after a workspace was brought in, whose history it takes over', async () => {
    const { bytes } = await api.call(exportWorkspace, {})
    await api.call(importWorkspace, { body: bytes })
    await sealAll()
    expect(await verify(database.db)).toMatchObject({ ok: true, replaced: 0 })
    const other = await startApi()
    await makers(other).organisation()
    const file = (await other.call(exportWorkspace, {})).bytes
    await other.stop()
    await api.call(importWorkspace, { body: file })
    await sealAll()
    const verdict = await verify(database.db)
    expect(verdict.ok).toBe(true)
    expect(verdict.replaced).toBeGreaterThan(0)
  })

  it('holds after what is too old was forgotten, which it tells of', async () => {
    await watch.flush()
    await sealAll()
    const count = await expire(database.db, new Date('2026-01-01T00:00:00Z'), 12)
    expect(count).toBeGreaterThan(2)
    expect(await verify(database.db)).toMatchObject({ ok: true, expired: count })
    await sealAll()
    expect(await verify(database.db)).toMatchObject({ ok: true, expired: count, pending: 0 })
    const forgotten = (await listed()).filter(({ expired }) => expired)
    expect(forgotten[0]).toMatchObject({ verb: null, person: null, recordId: null, detail: null })
    expect(await expire(database.db, new Date('2026-01-01T00:00:00Z'), 12)).toBe(0)
  })
})

describe('what was tampered with', () => {
  /** What is found after a change past the application, which is taken back. */
  async function flawAfter(tamper: (tx: Tx) => Promise<unknown>, anchor?: string) {
    const back = new Error('taken back')
    let found: Awaited<ReturnType<typeof verifyIn>> | undefined
    await database.db
      .transaction()
      .execute(async (tx) => {
        await tamper(tx)
        found = await verifyIn(tx, anchor)
        throw back
      })
      .catch((error) => {
        if (error !== back) throw error
      })
    return found!.flaw
  }
  const run = (text: string) => (tx: Tx) => sql.raw(text).execute(tx)

  it('is found, and the first of it named', async () => {
    await makers(api).organisation()
    await sealAll()
    await makers(api).organisation()
    await sealAll()
    expect(await flawAfter(async () => {})).toBeNull()
    const last = (await verify(database.db)).entries
    const { head } = await verify(database.db)
    const ofEntry = (text: string) => run(text.replaceAll('$', String(last)))
    const cases: [flaw: object, tamper: (tx: Tx) => Promise<unknown>][] = [
      [
        { code: 'altered', position: last },
        ofEntry(`update audit_entries set person_id = gen_random_uuid() where position = $`),
      ],
      [
        { code: 'altered', position: last },
        ofEntry(`update audit_entries set verb = 'people.read' where position = $`),
      ],
      [
        { code: 'broken', position: last },
        ofEntry(`update audit_entries set at = at - interval '1 day' where position = $`),
      ],
      [
        { code: 'altered', position: last },
        ofEntry(`update audit_entries set expired = true where position = $`),
      ],
      [{ code: 'missing', position: 2 }, run('delete from audit_entries where position = 2')],
      [
        { code: 'broken', position: 2 },
        async (tx) => {
          await run('delete from audit_entries where position = 2')(tx)
          await run('update audit_entries set position = 2 where position = 3')(tx)
        },
      ],
      [{ code: 'missing', position: last }, ofEntry('delete from audit_entries where position = $')],
      [
        { code: 'surplus', position: last + 1 },
        ofEntry(
          `insert into audit_entries (at, kind, position, act, hash) values (now(), 'read', $ + 1, 'a', 'b')`,
        ),
      ],
      [{ code: 'block' }, run(`update audit_blocks set at = at + interval '1 day' where number = 1`)],
      [{ code: 'block', block: 1 }, run('delete from audit_blocks where number = 1')],
      [
        { code: 'tail' },
        async (tx) => {
          await run('delete from audit_blocks where number = (select max(number) from audit_blocks)')(tx)
          await run('delete from audit_entries where position > (select max(last) from audit_blocks)')(tx)
        },
      ],
      [
        { code: 'history_altered' },
        run(
          `update changes set after = after || '{"name":"Forged"}' where seq = (select max(seq) from changes)`,
        ),
      ],
      [{ code: 'history_altered' }, run('delete from changes where seq = (select max(seq) from changes)')],
      [
        { code: 'history_altered' },
        run(
          `update change_sets set actor_id = gen_random_uuid() where seq = (select max(seq) from change_sets)`,
        ),
      ],
      [
        { code: 'history_gone', position: last },
        run('delete from change_sets where seq = (select max(seq) from change_sets)'),
      ],
      [
        { code: 'history_added' },
        run(
          `insert into change_sets (id, at, verb) values (gen_random_uuid(), now(), 'organisations.create')`,
        ),
      ],
      [{ code: 'tail' }, run("update audit_head set hash = repeat('0', 64)")],
    ]
    for (const [flaw, tamper] of cases) expect(await flawAfter(tamper)).toMatchObject(flaw)
    expect(await flawAfter(async () => {}, head!.hash)).toBeNull()
  })

  it('is found by a seal noted elsewhere even where the chain was written anew', async () => {
    const { head } = await verify(database.db)
    const rewrite = async (tx: Tx) => {
      await run(
        'update audit_entries set position = null, salt = null, act = null, content_salt = null, content = null, hash = null, expired = false',
      )(tx)
      await run('delete from audit_blocks')(tx)
      await run(`update audit_head set blocks = 0, entries = 0, hash = ''`)(tx)
      await adopt(tx)
      await seal(
        { transaction: () => ({ execute: (work: (inner: Tx) => Promise<unknown>) => work(tx) }) } as never,
        clock,
      )
    }
    expect(await flawAfter(rewrite)).toBeNull()
    expect(await flawAfter(rewrite, head!.hash)).toMatchObject({ code: 'anchor' })
  })

  it('is found in an exported file, whatever single thing was altered', async () => {
    const file = await exported({})
    expect(await verifyFile(file)).toMatchObject({ ok: true, entries: file.entries.length })
    const narrowed = await exported({ kind: 'change' })
    expect(narrowed.entries).toHaveLength(file.entries.length)
    expect(narrowed.entries.filter(({ salt }) => salt === undefined).length).toBeGreaterThan(0)
    for (const whole of [file, narrowed]) {
      const places = leavesOf(whole)
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: places.length - 1 }), async (nth) => {
          const copy = structuredClone(whole)
          spoil(copy, places[nth]!)
          expect((await verifyFile(copy)).ok, places[nth]!.join('.')).toBe(false)
        }),
        { numRuns: 150 },
      )
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom('entries' as const, 'blocks' as const),
          fc.nat(),
          fc.nat(),
          fc.constantFrom('remove', 'repeat', 'swap', 'cut'),
          async (list, a, b, how) => {
            const copy = structuredClone(whole)
            const rows: unknown[] = copy[list]
            const [i, j] = [a % rows.length, b % rows.length]
            if (how === 'remove') rows.splice(i, 1)
            else if (how === 'repeat') rows.splice(i, 0, structuredClone(rows[i]))
            else if (how === 'cut') rows.length = i
            else {
              fc.pre(i !== j)
              ;[rows[i], rows[j]] = [rows[j], rows[i]]
            }
            expect((await verifyFile(copy)).ok).toBe(false)
          },
        ),
        { numRuns: 150 },
      )
    }
    expect(await verifyFile({ some: 'thing' })).toMatchObject({ ok: false, flaw: { code: 'unreadable' } })
    expect(await verifyFile(file, file.head!.hash)).toMatchObject({ ok: true })
    expect(await verifyFile(file, 'f'.repeat(64))).toMatchObject({ ok: false, flaw: { code: 'anchor' } })
  })

  it('says of an exported file that names in it are not vouched for', async () => {
    const file = await exported({})
    const named = file.entries.find(({ verb }) => verb)!
    named.person = 'Somebody Else'
    named.email = 'else@example.org'
    named.title = 'Another record'
    const words = wordsOf(await verifyFile(file), 'file')
    expect(words[0]).toBe('The audit is whole.')
    expect(words.at(-2)).toMatch(/^Vouched for, .*userId, personId.*verb, noun, recordId/)
    expect(words.at(-1)).toMatch(/^Not vouched for, .*person, email, title/)
    expect(wordsOf(await verify(database.db)).join()).not.toContain('ouched for')
    named.recordId = 'another'
    const altered = wordsOf(await verifyFile(file), 'file')
    expect(altered[0]).toContain('NOT WHOLE')
    expect(altered.join()).not.toContain('ouched for')
  })

  it('can be read as a table, with the seal of each entry and the last', async () => {
    const { bytes, filename } = await api.call(exportAudit, { query: { format: 'csv', kind: 'change' } })
    const text = new TextDecoder().decode(bytes)
    const { head } = await verify(database.db)
    expect(filename).toContain(head!.hash.slice(0, 16))
    expect(text.trim().split('\r\n').at(-1)).toContain(head!.hash)
    expect(text).toContain('organisations.create')
    expect(text).not.toContain('expenses.list')
  })
})

async function exported(query: Partial<AuditFilters>): Promise<AuditFile> {
  const { bytes } = await api.call(exportAudit, { query: { ...query, format: 'json' } })
  return JSON.parse(new TextDecoder().decode(bytes)) as AuditFile
}

/** For who reads it; not sealed. */
const shown = ['email', 'person', 'title', 'madeAt', 'filters', 'format', 'version']
type Path = (string | number)[]

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, held]) =>
    shown.includes(key) ? [] : leavesOf(held, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

/** Alters one value: a letter, a number, or whether there is any. */
function spoil(value: unknown, path: Path): void {
  const holder = path.slice(0, -1).reduce<unknown>((held, key) => (held as never)[key], value) as Record<
    string,
    unknown
  >
  const key = path.at(-1) as string
  const was = holder[key]
  if (typeof was === 'number') holder[key] = was + 1
  else if (typeof was === 'boolean') holder[key] = !was
  else if (typeof was === 'string' && was) holder[key] = `${was.slice(0, -1)}${was.endsWith('0') ? '1' : '0'}`
  else holder[key] = 'x'
}
