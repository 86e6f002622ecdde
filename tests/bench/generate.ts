import { sql } from 'kysely'
import type { Db } from '../../src/server/db/database.ts'

/**
 * Fills a migrated, empty database with a workspace of `organisations` bodies: one in 500 a cluster, one in 20 a partner
 * abroad, the rest companies; a person for each twentieth, an agreement for each twentieth (at most 5,000) unless said
 * otherwise. The same numbers give the same workspace.
 */
export async function generateWorkspace(
  db: Db,
  organisations: number,
  agreements = Math.min(5000, Math.ceil(organisations / 20)),
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select set_config('corridor.bulk', 'on', true), set_config('statement_timeout', '0', true)`.execute(
      tx,
    )
    const id = (prefix: string) =>
      sql.raw(`('${prefix}0000000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`)
    const ref = (prefix: string, of: string) =>
      sql.raw(`('${prefix}0000000-0000-4000-8000-' || lpad(to_hex(${of}), 12, '0'))::uuid`)
    const at = sql.raw(`'2008-01-01T00:00:00Z'::timestamptz + i * interval '1 minute'`)
    await sql`
      insert into organisations (id, name, kinds, country, town, region, created_at, updated_at)
      select ${id('a')},
        (array['Bio','Gen','Onco','Immuno','Neuro','Vaxi','Medi','Cardio','Nano','Pharma','Cell','Proteo'])[1 + i % 12]
        || (array['tech','logic','vance','stem','mune','scan','cure','phage','sense','vita'])[1 + i / 12 % 10] || ' '
        || (array['Lyon','Toulouse','Strasbourg','Grenoble','Ōsaka','Kōbe','Kyōto','München','Barcelona','Torino'])[1 + i / 120 % 10] || ' ' || i,
        case when i % 500 = 0 then array['cluster'] when i % 20 = 0 then array['partner'] else array['company'] end,
        (array['FR','FR','FR','JP','DE','ES','IT','US','CA','CN'])[1 + i % 10],
        (array['Lyon','Toulouse','Strasbourg','Osaka','München','Barcelona','Torino','Boston','Montréal','Shanghai'])[1 + i % 10],
        null, ${at}, ${at}
      from generate_series(1, ${sql.lit(organisations)}) i`.execute(tx)
    await sql`
      insert into people (id, given_name, family_name, created_at, updated_at)
      select ${id('b')}, (array['Anne','Paul','Masahiro','Isabelle','Luc','Yuki','Karl','Chiara'])[1 + i % 8],
        (array['Martin','Bernard','Tanaka','Suzuki','Dubois','Schmidt','Rossi','García'])[1 + i / 8 % 8] || ' ' || i, ${at}, ${at}
      from generate_series(1, ${sql.lit(Math.ceil(organisations / 20))}) i`.execute(tx)
    await sql`
      insert into posts (id, person_id, position, organisation_id, title)
      select ${id('c')}, ${ref('b', 'i')}, 0, ${ref('a', 'i * 20')}, 'Director'
      from generate_series(1, ${sql.lit(Math.floor(organisations / 20))}) i`.execute(tx)
    await sql`
      insert into markets (id, name, country, created_at, updated_at)
      select ${id('d')}, (array['Japan','United States','Canada','China','Brazil'])[i], (array['JP','US','CA','CN','BR'])[i], ${at}, ${at}
      from generate_series(1, 5) i`.execute(tx)
    await sql`
      insert into alliances (id, name, created_at, updated_at)
      select ${id('e')}, 'Alliance ' || i, ${at}, ${at} from generate_series(1, 10) i`.execute(tx)
    await sql`
      insert into agreements (id, title, type, alliance_id, market_id, negotiator_id, starts, ends, target_signature, created_at, updated_at)
      select ${id('f')}, 'Partnership ' || i || ' with ' || (array['Kansai','Boston','Montréal','Shanghai','São Paulo'])[1 + i % 5], 'partnership',
        ${ref('e', '1 + i % 10')}, ${ref('d', '1 + i % 5')}, ${ref('a', '1 + i')},
        (2005 + i % 6)::text, (2005 + i % 6 + i % 4)::text, (2005 + i % 6)::text || '-06', ${at}, ${at}
      from generate_series(1, ${sql.lit(agreements)}) i`.execute(tx)
    await sql`
      insert into agreement_parties (id, agreement_id, position, organisation_id, side, required)
      select ${sql.raw(`('9' || side || '000000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`)}, ${ref('f', 'i')}, side,
        ${sql.raw(`('a0000000-0000-4000-8000-' || lpad(to_hex(case side when 0 then 1 + i else 1 + (i * 7) % ${organisations} end), 12, '0'))::uuid`)},
        (array['home','partner'])[1 + side], true
      from generate_series(1, ${sql.lit(agreements)}) i, generate_series(0, 1) side
      where side = 0 or 1 + (i * 7) % ${sql.lit(organisations)} <> 1 + i`.execute(tx)
    await sql`
      insert into signatures (id, agreement_id, party_id, decision, signed_on, created_at)
      select ('8' || substr(p.id::text, 2))::uuid, p.agreement_id, p.id, 'signed', partial_first(a.starts) + 30, a.created_at
      from agreement_parties p join agreements a on a.id = p.agreement_id
      where abs(hashtext(a.id::text)) % 3 > 0`.execute(tx)
    // Else the database would plan what it derives for empty tables.
    await sql`analyze`.execute(tx)
    await sql`select refresh_all_search()`.execute(tx)
  })
  await sql`analyze`.execute(db)
}
