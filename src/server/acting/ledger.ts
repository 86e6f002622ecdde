import { sql } from 'kysely'
import type { ActingLedger, readLedger } from '../../contract/acting.ts'
import { type ActKind, actKinds } from '../../domain/acting.ts'
import { asOfDay } from '../context.ts'
import type { Verb } from '../route.ts'
import { actsOf } from './acts.ts'

type Done = ActingLedger['total'][ActKind]
type ByKind = Record<ActKind, Done>

interface Row {
  way: 'gave' | 'got' | 'all'
  id: string | null
  kind: ActKind
  currency: string | null
  count: number
  minor: number
}

/** What each cluster gave and got. What was done for several is got by each, and counted once in all. */
export const readTheLedger: Verb<typeof readLedger> = async (ctx, { query: scope }) => {
  const day = await asOfDay(ctx, scope.asOf)
  const counted = sql`x.kind, x.currency, count(*)::int as count, coalesce(sum(x.minor), 0)::bigint as minor`
  const { rows } = await sql<Row>`
    with x as materialized (${actsOf(day, scope)})
    select 'gave' as way, x.by_id as id, ${counted} from x group by x.by_id, x.kind, x.currency
    union all
    select 'got', f.id, ${counted} from x cross join unnest(x.for_ids) f (id) group by f.id, x.kind, x.currency
    union all
    select 'all', null, ${counted} from x group by x.kind, x.currency`.execute(ctx.db)
  const ids = [...new Set(rows.flatMap(({ id }) => id ?? []))].filter(
    (id) => scope.cluster === undefined || id === scope.cluster,
  )
  const { rows: clusters } = await sql<
    { id: string } & Pick<ActingLedger['clusters'][number], 'cluster' | 'colour'>
  >`
    select o.id, json_build_object('id', o.id, 'name', o.name) as cluster, o.colour from organisations o
    where o.id = any (${sql.val(ids)}::uuid[]) order by sorted_as(o.name), o.id`.execute(ctx.db)
  const of = (way: Row['way'], id: string | null) =>
    byKind(rows.filter((row) => row.way === way && row.id === id))
  return {
    asOf: day,
    clusters: clusters.map(({ id, ...one }) => ({ ...one, gave: of('gave', id), got: of('got', id) })),
    total: of('all', null),
  }
}

const byKind = (rows: readonly Row[]): ByKind =>
  Object.fromEntries(
    actKinds.map((kind) => {
      const mine = rows.filter((row) => row.kind === kind)
      const sums = mine.flatMap(({ currency, minor }) =>
        currency === null ? [] : [{ currency, minor: Number(minor) }],
      )
      return [
        kind,
        {
          count: mine.reduce((sum, { count }) => sum + count, 0),
          sums: sums.sort((a, b) => (a.currency < b.currency ? -1 : 1)),
        },
      ]
    }),
  ) as ByKind
