import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { exactInteger, instantText } from './values.ts'

const parsers: Record<number, (text: string) => unknown> = {
  1082: (text) => text,
  1083: (text) => text,
  20: exactInteger,
  1184: instantText,
}

/**
 * The addresses in a connection URL that names several servers, as libpq has it
 * ("postgres://user@one:5432,two:5432/name?target_session_attrs=read-write"): one URL for each.
 */
export function addressesIn(url: string): string[] {
  const parts = /^(postgres(?:ql)?:\/\/(?:[^@/?#]*@)?)([^/?#]*)(.*)$/s.exec(url)
  if (!parts) return [url]
  const [, head = '', hosts = '', tail = ''] = parts
  const rest = tail.replace(/([?&])target_session_attrs=[^&#]*&?/, '$1').replace(/[?&](?=#|$)/, '')
  return hosts.split(',').map((host) => head + host + rest)
}

export interface PoolLimits {
  /** Connections at most. */
  max: number
  /** How long one statement may take. A write that takes long by its nature asks for more. */
  statementSeconds: number
}

/**
 * What every connection is given. Set by a statement and not as it is opened, since a pooler refuses what it does not know. A node
 * that is cut off in mid-write must not hold its locks; compiling pays for none of our statements.
 */
const settings = (statementSeconds: number): [name: string, value: string][] => [
  ['statement_timeout', `${statementSeconds}s`],
  ['idle_in_transaction_session_timeout', '5min'],
  ['jit', 'off'],
]

/** Thrown where a server answers that only another may write to. */
class NotWritable extends Error {
  readonly code = '25006'
}

async function prepare(client: pg.ClientBase, statementSeconds: number): Promise<void> {
  const pairs = settings(statementSeconds)
  const set = pairs.map((_, n) => `set_config($${2 * n + 1}, $${2 * n + 2}, false)`).join(', ')
  const { rows } = await client.query(`select pg_is_in_recovery() as standby, ${set}`, pairs.flat())
  if (rows[0]?.standby) throw new NotWritable('This server is a standby')
}

/** Connections to whichever of several servers can be written to: the same as before as long as it can be, else the next. */
export class WritablePool implements PostgresPool {
  /** Kysely looks here for how to reach the server a second time, which it needs to cancel statements; none is. */
  readonly options = {}
  readonly #pools: pg.Pool[]
  #current = 0

  constructor(url: string, { max, statementSeconds }: PoolLimits) {
    this.#pools = addressesIn(url).map((connectionString) => {
      const pool = new pg.Pool({
        connectionString,
        max,
        connectionTimeoutMillis: 5000,
        keepAlive: true,
        keepAliveInitialDelayMillis: 10_000,
        verify: (client, done) => {
          prepare(client, statementSeconds).then(() => done(), done)
        },
        types: {
          getTypeParser: ((oid: number, format: 'text' | 'binary') =>
            parsers[oid] ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
        },
      })
      // A connection that dies while idle is replaced, and one that dies between two statements refuses the next; without listeners
      // they would end the process.
      pool.on('error', () => {})
      pool.on('connect', (client) => client.on('error', () => {}))
      return pool
    })
  }

  /** How many connections there are, how many of them rest, and how many requests wait for one. */
  get counts(): { total: number; idle: number; waiting: number } {
    const sum = (count: (pool: pg.Pool) => number) => this.#pools.reduce((all, pool) => all + count(pool), 0)
    return {
      total: sum((pool) => pool.totalCount),
      idle: sum((pool) => pool.idleCount),
      waiting: sum((pool) => pool.waitingCount),
    }
  }

  async connect(): Promise<PostgresPoolClient> {
    const first = this.#current
    let reason: unknown
    for (let n = 0; n < this.#pools.length; n++) {
      const index = (first + n) % this.#pools.length
      try {
        const client = await (this.#pools[index] as pg.Pool).connect()
        this.#current = index
        return leftWhereReadOnly(client)
      } catch (error) {
        // That a standby is one is no news where another server is down.
        if (!reason || reason instanceof NotWritable) reason = error
      }
    }
    throw reason
  }

  async end(): Promise<void> {
    await Promise.all(this.#pools.map((pool) => pool.end()))
  }
}

/** A server that was demoted while connected refuses to be written to: its connections are not used again. */
function leftWhereReadOnly(client: pg.PoolClient): PostgresPoolClient {
  let left = false
  const query = async (...words: unknown[]) => {
    try {
      return await (client.query as (...all: unknown[]) => Promise<unknown>)(...words)
    } catch (error) {
      left ||= (error as { code?: unknown }).code === '25006'
      throw error
    }
  }
  return {
    query: query as PostgresPoolClient['query'],
    release: (destroy?: boolean) => client.release(destroy || left),
  }
}
