/**
 * `npm run test:postgres`: starts a PostgreSQL server of its own from Debian's package, on a free port of this
 * machine, runs the API's tests on it, and removes it. What is given is passed on to vitest.
 */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres } from './postgres-binaries.mjs'

const found = findPostgres()
if (!found) {
  console.error(
    'PostgreSQL 15 or later is not installed. Debian: apt-get install postgresql. Elsewhere: POSTGRES_BIN=/path/to/bin',
  )
  process.exit(1)
}
const programs: string = found

// PostgreSQL refuses to run as root; Debian's package brings a user for it.
const asRoot = process.getuid?.() === 0
const folder = mkdtempSync(join(tmpdir(), 'corridor-postgres-'))
const data = join(folder, 'data')
chmodSync(folder, 0o700)
if (asRoot) chownSync(folder, idOf('-u'), idOf('-g'))

process.exitCode = 1
try {
  run('initdb', ['-D', data, '-U', 'corridor', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'])
  const port = await freePort()
  // Durability is not what is tested here, and costs time.
  const settings = `-p ${port} -k ${folder} -h 127.0.0.1 -c fsync=off -c full_page_writes=off -c max_connections=100`
  run('pg_ctl', ['-D', data, '-w', '-t', '60', '-l', join(folder, 'log'), '-o', settings, 'start'])
  process.exitCode = await test(`postgres://corridor@127.0.0.1:${port}/postgres`)
} finally {
  run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop'], false)
  rmSync(folder, { recursive: true, force: true })
}

function test(url: string): Promise<number> {
  const words = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'api', ...process.argv.slice(2)]
  const env = { ...process.env, TEST_DATABASE_URL: url }
  const child = spawn(process.execPath, words, { stdio: 'inherit', env })
  // An interrupted run must still take its server down.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal))
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}

function run(program: string, words: string[], must = true): void {
  const path = join(programs, program)
  const [command, own] = asRoot ? ['runuser', ['-u', 'postgres', '--', path, ...words]] : [path, words]
  // Its own group: an interrupt from the keyboard is for the tests, and then it is stopped in order.
  const { status, stdout, stderr } = spawnSync(command, own, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status !== 0 && must) throw new Error(`${program} failed: ${stdout}${stderr}`)
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
function freePort(): Promise<number> {
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
