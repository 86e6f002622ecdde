import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { sameParties } from './agreement-parties.ts'
import { aidOfBoth } from './aid-ceilings.ts'
import { sameEntries, samePeriods, toItself } from './alike.ts'
import { sameMissions } from './participations.ts'
import type { Findings, Pair } from './plan.ts'
import { sameFunders } from './same-funders.ts'
import { samePairs } from './same-pairs.ts'

const column = 'organisation_id'
const of = (alias: string, ...names: string[]) => names.map((name) => sql.ref(`${alias}.${name}`))

/** Tables in which one organisation has a thing once, and what makes it that thing. */
const once: Readonly<Record<string, readonly string[]>> = {
  registration_numbers: ['scheme', 'value'],
  company_addresses: ['kind', 'lines', 'postcode', 'town', 'country', 'from_date', 'to_date'],
  company_markets: ['market_id'],
  company_declarations: ['kind', 'signed_on'],
  accounts: ['closed_on', 'consolidated', 'basis'],
  mission_bodies: ['mission_id', 'role'],
  outcome_companies: ['outcome_id'],
  agreement_attendees: ['agreement_id', 'role', 'person_id'],
}

const nameOf = (id: string) => sql`(select g.name from organisations g where g.id = ${sql.ref(id)})`

/** What two organisations have alike or are to each other, and what forbids that they are one. */
export async function organisationFindings(ctx: Context, pair: Pair): Promise<Findings[]> {
  const found: Findings[] = [
    await sameParties(ctx, pair),
    await sameMissions(ctx, pair),
    await aidOfBoth(ctx, pair),
    await toItself(ctx, pair, 'affiliations', ['organisation_id', 'to_id']),
    await toItself(ctx, pair, 'ownership', ['holder_id', 'held_id']),
    await samePairs(ctx, pair),
    await sameFunders(ctx, pair),
    await sameEntries(ctx, pair, {
      table: 'organisation_names',
      column,
      keys: (t) => [sql`folded(${sql.ref(`${t}.name`)})`],
      title: sql`o.name`,
    }),
    await sameEntries(ctx, pair, {
      table: 'organisation_websites',
      column,
      keys: (t) => [sql`rtrim(lower(${sql.ref(`${t}.url`)}), '/')`],
      title: sql`o.url`,
    }),
    await samePeriods(ctx, pair, {
      table: 'alliance_members',
      column,
      keys: of('o', 'alliance_id'),
      title: sql`(select a.name from alliances a where a.id = o.alliance_id)`,
      strongest: { column: 'role', value: 'coordinator' },
      widens: true,
    }),
    await samePeriods(ctx, pair, {
      table: 'affiliations',
      column,
      keys: of('o', 'to_id', 'role'),
      title: nameOf('o.to_id'),
      widens: true,
    }),
    await samePeriods(ctx, pair, {
      table: 'affiliations',
      column: 'to_id',
      keys: of('o', 'organisation_id', 'role'),
      title: nameOf('o.organisation_id'),
      widens: true,
    }),
    await samePeriods(ctx, pair, {
      table: 'posts',
      column,
      keys: [sql`o.person_id`, sql`folded(o.title)`],
      title: sql`record_title('people', o.person_id)`,
      widens: true,
    }),
    // Twice the same holding would count twice; what the kept record says stays.
    await samePeriods(ctx, pair, {
      table: 'ownership',
      column: 'held_id',
      keys: of('o', 'holder_id', 'holder_person_id'),
      title: sql`coalesce(${nameOf('o.holder_id')}, record_title('people', o.holder_person_id))`,
      widens: false,
    }),
    await samePeriods(ctx, pair, {
      table: 'ownership',
      column: 'holder_id',
      keys: of('o', 'held_id'),
      title: nameOf('o.held_id'),
      widens: false,
    }),
    await sameEntries(ctx, pair, {
      table: 'citations',
      column: 'record_id',
      keys: (t) => of(t, 'source_id'),
      title: sql`(select s.title from sources s where s.id = o.source_id)`,
    }),
  ]
  for (const [table, keys] of Object.entries(once))
    found.push(await sameEntries(ctx, pair, { table, column, keys: (t) => of(t, ...keys) }))
  return found
}
