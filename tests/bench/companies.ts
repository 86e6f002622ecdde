import { sql } from 'kysely'
import { createApi } from '../../src/server/app.ts'
import { refreshAllSmePeriods } from '../../src/server/companies/standing.ts'
import type { Db } from '../../src/server/db/database.ts'
import { memoryDatabase } from '../../src/server/db/memory.ts'
import { localUser } from '../../src/server/session/local-user.ts'
import { generateWorkspace } from './generate.ts'
import { ms, printTable, quantile } from './table.ts'

/** The directory of companies, narrowed as managers narrow it, with a path for its n-th repetition. */
const requests: readonly { name: string; path: (n: number) => string }[] = [
  { name: 'companies, list of 50', path: () => '/companies?limit=50' },
  { name: 'sort by change', path: () => '/companies?sort=-updatedAt&limit=50' },
  { name: 'sort by participations', path: () => '/companies?sort=-participations&limit=50' },
  {
    name: 'by status',
    path: (n) => `/companies?status=${['micro', 'small,medium', 'unknown'][n % 3]}&limit=50`,
  },
  { name: 'by cluster', path: (n) => `/companies?of=${idOf('a', 500 * (1 + (n % 4)))}&limit=50` },
  {
    name: 'ready for a market',
    path: (n) => `/companies?target=${idOf('d', 1 + (n % 5))}&readiness=ready,active&limit=50`,
  },
  { name: 'never served', path: () => '/companies?served=false&limit=50' },
  { name: 'with room for 50,000', path: () => '/companies?room=5000000&limit=50' },
  {
    name: 'SMEs of a cluster, never served, with room',
    path: (n) =>
      `/companies?status=micro,small,medium&of=${idOf('a', 500 * (1 + (n % 4)))}&served=false&room=5000000&limit=50`,
  },
  {
    name: 'search',
    path: (n) => `/companies?q=${['oncocure lyon', 'cardiovita', 'nanoscan'][n % 3]}&limit=50`,
  },
  { name: 'one company', path: (n) => `/companies/${idOf('a', 21 + n)}` },
  { name: 'its SME status', path: (n) => `/companies/${idOf('a', 21 + n)}/sme-status` },
  { name: 'its aid', path: (n) => `/companies/${idOf('a', 21 + n)}/aid-room` },
]

/** Milliseconds gone by, or spent by this process. */
function clock(cpu: boolean): number {
  if (!cpu) return performance.now()
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

export const idOf = (prefix: string, n: number) =>
  `${prefix}0000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

/**
 * Gives companies of a generated workspace what companies have: each second one accounts of two years, each 50th an owner, each
 * fifth aid, each tenth a service, each third a target; all a cluster.
 */
export async function furnishCompanies(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select set_config('corridor.bulk', 'on', true), set_config('statement_timeout', '0', true)`.execute(
      tx,
    )
    await sql`create temporary table c on commit drop as
      select id, row_number() over (order by id)::int as n from organisations where 'company' = any (kinds)`.execute(
      tx,
    )
    const at = sql.raw(`'2008-01-01T00:00:00Z'::timestamptz`)
    await sql`insert into company_profiles (id, sectors) select id, array['C21'] from c`.execute(tx)
    await sql`
      insert into affiliations (id, organisation_id, position, to_id, role)
      select gen_random_uuid(), id, 0, ('a0000000-0000-4000-8000-' || lpad(to_hex(500 * (1 + n % 4)), 12, '0'))::uuid, 'member' from c`.execute(
      tx,
    )
    await sql`
      insert into accounts (id, organisation_id, closed_on, basis, headcount, turnover_minor, balance_sheet_minor, currency, created_at, updated_at)
      select gen_random_uuid(), id, make_date(y, 12, 31), 'approved', (n * 37 % 400) * 100, (n % 60)::bigint * 100000000, (n % 50)::bigint * 100000000, 'EUR', ${at}, ${at}
      from c, generate_series(2006, 2007) y where n % 2 = 0`.execute(tx)
    await sql`
      insert into ownership (id, holder_id, held_id, holder_type, capital, voting, created_at, updated_at)
      select gen_random_uuid(), h.id, c.id, 'enterprise', 3000 + c.n % 5000, 3000 + c.n % 5000, ${at}, ${at}
      from c join c h on h.n = c.n + 1 where c.n % 50 = 0`.execute(tx)
    await sql`
      insert into aid (id, organisation_id, origin, granted_on, member_state, basis, amount_minor, currency, euros, purpose, instrument, created_at, updated_at)
      select gen_random_uuid(), id, 'awarded', date '2005-01-01' + n % 1300, 'FR', 'de_minimis', e, 'EUR', e, 'mission', 'grant', ${at}, ${at}
      from c, lateral (select (1 + n % 19)::bigint * 1000000 as e) x where n % 5 = 0`.execute(tx)
    await sql`
      insert into services (id, organisation_id, kind, title, starts, created_at, updated_at)
      select gen_random_uuid(), id, 'coaching', 'Coaching', '2008-0' || 1 + n % 9, ${at}, ${at} from c where n % 10 = 0`.execute(
      tx,
    )
    await sql`
      insert into company_markets (id, organisation_id, position, market_id, readiness)
      select gen_random_uuid(), id, 0, ('d0000000-0000-4000-8000-' || lpad(to_hex(1 + n % 5), 12, '0'))::uuid, (array['interested','preparing','ready','active'])[1 + n % 4]
      from c where n % 3 = 0`.execute(tx)
    await sql`select refresh_all_company_standing()`.execute(tx)
    await refreshAllSmePeriods(tx)
  })
  await sql`analyze`.execute(db)
}

/** The directory of companies on a generated workspace of each size: latencies, or processor time where others use the machine. */
export async function benchCompanies(sizes: readonly number[], cpu: boolean, times = 30): Promise<void> {
  const columns: { title: string; cells: string[] }[] = []
  for (const size of sizes) {
    const db = await memoryDatabase()
    await generateWorkspace(db, size)
    const from = performance.now()
    await furnishCompanies(db)
    const furnished = ms((performance.now() - from) / 1000)
    const api = createApi({
      db,
      clock: () => new Date('2008-09-15T08:00:00Z'),
      newId: () => crypto.randomUUID(),
      sessions: localUser,
      host: 'test',
    })
    const cells: string[] = []
    for (const { name, path } of requests) {
      const taken: number[] = []
      for (let n = -3; n < times; n++) {
        const begun = clock(cpu)
        const response = await api.fetch(new Request(`http://localhost/api${path(Math.abs(n))}`))
        const text = await response.text()
        if (!response.ok) throw new Error(`${name}: ${response.status} ${text.slice(0, 200)}`)
        if (n >= 0) taken.push(clock(cpu) - begun)
      }
      cells.push(`${ms(quantile(taken, 0.5))} / ${ms(quantile(taken, 0.95))}`)
    }
    await db.destroy()
    columns.push({ title: `PGlite, ${size}`, cells: [...cells, furnished] })
  }
  printTable(
    `Companies, ms${cpu ? ' of processor time' : ''}: median / 95th centile, by organisations`,
    ['request', ...columns.map(({ title }) => title)],
    [...requests.map(({ name }) => name), 'furnishing, s'].map((name, index) => [
      name,
      ...columns.map(({ cells }) => cells[index] ?? ''),
    ]),
  )
}
