import { type RawBuilder, sql } from 'kysely'
import type { RecordNoun } from '../../contract/primitives.ts'

/** Those rows of a table whose column holds one of the ids that are asked about: as they are, or as they were. */
export type Rows = (table: string, column: string) => RawBuilder<unknown>

/**
 * What holds something: a record's noun, or a table whose rows are of another cluster than the record they hang on. `closed`:
 * where nobody holds it, it is not common to all but for those whose right goes everywhere.
 */
interface Holding {
  table: string
  closed: boolean
  /** Pairs (id, holder): the clusters and alliances that something is of. */
  holders: (rows: Rows) => RawBuilder<unknown>
}

/** Those that work together: members of an alliance, and clusters that are not partners abroad. */
const isHome = (id: RawBuilder<unknown>) => sql`(
  exists (select from alliance_members m where m.organisation_id = ${id})
  or exists (select from organisations o where o.id = ${id} and 'cluster' = any (o.kinds) and not 'partner' = any (o.kinds)))`

/** Pairs of ids and organisations, those left that are clusters at home; with the alliances that these are in. */
const ofClusters = (pairs: RawBuilder<unknown>) => sql`
  select p.id, h.holder from (${pairs}) p (id, organisation)
  cross join lateral (
    select p.organisation as holder
    union select m.alliance_id from alliance_members m where m.organisation_id = p.organisation) h
  where ${isHome(sql`p.organisation`)}`

/** Pairs of ids and alliances; with the clusters that coordinate these. */
const ofAlliances = (pairs: RawBuilder<unknown>) => sql`
  select p.id, h.holder from (${pairs}) p (id, alliance)
  cross join lateral (
    select p.alliance as holder
    union select m.organisation_id from alliance_members m where m.alliance_id = p.alliance and m.role = 'coordinator') h
  where p.alliance is not null`

/** Pairs of ids and organisations: those that are clusters at home, without their alliances. */
const atHome = (pairs: RawBuilder<unknown>) => sql`
  select p.id, p.organisation from (${pairs}) p (id, organisation) where ${isHome(sql`p.organisation`)}`

const either = (...parts: RawBuilder<unknown>[]) => sql`${sql.join(parts, sql` union `)}`

/** Of a mission: the bodies from home behind it, and its alliance. */
const missionsOf = (pairs: RawBuilder<unknown>) =>
  either(
    atHome(
      sql`select p.id, b.organisation_id from (${pairs}) p (id, mission) join mission_bodies b on b.mission_id = p.mission`,
    ),
    sql`select p.id, m.alliance_id from (${pairs}) p (id, mission) join missions m on m.id = p.mission where m.alliance_id is not null`,
  )

/** Clusters that bring companies to a mission. */
const bringersOf = (pairs: RawBuilder<unknown>) =>
  atHome(sql`select p.id, t.cluster_id from (${pairs}) p (id, mission)
    join participations t on t.mission_id = p.mission and t.deleted_at is null where t.cluster_id is not null`)

const companiesOf = (pairs: RawBuilder<unknown>) =>
  ofClusters(sql`select p.id, p.organisation from (${pairs}) p (id, organisation)
    union select p.id, f.to_id from (${pairs}) p (id, organisation) join affiliations f on f.organisation_id = p.organisation`)

/** Whose each record is: one function per noun, and nothing of the kind anywhere else. */
const byNoun: Record<RecordNoun, Omit<Holding, 'table'>> = {
  // A cluster is its own; who is affiliated to one, is of it.
  organisations: {
    closed: false,
    holders: (rows) =>
      ofClusters(sql`select r.id, r.id from ${rows('organisations', 'id')} r
        union select r.organisation_id, r.to_id from ${rows('affiliations', 'organisation_id')} r`),
  },
  people: {
    closed: false,
    holders: (rows) =>
      ofClusters(sql`select r.person_id, r.organisation_id from ${rows('posts', 'person_id')} r`),
  },
  alliances: {
    closed: true,
    holders: (rows) => ofAlliances(sql`select r.id, r.id from ${rows('alliances', 'id')} r`),
  },
  markets: { closed: false, holders: () => sql`select null::uuid, null::uuid where false` },
  // Its parties from home and who negotiates, and its alliance.
  agreements: {
    closed: false,
    holders: (rows) =>
      either(
        atHome(sql`select r.agreement_id, r.organisation_id from ${rows('agreement_parties', 'agreement_id')} r where r.side = 'home'
          union select r.id, r.negotiator_id from ${rows('agreements', 'id')} r`),
        sql`select r.id, r.alliance_id from ${rows('agreements', 'id')} r where r.alliance_id is not null`,
      ),
  },
  missions: {
    closed: false,
    holders: (rows) =>
      either(
        atHome(sql`select r.mission_id, r.organisation_id from ${rows('mission_bodies', 'mission_id')} r`),
        sql`select r.id, r.alliance_id from ${rows('missions', 'id')} r where r.alliance_id is not null`,
      ),
  },
  // The cluster that brings the company, those who lead or organise the mission, and its alliance.
  participations: {
    closed: false,
    holders: (rows) => {
      const own = rows('participations', 'id')
      return either(
        sql`select r.id, r.cluster_id from ${own} r where r.cluster_id is not null`,
        atHome(sql`select r.id, b.organisation_id from ${own} r join mission_bodies b on b.mission_id = r.mission_id
          where b.role in ('lead', 'organiser') or r.cluster_id is null`),
        sql`select r.id, m.alliance_id from ${own} r join missions m on m.id = r.mission_id where m.alliance_id is not null`,
      )
    },
  },
  meetings: {
    closed: false,
    holders: (rows) => {
      const own = sql`select r.id, r.mission_id from ${rows('meetings', 'id')} r`
      return either(missionsOf(own), bringersOf(own))
    },
  },
  grants: {
    closed: true,
    holders: (rows) =>
      either(
        sql`select r.id, r.cluster_id from ${rows('grants', 'id')} r where r.cluster_id is not null`,
        ofAlliances(sql`select r.id, r.alliance_id from ${rows('grants', 'id')} r`),
      ),
  },
  // Who pays, else whom it is for; and the alliances whose grants bear it.
  expenses: {
    closed: true,
    holders: (rows) =>
      either(
        atHome(sql`select r.id, coalesce(r.payer_id, r.beneficiary_id) from ${rows('expenses', 'id')} r`),
        sql`select r.expense_id, g.alliance_id from ${rows('expense_shares', 'expense_id')} r
          join grants g on g.id = r.grant_id where g.alliance_id is not null`,
      ),
  },
  // What its alliance, its cluster or its grant is of.
  indicators: {
    closed: false,
    holders: (rows) => {
      const own = rows('indicators', 'id')
      return either(
        atHome(sql`select r.id, r.cluster_id from ${own} r where r.cluster_id is not null`),
        ofAlliances(sql`select r.id, r.alliance_id from ${own} r
          union select r.id, g.alliance_id from ${own} r join grants g on g.id = r.grant_id`),
      )
    },
  },
  // Whoever may read what it tells may have it told.
  reports: { closed: false, holders: () => sql`select null::uuid, null::uuid where false` },
}

/** Rows that are of another cluster than the record they hang on: what one cluster gives to a company of another, and the like. */
const byTable: Record<string, Omit<Holding, 'table' | 'closed'>> = {
  services: {
    holders: (rows) => {
      const own = rows('services', 'id')
      return either(
        atHome(
          sql`select r.id, c.cluster from ${own} r cross join lateral (values (r.cluster_id), (r.provider_id)) c (cluster)`,
        ),
        companiesOf(
          sql`select r.id, r.organisation_id from ${own} r where coalesce(r.cluster_id, r.provider_id) is null`,
        ),
      )
    },
  },
  aid: {
    holders: (rows) => {
      const own = rows('aid', 'id')
      return either(
        atHome(sql`select r.id, r.granter_id from ${own} r where r.origin = 'awarded'`),
        companiesOf(sql`select r.id, r.organisation_id from ${own} r
          where r.origin = 'declared' or r.granter_id is null or not ${isHome(sql`r.granter_id`)}`),
      )
    },
  },
  requests: { holders: (rows) => ofMissionAndBringers(rows, 'requests') },
  outcomes: { holders: (rows) => ofMissionAndBringers(rows, 'outcomes') },
  outcome_companies: { holders: (rows) => ofMissionAndBringers(rows, 'outcome_companies') },
  follow_ups: { holders: (rows) => ofMissionAndBringers(rows, 'follow_ups') },
  tasks: {
    holders: (rows) => atHome(sql`select r.id, r.cluster_id from ${rows('tasks', 'id')} r`),
  },
}

function ofMissionAndBringers(rows: Rows, table: string): RawBuilder<unknown> {
  const own = sql`select r.id, r.mission_id from ${rows(table, 'id')} r`
  return either(missionsOf(own), bringersOf(own))
}

const isOwnTable = (kind: string) => kind in byTable

/** What decides whose a changed row is: its own table, or the noun of its record. Null where neither says. */
export const kindOf = (table: string, noun: string | null): string | null =>
  isOwnTable(table) ? table : noun !== null && noun in byNoun ? noun : null

/** How the holders of what is of this kind are found. */
export function holdingOf(kind: string): Holding {
  const own = byTable[kind]
  if (own) return { table: kind, closed: false, ...own }
  return { table: kind, ...byNoun[kind as RecordNoun] }
}
