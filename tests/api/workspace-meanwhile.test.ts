import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNote } from '../../src/contract/dossier.ts'
import { listHistory, undoChange } from '../../src/contract/history.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { exportWorkspace, importWorkspace } from '../../src/contract/workspace.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

const exported = async () => (await api.call(exportWorkspace, {})).bytes

describe('while others write', () => {
  it('an export is of one moment: every file made meanwhile can be imported', async () => {
    const files: Uint8Array<ArrayBuffer>[] = []
    const write = async () => {
      for (let n = 0; n < 12; n++) {
        const { id: recordId } = await make.organisation({ names: [{ name: 'Also' }] })
        await api.call(createNote, { body: { noun: 'organisations', recordId, body: 'A note' } })
      }
    }
    const read = async () => {
      for (let n = 0; n < 4; n++) files.push(await exported())
    }
    await Promise.all([write(), write(), read(), read()])
    const fresh = await startApi()
    for (const body of files) await fresh.call(importWorkspace, { body })
    await fresh.stop()
  })

  it('an import comes before or after an export, never into it', async () => {
    const large = await exported()
    const small = await startApi().then(async (fresh) => {
      const { bytes } = await fresh.call(exportWorkspace, {})
      await fresh.stop()
      return bytes
    })
    const imports = async () => {
      for (const body of [small, large, small, large]) await api.call(importWorkspace, { body })
    }
    const exports = async () => {
      for (let n = 0; n < 4; n++) expect([small.length, large.length]).toContain((await exported()).length)
    }
    await Promise.all([imports(), exports(), exports()])
  })

  it('a change is undone once', async () => {
    const { id } = await make.organisation()
    await api.call(organisationRecords.update, { params: { id }, body: { focus: 'x' } }, { version: 1 })
    const { items } = await api.call(listHistory, { query: { limit: 1 } })
    const undo = () => api.call(undoChange, { params: { id: items[0]!.id } })
    const results = await Promise.allSettled([undo(), undo(), undo()])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await refusal(undo())).toMatchObject({ code: 'already_undone' })
  })

  it('nothing is left behind of a note whose record is undone away at the same time', async () => {
    for (let n = 0; n < 5; n++) {
      const { id: recordId } = await make.organisation()
      const { items } = await api.call(listHistory, { query: { limit: 1 } })
      const [noted, undone] = await Promise.allSettled([
        api.call(createNote, { body: { noun: 'organisations', recordId, body: 'A note' } }),
        api.call(undoChange, { params: { id: items[0]!.id } }),
      ])
      expect([noted.status, undone.status].sort()).toEqual(['fulfilled', 'rejected'])
    }
  })
})
