import { type Call, caller } from '../../mocks/seed/call.ts'
import { demoClock, demoIds, seedDemo } from '../../mocks/seed/demo.ts'
import { readDossier } from '../../src/contract/dossier.ts'
import { searchAll } from '../../src/contract/overview.ts'
import type { RecordNoun } from '../../src/contract/primitives.ts'
import { type Api, createApi } from '../../src/server/app.ts'
import type { Deps } from '../../src/server/context.ts'
import { manager } from './api.ts'
import { type TestDatabase, testDatabase } from './database.ts'

/** The API as the demo is entered through it: the demo's clock and identifiers. */
export const demoApiOver = ({ db }: TestDatabase, demo?: Deps['demo']): Api =>
  createApi({ db, clock: demoClock, newId: demoIds(), sessions: async () => manager, host: 'test', demo })

export interface Demo {
  database: TestDatabase
  api: Api
  call: Call
  /** The record of exactly this name; rejects where search does not find it. */
  found(noun: RecordNoun, name: string): Promise<string>
  /** What the sources say about a record on one topic. */
  said(noun: RecordNoun, name: string, topic: string): Promise<string[]>
}

/** The demo workspace, newly entered into a database of its own; drop that in `afterAll`. */
export async function startDemo(): Promise<Demo> {
  const database = await testDatabase()
  const api = demoApiOver(database)
  await seedDemo(api)
  const call = caller(api)
  const found: Demo['found'] = async (noun, name) => {
    const { items } = await call(searchAll, { query: { q: name, noun } })
    const hit = items.find((item) => item.title === name)
    if (!hit) throw new Error(`No ${noun} called ${name}`)
    return hit.id
  }
  return {
    database,
    api,
    call,
    found,
    said: async (noun, name, topic) => {
      const { statements } = await call(readDossier, { query: { noun, recordId: await found(noun, name) } })
      return statements.filter((statement) => statement.topic === topic).map(({ body }) => body)
    },
  }
}
