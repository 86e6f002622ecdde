import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../contract/primitives.ts'

type Condition = RawBuilder<boolean>
type Narrowed = Pick<Scope, 'alliance' | 'cluster' | 'market'>

/** Queries of ids, per dimension of the scope. Each is a list rather than a condition, so that it is made once. */
const organisations: Record<keyof Narrowed, (id: string) => RawBuilder<unknown>> = {
  // Members of the alliance, parties to its agreements, and what is affiliated to its members.
  alliance: (id) => sql`
    select m.organisation_id from alliance_members m where m.alliance_id = ${id}
    union select p.organisation_id from agreement_parties p join agreements a on a.id = p.agreement_id and a.deleted_at is null where a.alliance_id = ${id}
    union select f.organisation_id from affiliations f join alliance_members m on m.organisation_id = f.to_id where m.alliance_id = ${id}`,
  // The cluster itself, what is affiliated to it, and its fellow parties.
  cluster: (id) => sql`
    select ${id}::uuid
    union select f.organisation_id from affiliations f where f.to_id = ${id}
    union select p.organisation_id from agreement_parties o join agreements a on a.id = o.agreement_id and a.deleted_at is null
      join agreement_parties p on p.agreement_id = a.id where o.organisation_id = ${id}`,
  // Bodies of the market's country, and parties to agreements in the market.
  market: (id) => sql`
    select o.id from organisations o where o.deleted_at is null and coalesce(o.country, '') = (select k.country from markets k where k.id = ${id})
    union select p.organisation_id from agreement_parties p join agreements a on a.id = p.agreement_id and a.deleted_at is null where a.market_id = ${id}`,
}

const agreements: Record<keyof Narrowed, (id: string) => RawBuilder<unknown>> = {
  alliance: (id) => sql`select a.id from agreements a where a.alliance_id = ${id}`,
  // Those it is a party to or negotiates.
  cluster: (id) => sql`
    select p.agreement_id from agreement_parties p where p.organisation_id = ${id}
    union select a.id from agreements a where a.negotiator_id = ${id}`,
  market: (id) => sql`select a.id from agreements a where a.market_id = ${id}`,
}

/** People of the scope's organisations, and those who signed or attended its agreements. */
const people = (dimension: keyof Narrowed, id: string) => sql`
  select t.person_id from posts t where t.organisation_id in (${organisations[dimension](id)})
  union select s.person_id from signatures s where s.person_id is not null and s.agreement_id in (${agreements[dimension](id)})
  union select t.person_id from agreement_attendees t where t.person_id is not null and t.agreement_id in (${agreements[dimension](id)})`

const alliances: Record<keyof Narrowed, (id: string) => RawBuilder<unknown>> = {
  alliance: (id) => sql`select ${id}::uuid`,
  cluster: (id) => sql`select m.alliance_id from alliance_members m where m.organisation_id = ${id}`,
  // Those that target the market, or have an agreement there.
  market: (id) => sql`
    select l.alliance_id from market_leads l where l.market_id = ${id}
    union select a.alliance_id from agreements a where a.market_id = ${id} and a.deleted_at is null and a.alliance_id is not null`,
}

const markets: Record<keyof Narrowed, (id: string) => RawBuilder<unknown>> = {
  // Those the alliance targets, or has an agreement in.
  alliance: (id) => sql`
    select l.market_id from market_leads l where l.alliance_id = ${id}
    union select a.market_id from agreements a where a.alliance_id = ${id} and a.deleted_at is null and a.market_id is not null`,
  // Those the cluster leads, or has an agreement in.
  cluster: (id) => sql`
    select l.market_id from market_leads l where l.organisation_id = ${id}
    union select a.market_id from agreements a where a.deleted_at is null and a.market_id is not null and a.id in (${agreements.cluster(id)})`,
  market: (id) => sql`select ${id}::uuid`,
}

/** Whose tasks are the scope's: the cluster's, or those of the alliance's members. */
const clusters: Record<keyof Narrowed, (id: string) => RawBuilder<unknown>> = {
  alliance: (id) => sql`select m.organisation_id from alliance_members m where m.alliance_id = ${id}`,
  cluster: (id) => sql`select ${id}::uuid`,
  market: () => sql`select null::uuid`,
}

/** Those, and tasks about the scope's own record or one of its agreements. */
const tasks = (dimension: keyof Narrowed, id: string) => sql`
  select t.id from tasks t where t.record_id = ${id}
  union select t.id from tasks t where t.noun = 'agreements' and t.record_id in (${agreements[dimension](id)})
  union select t.id from tasks t where t.cluster_id in (${clusters[dimension](id)})`

const ids = {
  organisations: (dimension: keyof Narrowed, id: string) => organisations[dimension](id),
  agreements: (dimension: keyof Narrowed, id: string) => agreements[dimension](id),
  alliances: (dimension: keyof Narrowed, id: string) => alliances[dimension](id),
  markets: (dimension: keyof Narrowed, id: string) => markets[dimension](id),
  people,
  tasks,
}

/** The condition that narrows a noun to the scope; `id` is the column of the record's id ("organisations.id"). */
export function inScope(noun: keyof typeof ids, id: string, scope: Narrowed): Condition {
  const conditions = (['alliance', 'cluster', 'market'] as const).flatMap((dimension) => {
    const asked = scope[dimension]
    return asked ? [sql<boolean>`${sql.ref(id)} in (${ids[noun](dimension, asked)})`] : []
  })
  return conditions.length > 0 ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`true`
}
