import { sql } from 'kysely'
import type { Db } from '../../src/server/db/database.ts'
import { furnishCompanies } from './companies.ts'
import { generateWorkspace } from './generate.ts'

/** How many there are of what the pages of clusters and markets count. */
export const sizes = {
  companies: 10_000,
  participations: 50_000,
  agreements: 5000,
  missions: 2000,
  expenses: 100_000,
} as const

const perMission = sizes.participations / sizes.missions

/**
 * A workspace of twenty clusters, ten alliances and five markets with `sizes` among them: each cluster has 250 agreements, leads
 * 100 missions and pays 5,000 expenses; each alliance has a grant of 40 lines. The same every time. `say` is told what comes next.
 */
export async function generateViews(db: Db, say: (what: string) => void = () => {}): Promise<void> {
  // One body in twenty is a partner or a cluster.
  say('organisations and agreements')
  await generateWorkspace(db, Math.ceil((sizes.companies * 20) / 19) - 1, sizes.agreements)
  say('companies')
  await furnishCompanies(db)
  say('missions and participations')
  await db.transaction().execute(async (tx) => {
    await sql`select set_config('corridor.bulk', 'on', true), set_config('statement_timeout', '0', true)`.execute(
      tx,
    )
    const at = sql.raw(`'2008-01-01T00:00:00Z'::timestamptz`)
    const id = (prefix: string, n: string) =>
      sql.raw(`('${prefix}0000000-0000-4000-8000-' || lpad(to_hex((${n})::int), 12, '0'))::uuid`)
    const cluster = (n: string) => id('a', `500 * (1 + (${n}) % 20)`)
    const series = (count: number) => sql`generate_series(1, ${sql.lit(count)}) i`
    await sql`create temporary table c on commit drop as
      select id, row_number() over (order by id)::int as n from organisations where 'company' = any (kinds)`.execute(
      tx,
    )
    await sql`create unique index on c (n)`.execute(tx)
    await sql`analyze c`.execute(tx)
    await sql`insert into alliance_members (id, alliance_id, position, organisation_id, role)
      select gen_random_uuid(), ${id('e', 'i')}, k, ${cluster('i * 3 + k')}, 'member' from generate_series(1, 10) i, generate_series(0, 5) k`.execute(
      tx,
    )
    // The home side of an agreement is a cluster, and so is who negotiates it.
    await sql`update agreements a set negotiator_id = ${cluster('x.n / 10')}
      from (select id, row_number() over (order by id)::int as n from agreements) x where x.id = a.id`.execute(
      tx,
    )
    await sql`update agreement_parties p set organisation_id = a.negotiator_id from agreements a where a.id = p.agreement_id and p.side = 'home'
      and not exists (select from agreement_parties q where q.agreement_id = a.id and q.organisation_id = a.negotiator_id)`.execute(
      tx,
    )
    await sql`insert into missions (id, title, kind, alliance_id, market_id, starts, ends, created_at, updated_at)
      select ${id('1', 'i')}, 'Mission ' || i, (array['trade_fair', 'business_mission', 'seminar'])[1 + i % 3], ${id('e', '1 + i % 10')}, ${id('d', '1 + i / 10 % 5')},
        d::text, (d + 3)::text, ${at}, ${at}
      from ${series(sizes.missions)} cross join lateral (select date '2005-01-10' + i % 1700 as d) x`.execute(
      tx,
    )
    await sql`insert into mission_bodies (id, mission_id, position, organisation_id, role)
      select gen_random_uuid(), ${id('1', 'i')}, k, ${cluster('i / 5 + k * 7')}, (array['lead', 'participant', 'participant'])[1 + k]
      from ${series(sizes.missions)}, generate_series(0, 2) k`.execute(tx)
    await sql`insert into participations (id, mission_id, side, organisation_id, cluster_id, created_at, updated_at)
      select ${id('2', 'i')}, ${id('1', `1 + (i - 1) / ${perMission}`)}, case when i % 5 = 0 then 'partner' else 'home' end, c.id,
        case when i % 5 > 0 then ${cluster(`(1 + (i - 1) / ${perMission}) / 5 + i % 3 * 7`)} end, ${at}, ${at}
      from ${series(sizes.participations)} join c on c.n = 1 + i * 7 % ${sql.lit(sizes.companies)}`.execute(
      tx,
    )
    await sql`insert into participation_states (id, participation_id, position, state, since)
      select gen_random_uuid(), p.id, k, case k when 0 then 'accepted' when 1 then 'confirmed' else case when hashtext(p.id::text) % 9 = 0 then 'no_show' else 'attended' end end,
        m.starts::text::date - 60 + k * 30
      from participations p join missions m on m.id = p.mission_id, generate_series(0, 2) k`.execute(tx)
    // One in five counterparts meets a company of the same mission.
    await sql`insert into meetings (id, mission_id, a_id, b_id, state, rating, created_at, updated_at)
      select gen_random_uuid(), p.mission_id, p.id, o.id, 'held', (array['insufficient_interest', 'informative', 'cooperation_possible'])[1 + i % 3], ${at}, ${at}
      from ${series(sizes.participations)} join participations p on p.id = ${id('2', 'i')} and p.side = 'partner' join participations o on o.id = ${id('2', 'i - 1')}`.execute(
      tx,
    )
    await sql`insert into outcomes (id, mission_id, kind, title, on_date, value_minor, value_currency, created_at, updated_at)
      select ${id('3', 'i')}, p.mission_id, 'contract', 'Outcome ' || i, (m.starts::text::date + 100)::text, i % 50 * 100000, 'EUR', ${at}, ${at}
      from ${series(sizes.missions)} join participations p on p.id = ${id('2', `1 + (i - 1) * ${perMission}`)} join missions m on m.id = p.mission_id`.execute(
      tx,
    )
    await sql`insert into outcome_companies (id, mission_id, outcome_id, position, organisation_id)
      select gen_random_uuid(), p.mission_id, ${id('3', 'i')}, 0, p.organisation_id
      from ${series(sizes.missions)} join participations p on p.id = ${id('2', `1 + (i - 1) * ${perMission}`)}`.execute(
      tx,
    )
    say('grants and expenses')
    const rules = {
      categories: [],
      indirect: null,
      rates: null,
      transfer: null,
      eligible: null,
      claimPeriods: [],
      secondApproval: false,
    }
    await sql`insert into grants (id, title, alliance_id, starts, ends, currency, total_kind, rules, created_at, updated_at)
      select ${id('4', 'i')}, 'Grant ' || i, ${id('e', 'i')}, '2006', '2010', 'EUR', 'unknown', ${JSON.stringify(rules)}::jsonb, ${at}, ${at} from generate_series(1, 10) i`.execute(
      tx,
    )
    await sql`insert into budget_versions (id, grant_id, position, kind, adopted_on, created_at)
      select gen_random_uuid(), g.id, 0, 'initial', '2006-01-01', ${at} from grants g`.execute(tx)
    await sql`insert into budget_lines (id, grant_id, position, name, category, cluster_id, market_id)
      select ${id('5', 'i')}, ${id('4', '1 + (i - 1) / 40')}, i % 40, 'Line ' || i, (array['travel', 'events', 'personnel', 'other'])[1 + i % 4], ${cluster('i')}, ${id('d', '1 + i % 5')}
      from generate_series(1, 400) i`.execute(tx)
    await sql`insert into budget_amounts (id, grant_id, version_id, line_id, amount_minor)
      select gen_random_uuid(), l.grant_id, v.id, l.id, 100000000 from budget_lines l join budget_versions v on v.grant_id = l.grant_id`.execute(
      tx,
    )
    await sql`insert into expenses (id, title, amount_minor, currency, payer_id, mission_id, planned_on, expected_on, committed_on, paid_on, created_at, updated_at)
      select ${id('6', 'i')}, 'Expense ' || i, 1000 + i % 5000, 'EUR', ${cluster('i / 3')}, case when i % 2 = 0 then ${id('1', `1 + i / 2 % ${sizes.missions}`)} end, d, d + 90,
        case when i % 4 > 0 then d + 20 end, case when i % 4 > 1 then d + 60 end, ${at}, ${at}
      from ${series(sizes.expenses)} cross join lateral (select date '2006-01-01' + i * 7 % 1500 as d) x`.execute(
      tx,
    )
    await sql`insert into expense_shares (id, expense_id, position, grant_id, line_id, bp, part_minor, amount_minor, rate_policy, rate, rate_source, rate_provisional)
      select gen_random_uuid(), e.id, 0, l.grant_id, l.id, 10000, e.amount_minor, e.amount_minor, 'same_currency', '1', '', false
      from ${series(sizes.expenses)} join expenses e on e.id = ${id('6', 'i')} join budget_lines l on l.id = ${id('5', '1 + i % 400')}`.execute(
      tx,
    )
    await sql`insert into tasks (id, title, noun, record_id, due, cluster_id, created_at, updated_at)
      select gen_random_uuid(), 'Task ' || i, 'missions', ${id('1', `1 + i % ${sizes.missions}`)}, date '2008-09-01' + i % 90, ${cluster('i')}, ${at}, ${at} from generate_series(1, 2000) i`.execute(
      tx,
    )
    const measures = sql.raw(
      `(array['smes_served', 'missions_held', 'agreements_signed', 'meetings_held', 'outcomes', 'expenses_paid'])[1 + k]`,
    )
    await sql`insert into indicators (id, title, vocabulary, alliance_id, measure, starts, ends, target, currency, created_at, updated_at)
      select ${id('7', 'i * 6 + k')}, 'Indicator ' || i || '.' || k, (array['ec', 'dge', 'region', 'own'])[1 + i % 4], ${id('e', 'i')}, ${measures}, '2006', '2008', 100,
        case when k = 5 then 'EUR' end, ${at}, ${at} from generate_series(1, 10) i, generate_series(0, 5) k`.execute(
      tx,
    )
    await sql`insert into indicators (id, title, vocabulary, cluster_id, measure, target, currency, created_at, updated_at)
      select ${id('7', '1000 + i * 6 + k')}, 'Own indicator ' || i || '.' || k, 'own', ${cluster('i')}, ${measures}, 100, case when k = 5 then 'EUR' end, ${at}, ${at}
      from generate_series(0, 19) i, generate_series(0, 5) k`.execute(tx)
    await sql`insert into indicators (id, title, vocabulary, market_id, measure, target, currency, created_at, updated_at)
      select ${id('7', '2000 + i * 6 + k')}, 'Market indicator ' || i || '.' || k, 'own', ${id('d', 'i')}, ${measures}, 100, case when k = 5 then 'EUR' end, ${at}, ${at}
      from generate_series(1, 5) i, generate_series(0, 5) k`.execute(tx)
    say('what is derived from all that')
    // Else the database would plan what it derives for empty tables.
    await sql`analyze`.execute(tx)
    await sql`select refresh_all_search()`.execute(tx)
  })
  await sql`vacuum analyze`.execute(db)
}
