import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../../scripts/postgres-server.ts'

/** Where Debian's package puts it. */
export const pgbouncer = '/usr/sbin/pgbouncer'

/** PgBouncer in transaction mode, with fewer connections to the server than a node has to it. */
export async function startPooler(databaseUrl: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const { port: serverPort, username, pathname } = new URL(databaseUrl)
  const folder = mkdtempSync(join(tmpdir(), 'corridor-pooler-'))
  // Root can't run it, so somebody else must be able to read this.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const file = join(folder, 'pgbouncer.ini')
  writeFileSync(
    file,
    `[databases]
* = host=127.0.0.1 port=${serverPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${join(folder, 'users')}
pool_mode = transaction
default_pool_size = 5
`,
  )
  writeFileSync(join(folder, 'users'), `"${username}" ""\n`)
  const command = [pgbouncer, '-q', file]
  const [program = '', ...words] =
    process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', ...command] : command
  // Its own group: runuser does not pass on every signal.
  const child = spawn(program, words, { stdio: ['ignore', 'ignore', 'inherit'], detached: true })
  const exit = once(child, 'exit')
  await untilOpen(port, () => child.exitCode === null)
  return {
    url: `postgres://${username}@127.0.0.1:${port}${pathname}`,
    stop: async () => {
      if (child.pid) process.kill(-child.pid, 'SIGTERM')
      await exit
      rmSync(folder, { recursive: true })
    },
  }
}

async function untilOpen(port: number, runs: () => boolean): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    try {
      await once(socket, 'connect')
      return
    } catch {
      if (!runs()) throw new Error('PgBouncer ended before it listened')
      await new Promise((resolve) => setTimeout(resolve, 50))
    } finally {
      socket.destroy()
    }
  }
}
