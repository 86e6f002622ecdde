import { sql } from 'kysely'
import { createApi } from '../../src/server/app.ts'
import type { Db } from '../../src/server/db/database.ts'
import { memoryDatabase } from '../../src/server/db/memory.ts'
import { localUser } from '../../src/server/session/local-user.ts'
import { ms, printTable, quantile } from './table.ts'

export const benchedGrant = 'a0000000-0000-4000-8000-000000000001'
const seen = 'asOf=2010-06-15'

const requests: readonly { name: string; path: string }[] = [
  { name: 'position of a grant', path: `/grants/${benchedGrant}/position?${seen}` },
  { name: 'position of an earlier day', path: `/grants/${benchedGrant}/position?asOf=2008-06-15` },
  { name: 'a grant', path: `/grants/${benchedGrant}?${seen}` },
  { name: 'grants, list', path: `/grants?${seen}` },
  { name: 'burn chart', path: `/grants/${benchedGrant}/burn?${seen}` },
  { name: 'expenses of the grant, list of 50', path: `/expenses?grant=${benchedGrant}&${seen}` },
  { name: 'sort by title', path: `/expenses?grant=${benchedGrant}&sort=title&${seen}` },
  { name: 'sort by amount', path: `/expenses?grant=${benchedGrant}&sort=-amount&${seen}` },
  { name: 'only paid', path: `/expenses?grant=${benchedGrant}&state=paid&${seen}` },
  { name: 'without a receipt', path: `/expenses?grant=${benchedGrant}&gap=receipt&${seen}` },
  { name: 'search', path: `/expenses?grant=${benchedGrant}&q=77777&${seen}` },
  { name: 'expenses of all grants', path: `/expenses?${seen}` },
]

/** A grant of 40 lines over three years with expenses on all of them: a quarter planned, a quarter ordered, half paid. */
export async function furnish(db: Db, expenses: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select set_config('corridor.bulk', 'on', true)`.execute(tx)
    const rules = {
      categories: [],
      indirect: null,
      rates: null,
      transfer: null,
      eligible: null,
      claimPeriods: [],
    }
    await sql`insert into grants (id, title, starts, ends, currency, total_kind, rules, created_at, updated_at)
      values (${benchedGrant}, 'Grant', '2008', '2010', 'EUR', 'unknown', ${JSON.stringify({ ...rules, secondApproval: false })}, now(), now())`.execute(
      tx,
    )
    await sql`insert into budget_versions (id, grant_id, position, kind, adopted_on, created_at)
      values (gen_random_uuid(), ${benchedGrant}, 0, 'initial', '2008-01-01', now())`.execute(tx)
    await sql`insert into budget_lines (id, grant_id, position, name, category)
      select gen_random_uuid(), ${benchedGrant}, n, 'Line ' || n, (array['travel', 'events', 'personnel', 'other'])[1 + n % 4]
      from generate_series(1, 40) n`.execute(tx)
    await sql`insert into budget_amounts (id, grant_id, version_id, line_id, amount_minor)
      select gen_random_uuid(), l.grant_id, v.id, l.id, 10000000 from budget_lines l, budget_versions v`.execute(
      tx,
    )
    await sql`insert into expenses (id, title, amount_minor, currency, planned_on, expected_on, committed_on, paid_on, created_at, updated_at)
      select gen_random_uuid(), 'Expense ' || n, 1000 + n % 5000, 'EUR', d, d + 90, case when n % 4 > 0 then d + 20 end,
        case when n % 4 > 1 then d + 60 end, now(), now()
      from (select n, date '2008-01-01' + (n * 7) % 1000 as d from generate_series(1, ${expenses}::int) n) x`.execute(
      tx,
    )
    await sql`insert into expense_shares (id, expense_id, position, grant_id, line_id, bp, part_minor, amount_minor, rate_policy, rate, rate_source, rate_provisional)
      select gen_random_uuid(), e.id, 0, ${benchedGrant}, l.ids[1 + (row_number() over ()) % 40], 10000, e.amount_minor, e.amount_minor,
        'same_currency', '1', '', false
      from expenses e, (select array_agg(id) as ids from budget_lines) l`.execute(tx)
    await sql`select refresh_all_search()`.execute(tx)
  })
  await sql`vacuum analyze`.execute(db)
}

/** Milliseconds gone by, or spent by this process. */
function clock(cpu: boolean): number {
  if (!cpu) return performance.now()
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const runs = 12

/** Measures a grant with so many expenses and prints the table. */
export async function benchGrants(expenses: number, cpu: boolean): Promise<void> {
  const db = await memoryDatabase()
  await furnish(db, expenses)
  const api = createApi({
    db,
    clock: () => new Date('2010-06-15T12:00:00Z'),
    newId: () => crypto.randomUUID(),
    sessions: localUser,
    host: 'test',
  })
  const rows: string[][] = []
  for (const { name, path } of requests) {
    const took: number[] = []
    for (let n = 0; n < runs; n++) {
      const began = clock(cpu)
      const answer = await api.fetch(new Request(`http://bench.test/api${path}`))
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
      took.push(clock(cpu) - began)
    }
    // The first is slower: its plan is new.
    const warm = took.slice(2)
    rows.push([name, ms(Math.min(...warm)), ms(quantile(warm, 0.5)), ms(quantile(warm, 0.95))])
  }
  await db.destroy()
  const unit = cpu ? 'milliseconds of CPU' : 'milliseconds'
  printTable(`A grant with ${expenses} expenses, ${unit}`, ['request', 'best', 'median', 'p95'], rows)
}
