/**
 * The Node host: the same API and the built app on one address, for a team. Configured by the environment: see
 * src/server/node/settings.ts. One user without signing in until there is an administrator; then, and beyond this machine from the
 * start, everybody signs in. `--settings` prints what can be set.
 */
import { lookup } from 'node:dns/promises'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Api } from './app.ts'
import type { Db } from './db/database.ts'
import { migrate } from './db/migrate.ts'
import { overPool } from './db/postgres.ts'
import { addressesIn, WritablePool } from './db/writable-pool.ts'
import { startLive } from './live/hub.ts'
import { postgresWire } from './live/postgres-wire.ts'
import { accountSettings, mayBeReached, wordsToBegin } from './node/accounts.ts'
import { nodeApp } from './node/app.ts'
import { keepAudit } from './node/audit.ts'
import { control } from './node/control.ts'
import { healthOf } from './node/health.ts'
import { connectionLimits } from './node/limits.ts'
import { type Log, logTo } from './node/log.ts'
import { metricsOf } from './node/metrics.ts'
import { openOnDisk } from './node/on-disk.ts'
import { StartRefused } from './node/refused.ts'
import { readSettings, type Settings, settingsInWords, unknownSettings } from './node/settings.ts'
import { stopOnSignals } from './node/stop.ts'
import { keepWebhooks } from './node/webhooks/webhooks.ts'
import { isLoopback } from './own-pages.ts'
import { accountsHost } from './sign-in/host.ts'

async function main(): Promise<void> {
  if (process.argv.includes('--settings')) return console.log(settingsInWords())
  const settings = readSettings(process.env)
  const { HOST, PORT, CORRIDOR_DATA, CORRIDOR_APP, DATABASE_URL } = settings
  const clock = () => new Date()
  const isTerminal = process.stdout.isTTY === true
  const log = logTo(settings.CORRIDOR_LOG, isTerminal, { write: (line) => process.stdout.write(line), clock })
  for (const name of unknownSettings(process.env))
    log.warn(`${name} is no setting of Corridor, and means nothing.`)
  if (!existsSync(join(CORRIDOR_APP, 'index.html')))
    throw new StartRefused('The app is not built. Run: npm run build')
  await lookup(HOST).catch(() => {
    throw new StartRefused(`HOST=${HOST}: this machine knows no such name. Leave it out for localhost.`)
  })
  const pool = DATABASE_URL
    ? new WritablePool(DATABASE_URL, {
        max: settings.CORRIDOR_POOL,
        statementSeconds: settings.CORRIDOR_STATEMENT_SECONDS,
      })
    : undefined
  const db = pool ? overPool(pool) : await openOnDisk(CORRIDOR_DATA, CORRIDOR_APP)
  const isNew = await migrateOrRefuse(db, DATABASE_URL ? 'the database in DATABASE_URL' : CORRIDOR_DATA)
  const local = isLoopback(HOST)
  const reachable = !local
  if (reachable && !(await mayBeReached(settings, db))) {
    await db.destroy()
    throw new StartRefused(
      `HOST=${HOST} can be reached from other machines, and nobody administers it yet. Set CORRIDOR_ACCOUNTS=yes: a link to set up the first administrator is printed, and everybody signs in. Or set CORRIDOR_OPEN=yes: whoever reaches it may change everything; only behind something that lets only your team through.`,
    )
  }
  const newId = () => crypto.randomUUID()
  const listenUrl = settings.CORRIDOR_LISTEN_URL ?? DATABASE_URL
  const wire = listenUrl && postgresWire({ urls: addressesIn(listenUrl), db, newId, warn: log.warn })
  const live = startLive({ db, clock, newId, wire: wire || undefined })
  const audit = await keepAudit({
    ...{ db, clock, data: CORRIDOR_DATA, tell: log.tell },
    months: settings.CORRIDOR_AUDIT_MONTHS,
  })
  const commands = control(db, clock)
  const outside = { local, private: settings.CORRIDOR_WEBHOOKS_PRIVATE ?? false }
  const accounts = accountSettings(settings, { url: `http://${HOST}:${PORT}`, reachable, log })
  const host = accountsHost({
    ...accounts,
    db,
    clock,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    newId,
    live,
    audit: audit.watch,
    webhooks: outside,
    host: 'node',
    report: ({ requestId, operation }, error) =>
      log.failed('request failed', error, { operation, requestId }),
    failed: log.failed,
    demo: async () => new Uint8Array(await readFile(join(CORRIDOR_APP, 'workspace', 'demo.corridor'))),
  })
  if (isNew && settings.CORRIDOR_START === 'demo') await begin(host.itself, db)
  const webhooks = keepWebhooks({ db, clock, newId, outside, api: host.itself, tell: log.tell })
  const toBegin = await wordsToBegin(settings, host, { reachable, log })
  const stopping = new AbortController()
  const app = nodeApp({
    settings,
    url: accounts.url,
    local,
    host,
    health: healthOf({ db, inProcess: !pool, stopping: stopping.signal }),
    metrics: metricsOf(settings, pool),
    log,
    stopping: stopping.signal,
    commands: commands.app,
  })
  const server = serve(
    { fetch: app.fetch, hostname: HOST, port: PORT, serverOptions: connectionLimits },
    ({ port }) => {
      if (!pool) commands.open(CORRIDOR_DATA, `http://${local ? HOST : '127.0.0.1'}:${port}`)
      const where = `Corridor is at http://${HOST}:${port}/ (${DATABASE_URL ? 'PostgreSQL' : CORRIDOR_DATA})`
      for (const words of [where, toBegin(port)]) if (words) log.tell(words)
    },
  ) as Server
  server.on('error', (error: NodeJS.ErrnoException) => refuse(portTaken(error, settings)))
  stopOnSignals({
    server,
    stopping,
    seconds: settings.CORRIDOR_STOP_SECONDS,
    beginning: () => void live.stop(),
    close: async () => {
      await webhooks.stop().catch((error) => log.failed('webhooks not ended', error))
      await audit.stop().catch((error) => log.failed('audit not ended', error))
      await db.destroy()
    },
    tell: log.tell,
  })
  reportStrays(log)
}

const portTaken = (error: NodeJS.ErrnoException, { PORT }: Settings) =>
  error.code === 'EADDRINUSE'
    ? new StartRefused(`Port ${PORT} is in use. Choose another: PORT=${PORT + 1} npm run serve`)
    : error

/** What nobody waits for any more must not end the process for everybody else. */
function reportStrays(log: Log): void {
  process.on('unhandledRejection', (error) => log.failed('unhandled rejection', error))
}

/** A new database begins with the demo workspace. Of several nodes that start together one loads it, the others wait for it. */
async function begin(api: Api, db: Db): Promise<void> {
  const response = await api.fetch(
    new Request('http://localhost/api/workspace/reset', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'first-start' },
      body: JSON.stringify({ to: 'demo' }),
    }),
  )
  if (!response.ok) {
    await db.destroy()
    throw new StartRefused(`The demo workspace could not be loaded: ${await response.text()}`)
  }
}

/** Brings the schema forward; gives whether the workspace is still untouched. */
async function migrateOrRefuse(db: Db, where: string): Promise<boolean> {
  try {
    await migrate(db)
    const workspace = await db.selectFrom('workspace').select(['version', 'origin']).executeTakeFirstOrThrow()
    const organisation = await db.selectFrom('organisations').select('id').limit(1).executeTakeFirst()
    return workspace.version === 1 && workspace.origin === 'empty' && !organisation
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const remedy = /ECONNREFUSED/.test(reason) ? ' Is PostgreSQL running there?' : ''
    throw new StartRefused(`${where} can't be opened: ${reason}.${remedy}`)
  }
}

function refuse(error: unknown): never {
  console.error(error instanceof StartRefused ? error.message : error)
  process.exit(1)
}

main().catch(refuse)
