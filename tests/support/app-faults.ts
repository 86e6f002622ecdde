import { sql } from 'kysely'
import { setTransport } from '../../src/data/client.ts'
import type { TestApi } from './api.ts'

/**
 * Takes a table of the database away while `work` runs: the API fails as it does on a fault of its own, with a real
 * answer of 500.
 */
export async function withoutTable(api: TestApi, table: string, work: () => Promise<void>): Promise<void> {
  const away = `${table}_away`
  await sql`alter table ${sql.table(table)} rename to ${sql.id(away)}`.execute(api.db)
  try {
    await work()
  } finally {
    await sql`alter table ${sql.table(away)} rename to ${sql.id(table)}`.execute(api.db)
  }
}

/** Holds every answer whose address has this in it back until the function given is called. For after `openScreen`. */
export function holdAnswers(api: TestApi, part: string): () => void {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  setTransport(async (request) => {
    if (request.url.includes(part)) await held
    return api.fetch(request)
  })
  return release
}
