import { sql } from 'kysely'
import type { listServices } from '../../contract/services.ts'
import { countOf, foundBy, pageOf, type SortKey } from '../list.ts'
import type { Verb } from '../route.ts'
import { inScope } from '../scope.ts'
import { servicesOf } from './queries.ts'

/** What has no date comes last, going up. */
const keys: Record<string, SortKey> = {
  starts: { by: sql`coalesce(partial_first(s.starts), 'infinity')`, type: 'date' },
  title: { by: sql`sorted_as(s.title)`, type: 'text' },
  organisation: { by: sql`sorted_as(o.name)`, type: 'text' },
  updatedAt: { by: sql`s.updated_at`, type: 'timestamptz' },
}

/** One page of services, in the scope and by the filters asked for; found by the company's name. */
export const listAllServices: Verb<typeof listServices> = async (ctx, { query: asked }) => {
  const { organisation, kind, alliance, cluster, market, q } = asked
  let matching = ctx.db
    .selectFrom('services as s')
    .innerJoin('organisations as o', 'o.id', 's.organisation_id')
    .where('o.deleted_at', 'is', null)
  if (q) matching = matching.where(foundBy('organisations', 's.organisation_id', q))
  if (organisation) matching = matching.where('s.organisation_id', '=', organisation)
  if (kind?.length) matching = matching.where('s.kind', 'in', kind)
  if (alliance) matching = matching.where(inScope('organisations', 's.organisation_id', { alliance }))
  if (cluster)
    matching = matching.where(
      sql<boolean>`(s.cluster_id = ${cluster} or ${inScope('organisations', 's.organisation_id', { cluster })})`,
    )
  if (market) matching = matching.where('s.market_id', '=', market)
  const { rows, next } = await pageOf(matching.select('s.id'), asked, { keys, id: 's.id', first: '-starts' })
  const items = await servicesOf(
    ctx,
    rows.map(({ id }) => id),
  )
  return { items, next, total: await countOf(matching) }
}
