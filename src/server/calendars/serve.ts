import { sql } from 'kysely'
import type { CalendarKind, CalendarLanguage } from '../../contract/calendars.ts'
import { type Answer, problemAnswer } from '../answer.ts'
import type { Deps } from '../context.ts'
import { Failure } from '../failure.ts'
import { sha256 } from '../sha256.ts'
import { digestOf } from './feeds.ts'
import { writtenCalendar } from './write.ts'

interface Feed {
  id: string
  name: string
  kinds: CalendarKind[]
  alliance: string | null
  cluster: string | null
  market: string | null
  language: CalendarLanguage
  alarmDays: number | null
  hidden: string[]
}

const refreshMinutes = 60
const token = /^([\w-]{43})\.ics$/

/**
 * What a calendar program gets at `/api/calendar/{token}.ics`. It does not sign in: who has the address reads it, until it
 * is revoked. An address that never was and one that is revoked look the same.
 */
export async function serveCalendar(
  deps: Deps,
  request: Request,
  file: string,
  requestId: string,
): Promise<Answer> {
  try {
    const secret = token.exec(file)?.[1]
    const feed = secret && (await feedOf(deps, await digestOf(secret)))
    if (!feed)
      return problemAnswer(new Failure('not_found', 'There is no calendar at this address'), requestId)
    return answered(request, await textOf(deps, feed, new URL(request.url).origin))
  } catch (error) {
    console.error(`[${requestId}] a calendar failed`, error)
    return problemAnswer(new Failure('internal', 'The calendar could not be written'), requestId)
  }
}

/** The feed of an address; that it was read is noted once an hour. */
async function feedOf({ db, clock }: Deps, hash: string): Promise<Feed | undefined> {
  const { rows } = await sql<Feed>`
    select id, name, kinds, alliance_id as alliance, cluster_id as cluster, market_id as market, language, alarm_days as "alarmDays", hidden_nouns as hidden
    from calendar_feeds where token_hash = ${hash} and revoked_at is null`.execute(db)
  const [feed] = rows
  const now = clock().toISOString()
  if (feed)
    await sql`
      update calendar_feeds set read_at = ${now}
      where id = ${feed.id} and coalesce(read_at < ${now}::timestamptz - interval '1 hour', true)`.execute(db)
  return feed
}

function textOf(deps: Deps, feed: Feed, origin: string): Promise<string> {
  const { sessions: _, clock, ...rest } = deps
  const ctx = {
    ...rest,
    now: clock(),
    actor: { id: null, name: null, role: 'viewer' as const },
    changeSetId: null,
  }
  const { alliance, cluster, market } = feed
  const scope = {
    ...(alliance ? { alliance } : {}),
    ...(cluster ? { cluster } : {}),
    ...(market ? { market } : {}),
  }
  return writtenCalendar(ctx, {
    ...feed,
    scope,
    origin,
    refreshMinutes,
    hidden: new Set(feed.hidden),
  })
}

/** Unchanged since it was read last, it is not sent again. */
async function answered(request: Request, text: string): Promise<Answer> {
  const bytes = new TextEncoder().encode(text)
  const etag = `"${(await sha256(bytes)).slice(0, 32)}"`
  const headers = { etag, 'cache-control': 'private, no-cache', 'referrer-policy': 'no-referrer' }
  if (request.headers.get('if-none-match') === etag) return { status: 304, headers, body: null }
  return {
    status: 200,
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline; filename="corridor.ics"',
    },
    body: bytes,
  }
}
