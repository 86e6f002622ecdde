import { type RawBuilder, sql } from 'kysely'
import type { listServedRecords } from '../../contract/served.ts'
import type { ServedRecord } from '../../contract/served-lists.ts'
import { asOfDay } from '../context.ts'
import { countOf, foundBy, pageOf, type SortKey } from '../list.ts'
import type { Verb } from '../route.ts'
import { recordsAsOf } from './records.ts'

/** What has no day comes last, the newest first. */
const keys: Record<string, SortKey> = {
  on: { by: sql`coalesce(r.on_day, '-infinity')`, type: 'date' },
  company: { by: sql`sorted_as(o.name)`, type: 'text' },
}

interface Held {
  id: string
  kind: string
  record_id: string
  organisation_id: string
  mission_id: string | null
  cluster_id: string | null
  market_id: string | null
  alliance_id: string | null
}

const each = (records: RawBuilder<unknown>) => sql`select x.*, 0 as others from (${records}) x`

/** What several companies share stands with the first of them. */
const onceEach = (records: RawBuilder<unknown>) => sql`
  select distinct on (x.kind, x.record_id) x.*, (count(*) over (partition by x.kind, x.record_id))::int - 1 as others
  from (${records}) x order by x.kind, x.record_id, x.id`

/** One page of the records behind the figures. */
export const servedRecords: Verb<typeof listServedRecords> = async (ctx, { query: asked }) => {
  const day = await asOfDay(ctx, asked.asOf)
  let matching = ctx.db
    .selectFrom(
      sql<Held>`(${asked.once ? onceEach(recordsAsOf(day, asked)) : each(recordsAsOf(day, asked))})`.as('r'),
    )
    .innerJoin('organisations as o', 'o.id', 'r.organisation_id')
  if (asked.q) matching = matching.where(foundBy('organisations', 'r.organisation_id', asked.q))
  const named = (table: string, id: string, name: string) =>
    sql`(select json_build_object('id', n.id, 'name', ${sql.ref(`n.${name}`)}) from ${sql.table(table)} n where n.id = ${sql.ref(`r.${id}`)})`
  const shown = matching.select([
    'r.id',
    ...(
      [
        [sql`r.kind`, 'kind'],
        [sql`r.record_id`, 'recordId'],
        [sql`json_build_object('id', o.id, 'name', o.name)`, 'company'],
        [sql`r.on_day`, 'on'],
        [sql`r.status`, 'status'],
        [sql`r.title`, 'title'],
        [named('missions', 'mission_id', 'title'), 'mission'],
        [named('organisations', 'cluster_id', 'name'), 'cluster'],
        [named('markets', 'market_id', 'name'), 'market'],
        [named('alliances', 'alliance_id', 'name'), 'alliance'],
        [
          sql`case when r.value_minor is not null then json_build_object('minor', r.value_minor, 'currency', r.value_currency) end`,
          'value',
        ],
        [sql`r.rating`, 'rating'],
        [sql`r.others`, 'others'],
        [sql`r.sample`, 'sample'],
      ] as const satisfies readonly (readonly [RawBuilder<unknown>, keyof ServedRecord])[]
    ).map(([by, name]) => by.as(name)),
  ])
  const { rows, next } = await pageOf(shown, asked, { keys, id: 'r.id', first: '-on' })
  return { items: rows as unknown as ServedRecord[], next, total: await countOf(matching) }
}
