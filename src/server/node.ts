/**
 * The Node host: the same API and the built app on one address, for a team. Configuration by environment:
 * PORT (4180), HOST (localhost), CORRIDOR_DATA (./data), DATABASE_URL (PostgreSQL instead of the data folder),
 * CORRIDOR_START ("demo" or "empty": what a new database begins with). One user without signing in until there is an
 * administrator; then, and beyond this machine from the start, everybody signs in: see src/server/node-accounts.ts for those
 * settings, and for CORRIDOR_OPEN ("yes": whoever reaches it may change everything).
 */
import { randomBytes } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { existsSync, mkdirSync, openAsBlob, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'
import type { Api } from './app.ts'
import type { Db } from './db/database.ts'
import { migrate } from './db/migrate.ts'
import { openPglite, pgliteExtensions, pgliteParsers } from './db/pglite.ts'
import { openPostgres } from './db/postgres.ts'
import { accountSettings, clientOf, mayBeReached, wordsToBegin } from './node-accounts.ts'
import { isForeign, isLoopback } from './own-pages.ts'
import { accountsHost } from './sign-in/host.ts'

/** A reason not to start, told in one line. */
class StartRefused extends Error {}

const env = {
  host: process.env.HOST || 'localhost',
  port: portIn(process.env.PORT),
  data: resolve(process.env.CORRIDOR_DATA || 'data'),
  databaseUrl: process.env.DATABASE_URL,
  start: process.env.CORRIDOR_START || 'demo',
  app: resolve(process.env.CORRIDOR_APP || 'dist'),
}

function portIn(text: string | undefined): number {
  const port = Number(text || 4180)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  console.error(`PORT must be a number from 0 to 65535, not "${text}".`)
  process.exit(1)
}

/** The workspace on disk: one process at a time may hold it. */
async function openOnDisk(): Promise<Db> {
  const folder = join(env.data, 'pg')
  try {
    mkdirSync(env.data, { recursive: true })
  } catch (error) {
    throw new StartRefused(
      `CORRIDOR_DATA=${env.data} can't be a folder: ${(error as Error).message}. Set it to another.`,
    )
  }
  const release = holdAlone(join(env.data, 'corridor.pid'))
  const dump = join(env.app, 'workspace', 'empty.tar.gz')
  const fresh = !existsSync(join(folder, 'PG_VERSION')) && existsSync(dump)
  const pglite = await PGlite.create(folder, {
    extensions: pgliteExtensions,
    parsers: pgliteParsers,
    ...(fresh ? { loadDataDir: await openAsBlob(dump) } : {}),
  })
  process.on('exit', release)
  return openPglite(pglite)
}

/** Two processes on one data folder would destroy it: the second is refused. A file left by a killed one is taken over. */
function holdAlone(file: string): () => void {
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (holder && holder !== process.pid && isRunning(holder)) {
    throw new StartRefused(
      `Another Corridor (process ${holder}) holds ${env.data}. Stop it, or set CORRIDOR_DATA to another folder.`,
    )
  }
  writeFileSync(file, String(process.pid))
  return () => rmSync(file, { force: true })
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A new database begins with the demo workspace, unless told otherwise. */
async function begin(api: Api, db: Db, isNew: boolean): Promise<void> {
  if (!isNew || env.start !== 'demo') return
  const response = await api.fetch(
    new Request('http://localhost/api/workspace/reset', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to: 'demo' }),
    }),
  )
  if (!response.ok) {
    await db.destroy()
    throw new StartRefused(`The demo workspace could not be loaded: ${await response.text()}`)
  }
}

/** Cookies, and before there are any the machine itself, say who asks; so a page of another site must not. */
const ownPagesOnly: MiddlewareHandler = async (c, next) => {
  if (!isForeign(c.req.raw, isLoopback(env.host))) return next()
  const problem = {
    type: 'urn:corridor:problem:not_allowed',
    title: 'Not allowed',
    status: 403,
    code: 'not_allowed',
  }
  return c.body(JSON.stringify(problem), 403, { 'content-type': 'application/problem+json' })
}

function pagesOf(): Hono {
  const page = readFileSync(join(env.app, 'index.html'), 'utf8')
    .replace(/<!--browser-host-->[\s\S]*?<!--\/browser-host-->/, '')
    .replace('name="corridor-host" content="browser"', 'name="corridor-host" content="node"')
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'same-origin')
    c.header('x-frame-options', 'DENY')
    c.header('cross-origin-opener-policy', 'same-origin')
  })
  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
  })
  app.get(
    '*',
    serveStatic({
      root: env.app,
      precompressed: true,
      rewriteRequestPath: (path) => (path === '/' ? '/no-such-file' : path),
    }),
  )
  app.get('*', (c) => {
    if (/\.\w{2,5}$/.test(c.req.path)) return c.text('Not found', 404)
    const nonce = randomBytes(16).toString('base64')
    c.header('content-security-policy', policy(nonce))
    c.header('cache-control', 'no-cache')
    return c.html(page.replaceAll('__NONCE__', nonce).replaceAll('<script', `<script nonce="${nonce}"`))
  })
  return app
}

const policy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')

async function main(): Promise<void> {
  if (!existsSync(join(env.app, 'index.html')))
    throw new StartRefused('The app is not built. Run: npm run build')
  if (env.start !== 'demo' && env.start !== 'empty')
    throw new StartRefused('CORRIDOR_START must be "demo" or "empty".')
  if (env.databaseUrl && !/^postgres(ql)?:\/\/./.test(env.databaseUrl))
    throw new StartRefused('DATABASE_URL must be an address such as postgres://user:password@host:5432/name.')
  await lookup(env.host).catch(() => {
    throw new StartRefused(`HOST=${env.host}: this machine knows no such name. Leave it out for localhost.`)
  })
  const db = env.databaseUrl ? openPostgres(env.databaseUrl) : await openOnDisk()
  const isNew = await migrateOrRefuse(db)
  const reachable = !isLoopback(env.host)
  if (reachable && !(await mayBeReached(db))) {
    await db.destroy()
    throw new StartRefused(
      `HOST=${env.host} can be reached from other machines, and nobody administers it yet. Set CORRIDOR_ACCOUNTS=yes: a link to set up the first administrator is printed, and everybody signs in. Or set CORRIDOR_OPEN=yes: whoever reaches it may change everything; only behind something that lets only your team through.`,
    )
  }
  const host = accountsHost({
    ...accountSettings({ data: env.data, url: `http://${env.host}:${env.port}`, reachable }),
    db,
    clock: () => new Date(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    newId: () => crypto.randomUUID(),
    host: 'node',
    demo: async () => new Uint8Array(await readFile(join(env.app, 'workspace', 'demo.corridor'))),
  })
  await begin(host.itself, db, isNew)
  const toBegin = await wordsToBegin(host, reachable)
  const app = new Hono()
  app.use('/api/*', ownPagesOnly)
  app.all('/api/*', (c) => host.fetch(c.req.raw, clientOf(c)))
  app.route('/', pagesOf())
  const server = serve({ fetch: app.fetch, hostname: env.host, port: env.port }, ({ port }) => {
    const where = `Corridor is at http://${env.host}:${port}/ (${env.databaseUrl ? 'PostgreSQL' : env.data})`
    console.log([where, toBegin(port)].filter(Boolean).join('\n'))
  })
  server.on('error', (error: NodeJS.ErrnoException) => {
    const reason =
      error.code === 'EADDRINUSE'
        ? `Port ${env.port} is in use. Choose another: PORT=${env.port + 1} npm run serve`
        : String(error)
    console.error(reason)
    process.exit(1)
  })
  const stop = () => {
    server.close(async () => {
      await db.destroy()
      process.exit(0)
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** Brings the schema forward; gives whether the workspace is still untouched. */
async function migrateOrRefuse(db: Db): Promise<boolean> {
  try {
    await migrate(db)
    const workspace = await db.selectFrom('workspace').select(['version', 'origin']).executeTakeFirstOrThrow()
    const organisation = await db.selectFrom('organisations').select('id').limit(1).executeTakeFirst()
    return workspace.version === 1 && workspace.origin === 'empty' && !organisation
  } catch (error) {
    const where = env.databaseUrl ? 'the database in DATABASE_URL' : env.data
    const reason = error instanceof Error ? error.message : String(error)
    const remedy = /ECONNREFUSED/.test(reason) ? ' Is PostgreSQL running there?' : ''
    throw new StartRefused(`${where} can't be opened: ${reason}.${remedy}`)
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof StartRefused ? error.message : error)
  process.exit(1)
})
