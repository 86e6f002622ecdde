import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres } from './postgres-binaries.mjs'

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
const asRoot = process.getuid?.() === 0

export interface Server {
  port: number
  /** Where its socket and its data are. */
  folder: string
  data: string
  /** A connection URL for one of its databases. */
  url: (database?: string) => string
  start: () => Promise<void>
  /** "fast" as an administrator stops it, "immediate" as a power failure does. */
  stop: (mode: 'fast' | 'immediate') => Promise<void>
  /** Makes a standby the server that is written to. */
  promote: () => Promise<void>
  /** Another server that follows this one. */
  standby: (name: string) => Promise<Server>
  /** Stops it and takes its data away. */
  remove: () => Promise<void>
}

interface Options {
  /** What is set for it: `{ fsync: 'off' }`. */
  settings?: Record<string, string>
  initdb?: string[]
  /** The folder that gets its own. */
  within?: string
}

/** Durability is not what is tested here, and costs time. */
export const hasty = { fsync: 'off', full_page_writes: 'off' }

/** A server of its own from Debian's package, on a free port of this machine; it is not started yet. */
export async function newServer({
  settings = {},
  initdb = [],
  within = tmpdir(),
}: Options = {}): Promise<Server> {
  const folder = mkdtempSync(join(within, 'corridor-postgres-'))
  give(folder)
  const data = join(folder, 'data')
  const words = ['-U', 'corridor', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', ...initdb]
  await run(folder, 'initdb', ['-D', data, ...words])
  return serverIn(folder, data, settings)
}

async function serverIn(folder: string, data: string, settings: Record<string, string>): Promise<Server> {
  const port = await freePort()
  const ctl = (...words: string[]) => run(folder, 'pg_ctl', ['-D', data, '-w', '-t', '60', ...words])
  const server: Server = {
    port,
    folder,
    data,
    url: (database = 'postgres') => `postgres://corridor@127.0.0.1:${port}/${database}`,
    start: async () => {
      const set = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`)
      const options = [`-p ${port} -k ${folder} -h 127.0.0.1 -c max_connections=100`, ...set].join(' ')
      await ctl('-l', join(folder, 'log'), '-o', options, 'start')
    },
    stop: (mode) => ctl('-m', mode, 'stop'),
    promote: () => ctl('promote'),
    standby: async (name) => {
      const own = join(folder, name)
      mkdirSync(own)
      give(own)
      const copy = join(own, 'data')
      await run(folder, 'pg_basebackup', ['-d', server.url(), '-D', copy, '-R', '-c', 'fast', '--no-sync'])
      return serverIn(own, copy, settings)
    },
    remove: async () => {
      await run(folder, 'pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop'], { must: false })
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return server
}

function give(folder: string): void {
  chmodSync(folder, 0o700)
  if (asRoot) chownSync(folder, idOf('-u'), idOf('-g'))
}

async function run(
  folder: string,
  program: string,
  words: string[],
  { must = true }: { must?: boolean } = {},
): Promise<void> {
  const programs = findPostgres()
  if (!programs) throw new Error('PostgreSQL is not installed')
  const itself = [join(programs, program), ...words]
  const command = asRoot ? ['runuser', '-u', 'postgres', '--', ...itself] : itself
  const [first = '', ...rest] = command
  // Its own group: an interrupt from the keyboard is for the tests, and then it is stopped in order. A started server keeps what
  // it inherits, so the end of the program is waited for and not that of its output.
  const child = spawn(first, rest, { cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const status = await new Promise((resolve, reject) => child.on('exit', resolve).on('error', reject))
  if (status !== 0 && must) throw new Error(`${program} failed: ${said}`)
}

function idOf(kind: '-u' | '-g'): number {
  const { status, stdout } = spawnSync('id', [kind, 'postgres'], { encoding: 'utf8' })
  if (status !== 0)
    throw new Error(
      'There is no user “postgres” to run the server as; run the tests as another user than root',
    )
  return Number(stdout)
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port')),
      )
    })
  })
}
