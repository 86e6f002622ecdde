import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords, signAgreement } from '../../src/contract/agreements.ts'
import { createNote, removeDocument, uploadDocument } from '../../src/contract/dossier.ts'
import { listHistory, undoChange } from '../../src/contract/history.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import {
  exportWorkspace,
  importWorkspace,
  readWorkspace,
  resetWorkspace,
  updateWorkspace,
} from '../../src/contract/workspace.ts'
import { createApi } from '../../src/server/app.ts'
import {
  contentTable,
  derivedTables,
  fileTables,
  hostTables,
} from '../../src/server/workspace/file-format.ts'
import { manager, problemOf, startApi, type TestApi, viewer } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { wholeMission } from '../support/mission-whole.ts'
import { refusal } from '../support/refusal.ts'
import { everythingIn } from '../support/tables.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const exported = async (from: TestApi = api) => (await from.call(exportWorkspace, {})).bytes

/** A workspace with something of everything: records, a signature, documents (one deleted), history and an undo. */
async function furnish(): Promise<void> {
  const make = makers(api)
  const agreement = await make.agreement({ title: 'Kansai “関西”' })
  await api.call(
    signAgreement,
    {
      params: { id: agreement.id },
      body: { signatures: [{ partyId: agreement.parties[0]!.id, signedOn: '2008-02-04' }] },
    },
    { version: agreement.version },
  )
  const renewal = await make.agreement({ title: 'A renewal' })
  // The one renewed may stand behind the one that renews it.
  await sql`update agreements set renews_id = ${agreement.id} where id = ${renewal.id}`.execute(api.db)
  const record = { noun: 'agreements' as const, recordId: agreement.id }
  await api.call(createNote, { body: { ...record, body: 'Line one\nline two \u{1F91D}' } })
  const body = new TextEncoder().encode('The press release')
  await api.call(uploadDocument, { query: { ...record, filename: 'press.txt' }, body })
  const gone = await api.call(uploadDocument, {
    query: { ...record, filename: 'gone' },
    body: new Uint8Array([0, 255]),
  })
  await api.call(removeDocument, { params: { id: gone.id } }, { version: 1 })
  const organisation = await make.organisation({ latitude: 45.7640427, longitude: 4.835659 })
  await wholeMission(api)
  await api.call(organisationRecords.remove, { params: { id: organisation.id } }, { version: 1 })
  const { items } = await api.call(listHistory, { query: { limit: 1 } })
  await api.call(undoChange, { params: { id: items[0]!.id } })
}

describe('the settings', () => {
  it('change under the version that was seen, and count the records', async () => {
    const before = await api.call(readWorkspace, {})
    expect(before).toMatchObject({
      name: 'Corridor',
      asOf: null,
      homeCurrency: 'EUR',
      language: 'en',
      origin: 'empty',
    })
    const version = before.version
    const after = await api.call(
      updateWorkspace,
      { body: { name: 'Life Science Corridor', asOf: '2008-09-15', language: 'fr' } },
      { version },
    )
    expect(after).toMatchObject({
      name: 'Life Science Corridor',
      asOf: '2008-09-15',
      homeCurrency: 'EUR',
      version: version + 1,
    })
    await makers(api).organisation()
    expect((await api.call(readWorkspace, {})).counts).toMatchObject({ organisations: 1, people: 0 })
    const stale = await refusal(api.call(updateWorkspace, { body: { name: 'x' } }, { version }))
    expect(stale.problem).toMatchObject({ status: 412, current: { name: 'Life Science Corridor' } })
    expect((await refusal(api.call(updateWorkspace, { body: {} }))).status).toBe(428)
  })

  it('are refused where they are none, to viewers and to nobody', async () => {
    for (const body of [{ homeCurrency: 'euro' }, { language: 'xx' }, { name: '' }, { asOf: '2008-13-01' }])
      expect(await problemOf(await api.send(updateWorkspace, { body }, { version: 2 }))).toMatchObject({
        status: 422,
        errors: [{ path: Object.keys(body)[0] }],
      })
    const asViewer = api.call(updateWorkspace, { body: {} }, { version: 2, actor: viewer })
    expect((await refusal(asViewer)).status).toBe(403)
    expect((await refusal(api.call(readWorkspace, {}, { actor: null }))).status).toBe(401)
  })
})

describe('the workspace file', () => {
  it('carries every table but the host’s own and those made from others', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
      api.db,
    )
    const carried = [...fileTables.map(({ name }) => name), contentTable, ...derivedTables, ...hostTables]
    expect(carried.sort()).toEqual(rows.map(({ name }) => name).sort())
  })

  it('is the same, byte for byte, after export, wipe, import and export', async () => {
    await furnish()
    const before = await everythingIn(api.db)
    const file = await exported()
    expect(await exported()).toEqual(file)
    const fresh = await startApi({ clock: '2011-01-01' })
    await makers(fresh).organisation({ name: 'Will be gone' })
    const workspace = await fresh.call(importWorkspace, { body: file })
    expect(workspace).toMatchObject({ name: 'Life Science Corridor', counts: { agreements: 3, missions: 1 } })
    expect(Buffer.compare(await exported(fresh), file)).toBe(0)
    const after = await everythingIn(fresh.db)
    for (const name of [...fileTables.map((table) => table.name), 'search_entries', 'seats'])
      expect([name, after[name]]).toEqual([name, before[name]])

    // What was undone can be done again there, and numbering goes on after what was loaded.
    const { items } = await fresh.call(listHistory, { query: { limit: 1 } })
    const again = await fresh.call(undoChange, { params: { id: items[0]!.id } })
    expect((await fresh.call(listHistory, { query: { limit: 1 } })).items[0]?.id).toBe(again.id)
    const found = await fresh.call(agreementRecords.list, { query: { q: 'kansai' } })
    expect(found.items).toHaveLength(1)
    await fresh.stop()
  })

  it('is an attachment named after the workspace, with no time of its making in it', async () => {
    const answer = await api.send(exportWorkspace, {})
    expect(answer.headers.get('content-disposition')).toContain('filename="Life Science Corridor.corridor"')
    expect(answer.headers.get('content-type')).toBe('application/vnd.corridor.workspace+zip')
    const first = new Uint8Array(await answer.arrayBuffer())
    api.setClock('2012-12-12')
    expect(Buffer.compare(await exported(), first)).toBe(0)
    api.setClock('2008-09-15')
  })

  it('is exported to whoever may look, imported by managers only', async () => {
    const file = await exported()
    await expect(api.call(exportWorkspace, {}, { actor: viewer })).resolves.toBeDefined()
    expect((await refusal(api.call(exportWorkspace, {}, { actor: null }))).status).toBe(401)
    expect((await refusal(api.call(importWorkspace, { body: file }, { actor: viewer }))).status).toBe(403)
  })

  it('is imported once, however often the request is sent', async () => {
    const fresh = await startApi()
    const file = await exported()
    const key = randomUUID()
    await fresh.call(importWorkspace, { body: file }, { key })
    await makers(fresh).organisation({ name: 'Added since' })
    const replayed = await fresh.send(importWorkspace, { body: file }, { key })
    expect(replayed.headers.get('idempotent-replay')).toBe('true')
    const { items } = await fresh.call(organisationRecords.list, { query: { q: 'Added since' } })
    expect(items).toHaveLength(1)
    await fresh.stop()
  })
})

describe('beginning anew', () => {
  it('with nothing leaves one empty workspace, unnoted', async () => {
    const fresh = await startApi()
    await fresh.call(
      updateWorkspace,
      { body: { name: 'Ours', asOf: '2008-09-15', language: 'fr' } },
      { version: 1 },
    )
    await makers(fresh).agreement()
    const workspace = await fresh.call(resetWorkspace, { body: { to: 'empty' } })
    expect(workspace).toMatchObject({
      name: 'Corridor',
      asOf: null,
      language: 'fr',
      origin: 'empty',
      version: 3,
    })
    expect(new Set(Object.values(workspace.counts))).toEqual(new Set([0]))
    expect((await fresh.call(listHistory, {})).items).toEqual([])
    const { items } = await fresh.call(organisationRecords.list, {})
    expect(items).toEqual([])
    await fresh.stop()
  })

  it('with the demo imports the host’s demo file; where there is none, it says so and changes nothing', async () => {
    const file = await exported()
    const fresh = await startApi()
    await makers(fresh).organisation()
    const without = await refusal(fresh.call(resetWorkspace, { body: { to: 'demo' } }))
    expect(without).toMatchObject({ status: 409, code: 'demo_unavailable' })
    expect((await fresh.call(readWorkspace, {})).counts.organisations).toBe(1)
    const withDemo = createApi({
      db: fresh.db,
      clock: () => new Date(),
      newId: randomUUID,
      sessions: async () => manager,
      host: 'test',
      demo: async () => file,
    })
    const answer = await withDemo.fetch(
      new Request('http://corridor.test/api/workspace/reset', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"to":"demo"}',
      }),
    )
    expect(await answer.json()).toMatchObject({ name: 'Life Science Corridor', origin: 'demo' })
    const [there, here] = await Promise.all([everythingIn(fresh.db), everythingIn(api.db)])
    for (const { name } of fileTables.slice(1)) expect([name, there[name]]).toEqual([name, here[name]])
    await fresh.stop()
  })
})
