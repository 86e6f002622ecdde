import { sql } from 'kysely'
import pg from 'pg'
import type { Db } from '../db/database.ts'
import type { Wire } from './wire.ts'

const channel = 'corridor_live'
const probe = 'probe:'

interface Settings {
  /**
   * Where to listen: the server itself, as a pooler in transaction mode lets nothing through. Of several, one that is no standby:
   * that one can't be listened to.
   */
  urls: readonly string[]
  db: Db
  newId: () => string
  /** Told once: what others send does not arrive. */
  warn?: (why: string) => void
  /** For tests: how long things take, in milliseconds. */
  times?: Partial<typeof usual>
}

const usual = {
  /** How often it is tried whether what is sent arrives, and how long that may take. */
  probe: 30_000,
  patience: 5_000,
  /** Before the first new attempt to connect; doubled with each, up to `longest`. */
  pause: 500,
  longest: 30_000,
}

/**
 * Nodes on one PostgreSQL hear each other by its notifications, on a connection of their own that is opened again when it is lost.
 * Whether they do is tried by sending something through the ordinary connections: a dead connection and a pooler are silent.
 */
export function postgresWire({ urls, db, newId, warn = console.warn, ...settings }: Settings): Wire {
  const times = { ...usual, ...settings.times }
  let client: pg.Client | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let trying: ReturnType<typeof setTimeout> | undefined
  let expected: { text: string; late: ReturnType<typeof setTimeout> } | undefined
  let attempts = 0
  let turn = 0
  let stopped = false
  let hears = false
  let warned = false
  let on: Parameters<Wire['start']>[0] | undefined

  const notify = async (text: string) => {
    await sql`select pg_notify(${channel}, ${text})`.execute(db)
  }
  const nowHears = (yes: boolean) => {
    if (hears === yes) return
    hears = yes
    on?.hearing(yes)
  }
  const tryIt = () => {
    const text = probe + newId()
    expected = { text, late: setTimeout(() => lose('What is sent is not heard'), times.patience) }
    // Where the database is away the reader of its history finds out, too.
    notify(text).catch(() => {})
  }
  const heard = (text: string) => {
    if (!text.startsWith(probe)) return on?.hear(text)
    if (text !== expected?.text) return
    clearTimeout(expected.late)
    expected = undefined
    attempts = 0
    nowHears(true)
    trying = setTimeout(tryIt, times.probe)
  }
  const lose = (why: string) => {
    const lost = client
    client = undefined
    clearTimeout(expected?.late)
    clearTimeout(trying)
    expected = undefined
    if (!lost || stopped) return
    lost.removeAllListeners()
    lost.on('error', () => {})
    lost.end().catch(() => {})
    nowHears(false)
    attempts++
    if (attempts === 3 && !warned) {
      warned = true
      warn(`Nodes do not hear each other, and look every few seconds instead: ${why}.`)
    }
    const pause = Math.min(times.pause * 2 ** (attempts - 1), times.longest)
    again = setTimeout(connect, pause * (0.75 + Math.random() / 2))
  }
  const connect = () => {
    const opened = new pg.Client({
      connectionString: urls[turn++ % urls.length] as string,
      keepAlive: true,
      application_name: 'corridor-live',
      connectionTimeoutMillis: times.patience,
    })
    client = opened
    opened.on('notification', ({ payload }) => payload && heard(payload))
    opened.on('error', (error) => opened === client && lose(error.message))
    opened.on('end', () => opened === client && lose('The connection was closed'))
    opened
      .connect()
      .then(() => opened.query(`listen ${channel}`))
      .then(tryIt)
      .catch((error: Error) => opened === client && lose(error.message))
  }
  return {
    send: (text) => void notify(text).catch(() => {}),
    start: (listener) => {
      on = listener
      connect()
    },
    stop: async () => {
      stopped = true
      for (const timer of [again, trying, expected?.late]) clearTimeout(timer)
      const open = client
      client = undefined
      await open?.end().catch(() => {})
    },
  }
}
