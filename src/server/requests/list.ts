import { type RawBuilder, sql } from 'kysely'
import type * as z from 'zod'
import type { listRequests, MeetingRequest } from '../../contract/requests.ts'
import { asOfDay } from '../context.ts'
import { readCursor, type SortKey, writeCursor } from '../list.ts'
import type { Verb } from '../route.ts'
import { joined, shown } from './queries.ts'

type Asked = z.output<typeof listRequests.query>

/** By wish: the strongest first. */
const strength = sql`case requests.wish when 'must' then 1 when 'want' then 2 when 'open' then 3 else 4 end`
const keys: Record<string, SortKey> = {
  from: { by: sql`(sorted_as(g.name) || ' ' || sorted_as(u.name))`, type: 'text' },
  to: { by: sql`(sorted_as(u.name) || ' ' || sorted_as(g.name))`, type: 'text' },
  wish: { by: strength, type: 'int' },
  updatedAt: { by: sql`requests.updated_at`, type: 'timestamptz' },
}

/** One page of requests, by who asks unless another order is asked for. Text search is in the names of both and the note. */
export const pageOfRequests: Verb<typeof listRequests> = async (ctx, { query: asked }) => {
  const day = await asOfDay(ctx, asked.asOf)
  const sort = asked.sort ?? 'from'
  const descending = sort.startsWith('-')
  const key = keys[descending ? sort.slice(1) : sort] as SortKey
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const from = sql`requests ${joined(day, asked.mission ?? null)}`
  const matching = sql.join(conditions(asked), sql` and `)
  const { rows: counted } = await sql<{
    total: number
  }>`select count(*)::int as total from ${from} where ${matching}`.execute(ctx.db)
  const after = asked.cursor ? readCursor(asked.cursor, sort) : null
  const beyond = after
    ? sql`(${key.by}, requests.id) ${sql.raw(descending ? '<' : '>')} (cast(${after.value} as ${sql.raw(key.type)}), cast(${after.id} as uuid))`
    : sql`true`
  const { rows } = await sql<MeetingRequest & { page_key: string }>`
    select ${shown}, (${key.by})::text as page_key from ${from}
    where ${matching} and ${beyond}
    order by ${key.by} ${direction}, requests.id ${direction} limit ${asked.limit + 1}`.execute(ctx.db)
  const page = rows.slice(0, asked.limit)
  const last = rows.length > asked.limit ? page.at(-1) : undefined
  return {
    items: page.map(({ page_key: _, ...row }) => row),
    next: last ? writeCursor({ sort, value: last.page_key, id: last.id }) : null,
    total: counted[0]?.total ?? 0,
  }
}

/** Of living missions and participants; the scope narrows by the mission's alliance and market, and by the company's cluster. */
function conditions(asked: Asked): RawBuilder<unknown>[] {
  const mission = sql`select m.id from missions m where m.deleted_at is null`
  const all: RawBuilder<unknown>[] = [
    sql`f.deleted_at is null and t.deleted_at is null`,
    asked.mission ? sql`requests.mission_id = ${asked.mission}` : sql`requests.mission_id in (${mission})`,
  ]
  if (asked.alliance) all.push(sql`requests.mission_id in (${mission} and m.alliance_id = ${asked.alliance})`)
  if (asked.market) all.push(sql`requests.mission_id in (${mission} and m.market_id = ${asked.market})`)
  if (asked.cluster) all.push(sql`${asked.cluster}::uuid in (f.cluster_id, t.cluster_id)`)
  if (asked.participation) all.push(sql`${asked.participation}::uuid in (requests.from_id, requests.to_id)`)
  if (asked.wish?.length) all.push(sql`requests.wish = any (${sql.val(asked.wish)}::text[])`)
  if (asked.pair?.length) all.push(sql`pair.state = any (${sql.val(asked.pair)}::text[])`)
  if (asked.q)
    all.push(
      sql`folded(concat_ws(' ', g.name, u.name, requests.note)) like '%' || replace(replace(replace(folded(${asked.q}), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'`,
    )
  return all
}
