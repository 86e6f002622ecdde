import { demoUrl } from 'virtual:corridor-workspace'
import { sql } from 'kysely'
import { createApi } from '../../src/server/app.ts'
import type { Db } from '../../src/server/db/database.ts'
import { DatabaseTooNew, migrate } from '../../src/server/db/migrate.ts'
import { migrations } from '../../src/server/db/migrations.ts'
import { openPglite } from '../../src/server/db/pglite.ts'
import { chosenActor } from '../../src/server/session/chosen-actor.ts'
import type { Arriving } from '../database/engine-files.ts'
import { type OnDeath, type Opened, openDatabase } from '../database/open.ts'
import { NoSpace } from '../database/sync-file.ts'
import { newId } from '../new-id.ts'
import { requestOf, type WireAnswer, type WireRequest, wireAnswer } from '../wire.ts'
import { provideDigest } from './plain-http.ts'

export interface Host {
  opened: Opened
  answer(request: WireRequest): Promise<WireAnswer>
}

/**
 * The API over this browser's database. `onDeath` is called once, when no answer of it can be trusted any
 * more.
 */
export async function startHost(files: Arriving, onDeath: OnDeath): Promise<Host> {
  let dead = false
  let die: (cause: Error) => void = () => {}
  const death = new Promise<Error>((resolve) => {
    die = (cause) => {
      dead = true
      resolve(cause)
    }
  })
  death.then(onDeath)
  const opened = await openDatabase(files, die)
  const db = openPglite(opened.pglite)
  if (!(await isCurrent(db))) await forward(db)
  provideDigest()
  const api = createApi({
    db,
    clock: () => new Date(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    newId,
    sessions: chosenActor,
    host: 'browser',
    demo,
  })
  const lost = death.then((cause): WireAnswer => {
    if (cause instanceof NoSpace) return storageFull()
    throw cause
  })
  lost.catch(() => {})
  return {
    opened,
    // An answer that was found after the engine's death is none.
    answer: async (request) => {
      const answer = await Promise.race([lost, api.fetch(requestOf(request)).then(wireAnswer)])
      return dead ? lost : answer
    },
  }
}

/** The name is what is left of an error's class where it is looked at, in another chunk. */
async function forward(db: Db): Promise<void> {
  await migrate(db).catch((error) => {
    if (error instanceof DatabaseTooNew) error.name = 'DatabaseTooNew'
    throw error
  })
}

async function isCurrent(db: Db): Promise<boolean> {
  try {
    const { rows } = await sql<{
      name: string
    }>`select name from migrations order by name desc limit 1`.execute(db)
    return rows[0]?.name === migrations.at(-1)?.name
  } catch {
    return false
  }
}

async function demo(): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(demoUrl)
  if (!response.ok) throw new Error(`${demoUrl} answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

/** The answer where the log itself has no room; where only the data has none, the API gives it. */
function storageFull(): WireAnswer {
  const problem = {
    type: 'urn:corridor:problem:storage_full',
    title: 'Storage full',
    status: 507,
    code: 'storage_full',
    detail: 'The browser has no room left for the workspace',
  }
  const headers: [string, string][] = [
    ['content-type', 'application/problem+json'],
    ['x-corridor-api', '1'],
  ]
  return { status: 507, headers, body: new TextEncoder().encode(JSON.stringify(problem)).buffer }
}
