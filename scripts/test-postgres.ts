/**
 * `npm run test:postgres`: starts a PostgreSQL server of its own from Debian's package, on a free port of this
 * machine, runs the API's tests on it and those of what can go wrong with it, and removes it. What is given is passed on to vitest.
 */
import { spawn } from 'node:child_process'
import { findPostgres } from './postgres-binaries.mjs'
import { hasty, newServer } from './postgres-server.ts'

if (!findPostgres()) {
  console.error(
    'PostgreSQL 15 or later is not installed. Debian: apt-get install postgresql. Elsewhere: POSTGRES_BIN=/path/to/bin',
  )
  process.exit(1)
}

process.exitCode = 1
const server = await newServer({ settings: hasty })
try {
  await server.start()
  process.exitCode = await test(server.url())
} finally {
  await server.remove()
}

function test(url: string): Promise<number> {
  const words = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'api',
    '--project',
    'faults',
    ...process.argv.slice(2),
  ]
  const env = { ...process.env, TEST_DATABASE_URL: url }
  const child = spawn(process.execPath, words, { stdio: 'inherit', env })
  // An interrupted run must still take its server down.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal))
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}
