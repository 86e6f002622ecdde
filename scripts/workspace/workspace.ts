import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { demoClock, demoIds, seedDemo } from '../../mocks/seed/demo.ts'
import { type Api, createApi } from '../../src/server/app.ts'
import type { Deps } from '../../src/server/context.ts'
import type { Db } from '../../src/server/db/database.ts'
import { memoryDatabase } from '../../src/server/db/memory.ts'
import { dumpDatabase } from './dump.ts'
import { emptyDatabase } from './empty.ts'
import { firstAnswers } from './first-answers.ts'
import { stampOf } from './stamp.ts'

/** Where the made files are; copied into dist as they stand. */
export const workspaceFolder = 'public/workspace'

/** What they are made of. When it changes they are made again. */
const sources = [
  'src/contract',
  'src/domain',
  'src/server',
  'mocks/seed',
  'scripts/workspace',
  'package-lock.json',
]
const stampFile = join(workspaceFolder, 'stamp.json')

const isCurrent = (stamp: string): boolean =>
  existsSync(stampFile) && JSON.parse(readFileSync(stampFile, 'utf8')).stamp === stamp

const apiOver = (db: Db, newId: () => string, more: Pick<Deps, 'demo' | 'sample'> = {}): Api =>
  createApi({
    db,
    // Fixed, so that the same sources give the same history.
    clock: demoClock,
    newId,
    sessions: async () => ({ id: null, name: null, role: 'manager' }),
    host: 'browser',
    ...more,
  })

/**
 * Makes the demo workspace by entering its facts and its sample activity through the API, the database that browsers start from by a
 * reset to an export of that, the demo's file by an export of this, and the first screens' answers by asking
 * for them. Does nothing where all is current.
 */
export async function makeWorkspace(): Promise<void> {
  const stamp = stampOf(sources)
  if (isCurrent(stamp)) return
  const empty = await emptyDatabase()
  const entered = await demoFile(empty)
  let demo = entered
  let answers: unknown
  const database = await dumpDatabase(async (db) => {
    const api = apiOver(db, () => crypto.randomUUID(), { demo: async () => entered })
    await ask(api, 'POST', '/workspace/reset', { to: 'demo' })
    // Only now does it say that it is the demo.
    demo = await exportOf(api)
    answers = await firstAnswers(api)
  }, empty)
  mkdirSync(workspaceFolder, { recursive: true })
  writeFileSync(join(workspaceFolder, 'demo.corridor'), demo)
  // Not .gz: some servers would say that it is encoded, and the browser would unpack it unasked.
  writeFileSync(join(workspaceFolder, 'database.bin'), gzipSync(database, { level: 9 }))
  writeFileSync(
    join(workspaceFolder, 'empty.tar.gz'),
    gzipSync(new Uint8Array(await empty.arrayBuffer()), { level: 9 }),
  )
  writeFileSync(join(workspaceFolder, 'first-answers.json'), JSON.stringify(answers))
  writeFileSync(stampFile, JSON.stringify({ stamp }))
}

async function demoFile(empty: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const db = await memoryDatabase(empty)
  const newId = demoIds()
  const api = apiOver(db, newId)
  await seedDemo(api, apiOver(db, newId, { sample: true }))
  const exported = await exportOf(api)
  await db.destroy()
  return exported
}

const exportOf = async (api: Api): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await ask(api, 'GET', '/workspace/export')).arrayBuffer())

async function ask(api: Api, method: string, path: string, body?: object): Promise<Response> {
  const headers = body ? { 'content-type': 'application/json' } : undefined
  const init = { method, headers, body: body ? JSON.stringify(body) : null }
  const response = await api.fetch(new Request(`http://localhost/api${path}`, init))
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`)
  return response
}
