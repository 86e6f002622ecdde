import { sql } from 'kysely'
import type {
  CalendarFeed,
  createFeed,
  downloadCalendar,
  listFeeds,
  revokeFeed,
} from '../../contract/calendars.ts'
import { mustReferToLiving } from '../checks.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { hiddenFrom } from '../rights/check-read.ts'
import type { Verb } from '../route.ts'
import { sha256 } from '../sha256.ts'
import { labels } from './labels.ts'
import { writtenCalendar } from './write.ts'

/** An address of which only a digest is kept. */
export const digestOf = (token: string) => sha256(new TextEncoder().encode(token))

/** 256 bits of chance, in letters that an address takes as they are. */
function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** What an address is narrowed to is named; a record that is gone shows its id. */
const scoped = (column: string, table: string) => sql`
  case when ${sql.ref(`f.${column}`)} is not null then json_build_object('id', ${sql.ref(`f.${column}`)},
    'name', coalesce((select r.name from ${sql.table(table)} r where r.id = ${sql.ref(`f.${column}`)}), ${sql.ref(`f.${column}`)}::text)) end`

async function readFeeds(ctx: Context, id: string | null): Promise<CalendarFeed[]> {
  const { rows } = await sql<CalendarFeed>`
    select f.id, f.name, f.kinds, ${scoped('alliance_id', 'alliances')} as alliance, ${scoped('cluster_id', 'organisations')} as cluster,
      ${scoped('market_id', 'markets')} as market, f.language, f.alarm_days as "alarmDays",
      case when p.id is not null then json_build_object('id', p.id, 'name', concat_ws(' ', p.given_name, p.family_name)) end as "madeBy",
      f.created_at as "createdAt", f.read_at as "readAt", f.revoked_at as "revokedAt"
    from calendar_feeds f left join people p on p.id = f.made_by_id
    where ${id ? sql`f.id = ${id}` : sql`true`} order by f.created_at desc, f.id limit 200`.execute(ctx.db)
  return rows
}

async function readFeed(ctx: Context, id: string): Promise<CalendarFeed> {
  const [found] = await readFeeds(ctx, id)
  if (!found) throw new Failure('not_found', 'There is no such calendar')
  return found
}

export const listAllFeeds: Verb<typeof listFeeds> = async (ctx) => ({ items: await readFeeds(ctx, null) })

/** Its secret is told in the answer and kept nowhere. Refused where no program could reach the address. */
export const makeFeed: Verb<typeof createFeed> = async (ctx, { body }) => {
  if (ctx.host === 'browser')
    throw new Failure('calendar_not_served', 'A browser answers no calendar programs')
  await mustReferToLiving(ctx, [
    { noun: 'alliances', id: body.allianceId, path: 'allianceId' },
    { noun: 'organisations', id: body.clusterId, path: 'clusterId' },
    { noun: 'markets', id: body.marketId, path: 'marketId' },
  ])
  const [id, token] = [ctx.newId(), newToken()]
  await ctx.db
    .insertInto('calendar_feeds')
    .values({
      id,
      name: body.name,
      token_hash: await digestOf(token),
      kinds: [...new Set(body.kinds)],
      alliance_id: body.allianceId,
      cluster_id: body.clusterId,
      market_id: body.marketId,
      language: body.language,
      alarm_days: body.alarmDays,
      made_by_id: ctx.actor.id,
      hidden_nouns: [...hiddenFrom(ctx).nouns],
      created_at: ctx.now.toISOString(),
    })
    .execute()
  return { ...(await readFeed(ctx, id)), token }
}

/** For good: who has the address reads nothing any more. One that is closed stays so, as it was. */
export const closeFeed: Verb<typeof revokeFeed> = async (ctx, { params: { id } }) => {
  await ctx.db
    .updateTable('calendar_feeds')
    .set({ revoked_at: ctx.now.toISOString() })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
  return readFeed(ctx, id)
}

export const calendarFile: Verb<typeof downloadCalendar> = async (ctx, { query }) => {
  const { kinds, language, alarmDays, ...scope } = query
  const name = labels[language].calendar
  const text = await writtenCalendar(ctx, {
    name,
    kinds,
    scope,
    language,
    alarmDays: alarmDays ?? null,
    origin: null,
    hidden: hiddenFrom(ctx).nouns,
  })
  return {
    bytes: new TextEncoder().encode(text),
    mediaType: 'text/calendar; charset=utf-8',
    filename: `${name}.ics`,
  }
}
