import type { CivilDate } from '../domain/partial-date.ts'
import type { Appointment } from '../domain/rights.ts'
import type { Scope } from '../domain/scopes.ts'
import { localIn } from '../domain/time-zone.ts'
import type { Watch } from './audit/watch.ts'
import type { Db } from './db/database.ts'
import type { Live } from './live/live.ts'
import type { Outside } from './webhooks/outside.ts'

/** Who asks. `id` is a person of the workspace, or null for the local user who has not said who they are. */
export interface Actor {
  id: string | null
  name: string | null
  role: 'manager' | 'viewer'
  /** The account, where people sign in. */
  userId?: string
  sessionId?: string
  /** The roles given to the account; absent where nobody signs in: then who may write may write everything. */
  appointments?: readonly Appointment[]
  /** Where it is a program that asks in their name: by which token, which narrows what the roles let it do. */
  token?: { id: string; scopes: readonly Scope[] }
}

/** The one who may ask, or null where nobody is signed in. */
export type Sessions = (request: Request, db: Db) => Promise<Actor | null>

export interface Deps {
  db: Db
  /** The instant it is. Nothing below reads the machine's clock. */
  clock: () => Date
  /** The IANA time zone at whose midnight the day changes; UTC unless given. */
  zone?: string
  newId: () => string
  sessions: Sessions
  host: 'browser' | 'node' | 'test'
  /** All that is added is invented, and marked so: for who enters the sample activity. */
  sample?: boolean
  /** Where the host keeps accounts: how those who were invited are told, with what proves that it is they. */
  invite?: (to: { email: string; name: string; by: string | null }, token: string) => void
  /** Tells others what is written, as it is; absent where nobody else is there to be told. */
  live?: Live
  /** Where it is noted that a request failed in a way that nobody foresaw; the console unless given. */
  report?: (request: { requestId: string; operation: string }, error: unknown) => void
  /** Where the host keeps an audit: notes what is seen. What is written is noted in the database. */
  audit?: Pick<Watch, 'saw'>
  /** Where the host tells other programs what changes: which it may reach. */
  webhooks?: Outside
  /** The demo workspace's file, for "Reset demo"; absent where it can't be had. */
  demo?: () => Promise<Uint8Array<ArrayBuffer>>
}

/** What every verb receives. In a write, `db` is the request's transaction. */
export interface Context extends Omit<Deps, 'sessions' | 'clock'> {
  actor: Actor
  /** The instant of the request, one for all it writes. */
  now: Date
  /** When what is sent now was written; see `writtenAt`. */
  written?: Date
  /** The change set that the request's row changes are noted under; null in a read. */
  changeSetId: string | null
  /** In a write: adds to what the audit says of it, where the history has nothing of it. Ids and choices, no names. */
  tell?: (detail: Record<string, unknown>) => void
}

/** The civil date that the clock shows where the host is. */
export const today = ({ now, zone }: Pick<Context, 'now' | 'zone'>): CivilDate =>
  localIn(now.getTime(), zone ?? 'UTC').date

/** The day as seen from which all is shown: asked for, else the workspace's, else today. */
export async function asOfDay(ctx: Context, asked: CivilDate | undefined): Promise<CivilDate> {
  if (asked) return asked
  const workspace = await ctx.db.selectFrom('workspace').select('as_of').executeTakeFirst()
  return workspace?.as_of ?? today(ctx)
}
