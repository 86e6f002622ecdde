import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../contract/primitives.ts'

type Condition = RawBuilder<boolean>
type Narrowed = Pick<Scope, 'alliance' | 'cluster' | 'market'>

/** Queries of ids, per dimension of the scope. Each is a list rather than a condition, so that it is made once. */
const organisations: Record<keyof Narrowed, (id: string) => RawBuilder<unknown>> = {
  // Members of the alliance, those in its agreements and missions, and what is affiliated to its members.
  alliance: (id) => sql`
    select m.organisation_id from alliance_members m where m.alliance_id = ${id}
    union select p.organisation_id from agreement_parties p join agreements a on a.id = p.agreement_id and a.deleted_at is null where a.alliance_id = ${id}
    union select f.organisation_id from affiliations f join alliance_members m on m.organisation_id = f.to_id where m.alliance_id = ${id}
    union ${inMissions(missions.alliance(id))}`,
  // The cluster itself, what is affiliated to it, its fellow parties, and whom its missions bring together.
  cluster: (id) => sql`
    select ${id}::uuid
    union select f.organisation_id from affiliations f where f.to_id = ${id}
    union select p.organisation_id from agreement_parties o join agreements a on a.id = o.agreement_id and a.deleted_at is null
      join agreement_parties p on p.agreement_id = a.id where o.organisation_id = ${id}
    union select p.organisation_id from participations p where p.deleted_at is null and p.cluster_id = ${id}
    union select p.organisation_id from participations p where p.deleted_at is null and p.side = 'partner' and p.mission_id = any (array(${missions.cluster(id)}))
    union select b.organisation_id from mission_bodies b where b.mission_id in (${missions.cluster(id)})`,
  // Bodies of the market's country, and those in agreements and missions in the market.
  market: (id) => sql`
    select o.id from organisations o where o.deleted_at is null and coalesce(o.country, '') = (${countryOf(id)})
    union ${inBusinessWith(id)}`,
}

/** The country of a market. */
export const countryOf = (market: string) => sql`select k.country from markets k where k.id = ${market}`

/** Bodies in a market's agreements and missions, wherever they are. */
export const inBusinessWith = (market: string) => sql`
  select p.organisation_id from agreement_parties p join agreements a on a.id = p.agreement_id and a.deleted_at is null where a.market_id = ${market}
  union ${inMissions(missions.market(market))}`

const agreements: Record<keyof Narrowed, (id: string) => RawBuilder<unknown>> = {
  alliance: (id) => sql`select a.id from agreements a where a.alliance_id = ${id}`,
  // Those it is a party to or negotiates.
  cluster: (id) => sql`
    select p.agreement_id from agreement_parties p where p.organisation_id = ${id}
    union select a.id from agreements a where a.negotiator_id = ${id}`,
  market: (id) => sql`select a.id from agreements a where a.market_id = ${id}`,
}

const missions: Record<keyof Narrowed, (id: string) => RawBuilder<unknown>> = {
  alliance: (id) => sql`select m.id from missions m where m.deleted_at is null and m.alliance_id = ${id}`,
  // Those it leads, joins, hosts or organises, and those that companies of its own take part in.
  cluster: (id) => sql`
    select m.id from missions m where m.deleted_at is null and m.id in (
      select b.mission_id from mission_bodies b where b.organisation_id = ${id}
      union select p.mission_id from participations p where p.cluster_id = ${id} and p.deleted_at is null)`,
  market: (id) => sql`select m.id from missions m where m.deleted_at is null and m.market_id = ${id}`,
}

/** The bodies behind missions, and their companies and counterparts. */
const inMissions = (of: RawBuilder<unknown>) => sql`
  select b.organisation_id from mission_bodies b where b.mission_id in (${of})
  union select p.organisation_id from participations p where p.deleted_at is null and p.mission_id in (${of})`

const participations: Record<keyof Narrowed, (id: string) => RawBuilder<unknown>> = {
  alliance: (id) => sql`select p.id from participations p where p.mission_id in (${missions.alliance(id)})`,
  // Its own, those of companies that it brings, and of whom they can meet.
  cluster: (id) => sql`
    select p.id from participations p where p.cluster_id = ${id} or p.organisation_id = ${id}
    union select p.id from participations p where p.side = 'partner' and p.mission_id in (${missions.cluster(id)})`,
  market: (id) => sql`select p.id from participations p where p.mission_id in (${missions.market(id)})`,
}

/** People of the scope's organisations, those who signed or attended its agreements, and those who go on its missions. */
const people = (dimension: keyof Narrowed, id: string) => sql`
  select t.person_id from posts t where t.organisation_id in (${organisations[dimension](id)})
  union select s.person_id from signatures s where s.person_id is not null and s.agreement_id in (${agreements[dimension](id)})
  union select t.person_id from agreement_attendees t where t.person_id is not null and t.agreement_id in (${agreements[dimension](id)})
  union select h.person_id from participation_people h where h.participation_id in (${participations[dimension](id)})`

const alliances: Record<keyof Narrowed, (id: string) => RawBuilder<unknown>> = {
  alliance: (id) => sql`select ${id}::uuid`,
  cluster: (id) => sql`select m.alliance_id from alliance_members m where m.organisation_id = ${id}`,
  // Those that target the market, or have an agreement or a mission there.
  market: (id) => sql`
    select l.alliance_id from market_leads l where l.market_id = ${id}
    union select a.alliance_id from agreements a where a.market_id = ${id} and a.deleted_at is null and a.alliance_id is not null
    union select m.alliance_id from missions m where m.alliance_id is not null and m.id in (${missions.market(id)})`,
}

const markets: Record<keyof Narrowed, (id: string) => RawBuilder<unknown>> = {
  // Those the alliance targets, or has an agreement or a mission in.
  alliance: (id) => sql`
    select l.market_id from market_leads l where l.alliance_id = ${id}
    union select a.market_id from agreements a where a.alliance_id = ${id} and a.deleted_at is null and a.market_id is not null
    union select m.market_id from missions m where m.market_id is not null and m.id in (${missions.alliance(id)})`,
  // Those the cluster leads, or has an agreement or a mission in.
  cluster: (id) => sql`
    select l.market_id from market_leads l where l.organisation_id = ${id}
    union select a.market_id from agreements a where a.deleted_at is null and a.market_id is not null and a.id in (${agreements.cluster(id)})
    union select m.market_id from missions m where m.market_id is not null and m.id in (${missions.cluster(id)})`,
  market: (id) => sql`select ${id}::uuid`,
}

/** Grants of the alliance; those given to the cluster or to an alliance it is in, or that it has a line of; those with a line for the market. */
const grants: Record<keyof Narrowed, (id: string) => RawBuilder<unknown>> = {
  alliance: (id) => sql`select g.id from grants g where g.deleted_at is null and g.alliance_id = ${id}`,
  cluster: (id) => sql`
    select g.id from grants g where g.deleted_at is null and (g.cluster_id = ${id}
      or g.alliance_id in (select m.alliance_id from alliance_members m where m.organisation_id = ${id})
      or g.id in (select l.grant_id from budget_lines l where l.cluster_id = ${id}))`,
  market: (id) =>
    sql`select g.id from grants g where g.deleted_at is null and g.id in (select l.grant_id from budget_lines l where l.market_id = ${id})`,
}

/** Expenses that its grants bear, that the cluster pays or that are for it, and those of the market's lines and missions. */
const expenses: Record<keyof Narrowed, (id: string) => RawBuilder<unknown>> = {
  alliance: (id) => sql`
    select s.expense_id from expense_shares s where s.grant_id in (${grants.alliance(id)})
    union select e.id from expenses e where e.mission_id in (${missions.alliance(id)})`,
  cluster: (id) => sql`
    select e.id from expenses e where e.payer_id = ${id}
    union select e.id from expenses e where e.beneficiary_id = ${id}`,
  market: (id) => sql`
    select s.expense_id from expense_shares s join budget_lines l on l.id = s.line_id where l.market_id = ${id}
    union select e.id from expenses e where e.mission_id in (${missions.market(id)})`,
}

/** Whose tasks are the scope's: the cluster's, or those of the alliance's members. */
const clusters: Record<keyof Narrowed, (id: string) => RawBuilder<unknown>> = {
  alliance: (id) => sql`select m.organisation_id from alliance_members m where m.alliance_id = ${id}`,
  cluster: (id) => sql`select ${id}::uuid`,
  market: () => sql`select null::uuid`,
}

/** Those, and tasks about the scope's own record, or about one of its agreements, missions and participations. */
const tasks = (dimension: keyof Narrowed, id: string) => sql`
  select t.id from tasks t where t.record_id = ${id}
  union select t.id from tasks t where t.noun = 'agreements' and t.record_id in (${agreements[dimension](id)})
  union select t.id from tasks t where t.noun = 'missions' and t.record_id in (${missions[dimension](id)})
  union select t.id from tasks t where t.noun = 'participations' and t.record_id in (${participations[dimension](id)})
  union select t.id from tasks t where t.noun = 'grants' and t.record_id in (${grants[dimension](id)})
  union select t.id from tasks t where t.noun = 'expenses' and t.record_id in (${expenses[dimension](id)})
  union select t.id from tasks t where t.cluster_id in (${clusters[dimension](id)})`

const ids = {
  organisations: (dimension: keyof Narrowed, id: string) => organisations[dimension](id),
  agreements: (dimension: keyof Narrowed, id: string) => agreements[dimension](id),
  missions: (dimension: keyof Narrowed, id: string) => missions[dimension](id),
  participations: (dimension: keyof Narrowed, id: string) => participations[dimension](id),
  alliances: (dimension: keyof Narrowed, id: string) => alliances[dimension](id),
  markets: (dimension: keyof Narrowed, id: string) => markets[dimension](id),
  grants: (dimension: keyof Narrowed, id: string) => grants[dimension](id),
  expenses: (dimension: keyof Narrowed, id: string) => expenses[dimension](id),
  people,
  tasks,
}

/** The condition that narrows a noun to the scope; `id` is the column of the record's id ("organisations.id"). */
export const inScope = (noun: keyof typeof ids, id: string, scope: Narrowed): Condition =>
  each(scope, (dimension, asked) => sql`${sql.ref(id)} in (${ids[noun](dimension, asked)})`)

/** A condition for each dimension that is asked for, all of which must hold. */
function each(
  scope: Narrowed,
  condition: (dimension: keyof Narrowed, id: string) => RawBuilder<unknown>,
): Condition {
  const conditions = (['alliance', 'cluster', 'market'] as const).flatMap((dimension) => {
    const asked = scope[dimension]
    return asked ? [condition(dimension, asked)] : []
  })
  return conditions.length > 0 ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`true`
}

/** What `expenses` above holds, said of an expense at hand: without lists of ids, each is looked at once and its own indexes serve. */
const isOf: Record<keyof Narrowed, (expense: string, id: string) => RawBuilder<unknown>> = {
  alliance: (
    expense,
    id,
  ) => sql`(${sql.ref(`${expense}.id`)} in (select s.expense_id from expense_shares s where s.grant_id in (${grants.alliance(id)}))
    or ${sql.ref(`${expense}.mission_id`)} in (${missions.alliance(id)}))`,
  cluster: (expense, id) =>
    sql`(${sql.ref(`${expense}.payer_id`)} = ${id} or ${sql.ref(`${expense}.beneficiary_id`)} = ${id})`,
  market: (expense, id) => sql`(${sql.ref(`${expense}.id`)} in (
      select s.expense_id from expense_shares s join budget_lines l on l.id = s.line_id where l.market_id = ${id})
    or ${sql.ref(`${expense}.mission_id`)} in (${missions.market(id)}))`,
}

/** The condition that narrows rows of `expenses`, by their alias, to the scope. */
export const expensesInScope = (expense: string, scope: Narrowed): Condition =>
  each(scope, (dimension, id) => isOf[dimension](expense, id))
