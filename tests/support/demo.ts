import { type Call, caller } from '../../mocks/seed/call.ts'
import { demoClock, demoIds, seedDemo, seedFacts } from '../../mocks/seed/demo.ts'
import { readDossier } from '../../src/contract/dossier.ts'
import { searchAll } from '../../src/contract/overview.ts'
import type { RecordNoun } from '../../src/contract/primitives.ts'
import { type Api, createApi } from '../../src/server/app.ts'
import type { Deps } from '../../src/server/context.ts'
import { manager } from './api.ts'
import { type TestDatabase, testDatabase } from './database.ts'

/** The API as the demo is entered through it: the demo's clock and identifiers. */
export const demoApiOver = ({ db }: TestDatabase, more: Pick<Deps, 'demo'> = {}): Api =>
  createApi({ db, clock: demoClock, newId: demoIds(), sessions: async () => manager, host: 'test', ...more })

/** The two that the whole demo is entered through: the one as it is, and the one that marks what it adds. */
export function demoApisOver({ db }: TestDatabase): { api: Api; sampleApi: Api } {
  const deps: Deps = { db, clock: demoClock, newId: demoIds(), sessions: async () => manager, host: 'test' }
  return { api: createApi(deps), sampleApi: createApi({ ...deps, sample: true }) }
}

export interface Demo {
  database: TestDatabase
  api: Api
  call: Call
  /** The record of exactly this name; rejects where search does not find it. */
  found(noun: RecordNoun, name: string): Promise<string>
  /** What the sources say about a record on one topic. */
  said(noun: RecordNoun, name: string, topic: string): Promise<string[]>
}

/**
 * The demo workspace, newly entered into a database of its own; drop that in `afterAll`. Without the sample activity it holds
 * the facts of the documents alone.
 */
export async function startDemo({ sample }: { sample: boolean }): Promise<Demo> {
  const database = await testDatabase()
  const { api, sampleApi } = demoApisOver(database)
  await (sample ? seedDemo(api, sampleApi) : seedFacts(api))
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
