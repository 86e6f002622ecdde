import { sql } from 'kysely'
import type * as z from 'zod'
import type { ReportRow, reportList } from '../../contract/reports.ts'
import type { Context } from '../context.ts'
import { countOf, foundBy, pageOf, type SortKey } from '../list.ts'
import { reportRows } from './queries.ts'

type Asked = z.output<typeof reportList>

const keys: Record<string, SortKey> = {
  title: { by: sql`sorted_as(r.title)`, type: 'text' },
  lastRun: {
    by: sql`coalesce((select max(u.at) from report_runs u where u.report_id = r.id), '-infinity')`,
    type: 'timestamptz',
  },
  updatedAt: { by: sql`r.updated_at`, type: 'timestamptz' },
}

/** One page of reports; the scope narrows them to those about the alliance, the cluster or the market. */
export async function listReports(
  ctx: Context,
  { q, kind, alliance, cluster, market, ...asked }: Asked,
): Promise<{ items: ReportRow[]; next: string | null; total: number }> {
  let found = ctx.db.selectFrom('reports as r').where('r.deleted_at', 'is', null)
  if (q) found = found.where(foundBy('reports', 'r.id', q))
  if (kind?.length) found = found.where('r.kind', 'in', kind)
  if (alliance)
    found = found.where(
      sql<boolean>`(r.alliance_id = ${alliance} or r.grant_id in (select g.id from grants g where g.alliance_id = ${alliance})
        or r.mission_id in (select m.id from missions m where m.alliance_id = ${alliance}))`,
    )
  if (cluster) found = found.where('r.organisation_id', '=', cluster)
  if (market)
    found = found.where(
      sql<boolean>`(r.market_id = ${market} or r.mission_id in (select m.id from missions m where m.market_id = ${market}))`,
    )
  const { rows, next } = await pageOf(found.select('r.id'), asked, { keys, id: 'r.id', first: 'title' })
  const ids = rows.map((row) => (row as { id: string }).id)
  return { items: await reportRows(ctx, ids), next, total: await countOf(found) }
}
