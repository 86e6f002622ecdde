import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import {
  createNote,
  readDossier,
  removeNote,
  updateNote,
  uploadDocument,
} from '../../src/contract/dossier.ts'
import { listHistory, undoChange } from '../../src/contract/history.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { updateWorkspace } from '../../src/contract/workspace.ts'
import { agreementVerbs } from '../support/agreements.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'
import { contentOf } from '../support/tables.ts'

let api: TestApi
let make: ReturnType<typeof makers>

beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

const { read, update, remove, restore } = organisationRecords

/** The newest change of the workspace. */
async function newest() {
  const { items } = await api.call(listHistory, { query: { limit: 1 } })
  return items[0]!
}
const undo = (id: string) => api.call(undoChange, { params: { id } })
const undoNewest = async () => undo((await newest()).id)

describe('undoing a change', () => {
  it('puts fields and lists back, and counts the version on', async () => {
    const before = await make.organisation({ focus: 'vaccines', names: [{ name: 'An old name' }] })
    await api.call(
      update,
      { params: { id: before.id }, body: { focus: 'diagnostics', names: [{ name: 'A new name' }] } },
      { version: 1 },
    )
    const undone = await undoNewest()
    expect(undone).toMatchObject({
      verb: 'history.undo',
      noun: 'organisations',
      recordId: before.id,
      title: before.name,
    })
    const { version, updatedAt: _, ...after } = await api.call(read, { params: { id: before.id } })
    const { version: first, updatedAt: __, ...was } = before
    expect(after).toEqual(was)
    expect(first).toBe(1)
    expect(version).toBeGreaterThan(2)
  })

  it('of parts only counts as a change of the record: an ETag never stands for two contents', async () => {
    const { id } = await make.organisation()
    const changed = await api.call(
      update,
      { params: { id }, body: { names: [{ name: 'Other' }] } },
      { version: 1 },
    )
    await undoNewest()
    const after = await api.call(read, { params: { id } })
    expect(after.names).toEqual([])
    expect(after.version).toBeGreaterThan(changed.version)
  })

  it('of an undo does it again, and so on', async () => {
    const { id } = await make.organisation()
    await api.call(update, { params: { id }, body: { focus: 'robots' } }, { version: 1 })
    const change = await newest()
    const focus = async () => (await api.call(read, { params: { id } })).focus
    const first = await undo(change.id)
    expect(await focus()).toBeNull()
    const again = await undo(first.id)
    expect(await focus()).toBe('robots')
    expect(again.undoOf).toBe(first.id)
    const { items } = await api.call(listHistory, { query: { noun: 'organisations', recordId: id } })
    expect(items.map(({ id: at, undoneBy }) => [at, undoneBy])).toEqual([
      [again.id, null],
      [first.id, again.id],
      [change.id, null],
      [items[3]!.id, null],
    ])
    await undo(again.id)
    expect(await focus()).toBeNull()
    const { items: later } = await api.call(listHistory, { query: { noun: 'organisations', recordId: id } })
    expect(later.find((item) => item.id === change.id)?.undoneBy).toBe(first.id)
  })

  it('of adding a record removes it; undoing that brings it back under its id with a higher version', async () => {
    const { id } = await make.organisation({ websites: [{ url: 'https://example.org' }] })
    const { id: addition } = await newest()
    const removal = await undo(addition)
    expect((await refusal(api.call(read, { params: { id } }))).status).toBe(404)
    expect(removal.title).toMatch(/^Organisation/)
    await undo(removal.id)
    const back = await api.call(read, { params: { id } })
    expect(back.websites).toHaveLength(1)
    expect(back.version).toBe(2)
  })

  it('of deleting a note brings it back', async () => {
    const { id: recordId } = await make.organisation()
    const note = await api.call(createNote, {
      body: { noun: 'organisations', recordId, body: 'Met in Osaka' },
    })
    await api.call(removeNote, { params: { id: note.id } }, { version: 1 })
    await undoNewest()
    const changed = await api.call(
      updateNote,
      { params: { id: note.id }, body: { body: 'Kobe' } },
      { version: 2 },
    )
    expect(changed).toMatchObject({ body: 'Kobe', version: 3 })
  })

  it('of the bin takes a record out of it, and the other way round', async () => {
    const { id } = await make.organisation()
    await api.call(remove, { params: { id } }, { version: 1 })
    await undoNewest()
    expect((await api.call(read, { params: { id } })).deletedAt).toBeNull()
    await api.call(remove, { params: { id } }, { version: 3 })
    await api.call(restore, { params: { id } })
    await undoNewest()
    expect((await api.call(read, { params: { id } })).deletedAt).not.toBeNull()
  })

  it('of the settings', async () => {
    const workspace = await api.call(updateWorkspace, { body: { name: 'Ours' } }, { version: 1 })
    await undoNewest()
    const after = await api.call(updateWorkspace, { body: {} }, { version: workspace.version + 1 })
    expect(after.name).toBe('Corridor')
  })
})

describe('an undo is refused', () => {
  it('where the record has changed since, naming what changed it', async () => {
    const { id, name } = await make.organisation()
    await api.call(update, { params: { id }, body: { focus: 'one' } }, { version: 1 })
    const first = await newest()
    await api.call(update, { params: { id }, body: { focus: 'two' } }, { version: 2 })
    const second = await newest()
    const { problem } = await refusal(undo(first.id))
    expect(problem).toMatchObject({ status: 409, code: 'undo_blocked' })
    expect(problem.blockers).toEqual([
      {
        changeSetId: second.id,
        verb: 'organisations.update',
        noun: 'organisations',
        recordId: id,
        title: name,
        at: second.at,
      },
    ])
    await undo(second.id)
    await undo(first.id)
    expect((await api.call(read, { params: { id } })).focus).toBeNull()
  })

  it('where the record to vanish carries a note or a document, until that is undone', async () => {
    const { id: recordId } = await make.organisation()
    const addition = await newest()
    await api.call(createNote, { body: { noun: 'organisations', recordId, body: 'Hello' } })
    const note = await newest()
    await api.call(uploadDocument, {
      query: { noun: 'organisations', recordId, filename: 'a.txt' },
      body: new TextEncoder().encode('a'),
    })
    const document = await newest()
    const { problem } = await refusal(undo(addition.id))
    expect(problem.code).toBe('undo_blocked')
    expect(problem.blockers?.map((blocker) => blocker.verb)).toEqual(['notes.create', 'documents.upload'])
    await undo(document.id)
    await undo(note.id)
    await undo(addition.id)
  })

  it('where another record refers to the one to vanish', async () => {
    const { id: toId } = await make.organisation()
    const addition = await newest()
    const other = await make.organisation({ affiliations: [{ toId }] })
    const { problem } = await refusal(undo(addition.id))
    expect(problem.code).toBe('undo_blocked')
    expect(problem.blockers).toMatchObject([
      { verb: 'organisations.create', recordId: other.id, title: other.name },
    ])
  })

  it('where it would refer to a record that is in the bin now, or bin one that is in use', async () => {
    const target = await make.organisation()
    const { id } = await make.organisation({ affiliations: [{ toId: target.id }] })
    await api.call(update, { params: { id }, body: { affiliations: [] } }, { version: 1 })
    const parting = await newest()
    await api.call(remove, { params: { id: target.id } }, { version: 1 })
    expect((await refusal(undo(parting.id))).problem).toMatchObject({
      code: 'undo_blocked',
      blockers: [{ noun: 'organisations', recordId: target.id, title: target.name }],
    })
    await api.call(restore, { params: { id: target.id } })
    const restoring = await newest()
    await undo(parting.id)
    expect((await refusal(undo(restoring.id))).problem).toMatchObject({
      code: 'undo_blocked',
      blockers: [{ noun: 'organisations', recordId: id }],
    })
  })

  it('but not where a part comes back to a record that is in the bin itself', async () => {
    const { id } = await make.organisation()
    const note = await api.call(createNote, { body: { noun: 'organisations', recordId: id, body: 'Called' } })
    await api.call(remove, { params: { id } }, { version: 1 })
    await api.call(removeNote, { params: { id: note.id } }, { version: note.version })
    await undoNewest()
    const { notes } = await api.call(readDossier, { query: { noun: 'organisations', recordId: id } })
    expect(notes).toMatchObject([{ body: 'Called' }])
  })

  it('where an agreement would be terminated or renewed without being signed, or signed and abandoned', async () => {
    const verbs = agreementVerbs(api)
    const terminated = await verbs.sign(await make.agreement({ title: 'Terminated' }), '2008-02-04')
    const signature = await newest()
    await verbs.terminate(terminated, '2008-09-01')
    const termination = await newest()
    expect(await refusal(undo(signature.id))).toMatchObject({
      code: 'undo_blocked',
      problem: { blockers: [{ changeSetId: termination.id, title: 'Terminated' }] },
    })
    await undo(termination.id)
    await undo(signature.id)

    const renewed = await verbs.sign(await make.agreement(), '2008-02-04')
    const first = await newest()
    await verbs.renew(renewed)
    const renewal = await newest()
    expect(await refusal(undo(first.id))).toMatchObject({
      code: 'undo_blocked',
      problem: { blockers: [{ changeSetId: renewal.id }] },
    })

    const signed = await verbs.sign(await make.agreement(), '2008-02-04')
    const again = await undoNewest()
    const { id } = signed
    await verbs.abandon(await api.call(agreementRecords.read, { params: { id } }), '2008-09-01')
    const abandoned = await newest()
    expect(await refusal(undo(again.id))).toMatchObject({
      code: 'undo_blocked',
      problem: { blockers: [{ changeSetId: abandoned.id }] },
    })
  })

  it('where its name has been taken since', async () => {
    const { id } = await make.organisation({ name: 'First come' })
    await api.call(update, { params: { id }, body: { name: 'Renamed' } }, { version: 1 })
    const renaming = await newest()
    await make.organisation({ name: 'First come' })
    const { problem } = await refusal(undo(renaming.id))
    expect(problem).toMatchObject({
      code: 'undo_blocked',
      blockers: [{ title: 'An organisation of this name exists in this place' }],
    })
  })

  it('where an update keeps what was changed in another way since', async () => {
    await make.alliance()
    const { id } = await newest()
    await sql`update changes set table_name = 'alliance_targets' where change_set_id = ${id}`.execute(api.db)
    expect(await refusal(undo(id))).toMatchObject({ status: 409, code: 'undo_outdated' })
  })

  it('a second time, for an unknown change, and to those who may only look', async () => {
    await make.organisation()
    const { id } = await newest()
    await undo(id)
    expect(await refusal(undo(id))).toMatchObject({ status: 409, code: 'already_undone' })
    expect((await refusal(undo(crypto.randomUUID()))).status).toBe(404)
    const asViewer = api.call(undoChange, { params: { id } }, { actor: viewer })
    expect((await refusal(asViewer)).status).toBe(403)
    const asNobody = api.call(undoChange, { params: { id } }, { actor: null })
    expect((await refusal(asNobody)).status).toBe(401)
  })

  it('changing nothing at all', async () => {
    const { id } = await make.organisation()
    const addition = await newest()
    await make.organisation({ affiliations: [{ toId: id }] })
    const before = await contentOf(api.db)
    await refusal(undo(addition.id))
    expect(await contentOf(api.db)).toEqual(before)
  })
})
