import { sql } from 'kysely'
import { createApi } from '../../src/server/app.ts'
import type { Db } from '../../src/server/db/database.ts'
import { memoryDatabase } from '../../src/server/db/memory.ts'
import { migrate } from '../../src/server/db/migrate.ts'
import { openPostgres } from '../../src/server/db/postgres.ts'
import { localUser } from '../../src/server/session/local-user.ts'
import { generateWorkspace } from './generate.ts'
import { requestNames, timeRequests, timeWrites } from './requests.ts'
import { ms, printTable } from './table.ts'

/** Request latencies of the API called in this process, on a generated workspace of each size. */
export async function benchNode(sizes: readonly number[]): Promise<void> {
  const columns: { title: string; cells: string[] }[] = []
  for (const size of sizes) columns.push(await measure(`PGlite, ${size}`, await memoryDatabase(), size))
  const url = process.env.TEST_DATABASE_URL
  if (url) {
    for (const size of sizes) {
      const db = openPostgres(url)
      await emptied(db)
      columns.push(await measure(`PostgreSQL, ${size}`, db, size))
    }
  }
  const names = [...requestNames, 'write: add an organisation', 'generating the workspace, s']
  printTable(
    'API on Node, ms: median / 95th centile, by organisations',
    ['request', ...columns.map((column) => column.title)],
    names.map((name, index) => [name, ...columns.map((column) => column.cells[index] ?? '')]),
  )
  console.log(`\nResident memory at the end: ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
}

async function measure(title: string, db: Db, size: number): Promise<{ title: string; cells: string[] }> {
  const from = performance.now()
  await generateWorkspace(db, size)
  const generated = ms((performance.now() - from) / 1000)
  const api = createApi({
    db,
    clock: () => new Date('2008-09-15T08:00:00Z'),
    newId: () => crypto.randomUUID(),
    sessions: localUser,
    host: 'test',
  })
  const at = (path: string) => `http://localhost/api${path}`
  const cells = await timeRequests((path) => api.fetch(new Request(at(path))))
  const write = await timeWrites((path, body) =>
    api.fetch(
      new Request(at(path), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify(body),
      }),
    ),
  )
  await db.destroy()
  return { title, cells: [...cells, write, generated] }
}

async function emptied(db: Db): Promise<void> {
  await sql`drop schema public cascade`.execute(db)
  await sql`create schema public`.execute(db)
  await migrate(db)
}
