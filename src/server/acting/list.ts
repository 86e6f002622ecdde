import { type RawBuilder, sql } from 'kysely'
import type { Act, listActs } from '../../contract/acting.ts'
import { asOfDay } from '../context.ts'
import { countOf, pageOf, type SortKey } from '../list.ts'
import type { Verb } from '../route.ts'
import { actsOf } from './acts.ts'

/** What has no day comes last, the newest first. */
const keys: Record<string, SortKey> = {
  on: { by: sql`coalesce(x.on_day, '-infinity')`, type: 'date' },
  title: { by: sql`sorted_as(x.title)`, type: 'text' },
}

const named = (table: string, id: string) =>
  sql`(select json_build_object('id', n.id, 'name', n.name) from ${sql.table(table)} n where n.id = ${sql.ref(`x.${id}`)})`

const columns = {
  kind: sql`x.kind`,
  by: named('organisations', 'by_id'),
  byColour: sql`(select n.colour from organisations n where n.id = x.by_id)`,
  for: sql`(select json_agg(json_build_object('id', n.id, 'name', n.name) order by sorted_as(n.name), n.id)
    from organisations n where n.id = any (x.for_ids))`,
  noun: sql`x.noun`,
  recordId: sql`x.record_id`,
  title: sql`x.title`,
  on: sql`x.on_day`,
  market: named('markets', 'market_id'),
  alliance: named('alliances', 'alliance_id'),
  amount: sql`case when x.minor is not null then json_build_object('minor', x.minor, 'currency', x.currency) end`,
} satisfies Record<Exclude<keyof Act, 'id'>, RawBuilder<unknown>>

/** One page of what clusters did for others; found by the title of the record. */
export const pageOfActs: Verb<typeof listActs> = async (ctx, { query: asked }) => {
  const day = await asOfDay(ctx, asked.asOf)
  let matching = ctx.db.selectFrom(sql<{ id: string }>`(${actsOf(day, asked)})`.as('x'))
  if (asked.q) matching = matching.where(sql<boolean>`position(folded(${asked.q}) in folded(x.title)) > 0`)
  const shown = matching.select(['x.id', ...Object.entries(columns).map(([name, by]) => by.as(name))])
  const { rows, next } = await pageOf(shown, asked, { keys, id: 'x.id', first: '-on' })
  return { items: rows as unknown as Act[], next, total: await countOf(matching) }
}
