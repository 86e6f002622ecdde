import { Hono } from 'hono'
import type { Db } from '../db/database.ts'
import { isCurrent } from '../db/migrate.ts'

interface Parts {
  db: Db
  /** Whether the database is in this process: then one that is busy is not away. */
  inProcess: boolean
  /** Aborted once the host is told to stop. */
  stopping: AbortSignal
}

/** How long the database may take to say that it is there, and for how long what it said holds, in milliseconds. */
const patience = 2000
const holds = 500

/** `/healthz`: the process answers. `/readyz`: it should be sent requests, or the reason why not (503). */
export function healthOf({ db, inProcess, stopping }: Parts): Hono {
  const app = new Hono()
  let asked: { at: number; answer: Promise<string | null> } | undefined
  const reason = async (): Promise<string | null> => {
    if (stopping.aborted) return 'stopping'
    // However often it is asked, the database is asked twice a second.
    if (!asked || performance.now() - asked.at > holds)
      asked = { at: performance.now(), answer: databaseReason(db, inProcess) }
    return asked.answer
  }
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  app.get('/healthz', (c) => c.json({ healthy: true }))
  app.get('/readyz', async (c) => {
    const why = await reason()
    return why ? c.json({ ready: false, why }, 503, { 'retry-after': '2' }) : c.json({ ready: true })
  })
  return app
}

async function databaseReason(db: Db, inProcess: boolean): Promise<string | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<string | null>((resolve) => {
    timer = setTimeout(() => resolve(inProcess ? null : 'the database does not answer'), patience)
  })
  const answered = isCurrent(db).then(
    (current) => (current ? null : 'the database has another version’s schema'),
    () => 'the database does not answer',
  )
  return Promise.race([answered, late]).finally(() => clearTimeout(timer))
}
