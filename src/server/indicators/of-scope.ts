import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../contract/primitives.ts'

/**
 * The condition that narrows indicators `i` to a scope: the alliance's own and its grants'; a cluster's own and its alliances';
 * those of a market, and those in all markets of the alliances and clusters that look after it.
 */
export function ofScope({ alliance, cluster, market }: Scope): RawBuilder<boolean> {
  const conditions = [
    alliance &&
      sql`(i.alliance_id = ${alliance} or i.grant_id in (select g.id from grants g where g.alliance_id = ${alliance}))`,
    cluster &&
      sql`(i.cluster_id = ${cluster} or i.cluster_id is null and (i.alliance_id in (${alliancesOf(cluster)}) or i.grant_id in (
        select g.id from grants g where g.cluster_id = ${cluster} or g.alliance_id in (${alliancesOf(cluster)}))))`,
    market &&
      sql`(${ownOfMarket(market)} or i.market_id is null and (
        i.cluster_id is null and i.alliance_id in (select l.alliance_id from market_leads l where l.market_id = ${market})
        or i.cluster_id in (select l.organisation_id from market_leads l where l.market_id = ${market})))`,
  ].flatMap((condition) => condition || [])
  return conditions.length > 0 ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`true`
}

/** Indicators of what is done in a market alone. */
export const ownOfMarket = (market: string): RawBuilder<boolean> => sql<boolean>`i.market_id = ${market}`

const alliancesOf = (cluster: string) =>
  sql`select m.alliance_id from alliance_members m where m.organisation_id = ${cluster}`
