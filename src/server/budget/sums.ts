import { sql } from 'kysely'
import { addSums, noSums, type Sums } from '../../domain/budget-position.ts'
import type { Context } from '../context.ts'

/** The sums of one line of a grant as of a day; without an id, of what stands against none. */
export interface LineSums extends Sums {
  grantId: string
  lineId: string | null
}

/** What of a grant is open in a currency, per line. */
export interface OpenPart {
  lineId: string | null
  currency: string
  /** In that currency, and as reckoned in the grant's. */
  minor: number
  amount: number
}

interface CellSums extends Sums {
  grantId: string
  lineId: string | null
  /** Null for what is told without one: budgets and claims. */
  currency: string | null
  open: number
  bare: number
}

/**
 * What grants come to per line and currency as of a day: the kept cells of the months before and of the day's own month, less
 * what invoices cover of open orders; claims by their kept sums; and the budgets in force.
 */
async function cellSums(ctx: Context, grants: readonly string[], day: string): Promise<CellSums[]> {
  if (grants.length === 0) return []
  const wanted = sql`${sql.val([...grants])}::uuid[]`
  const month = `${day.slice(0, 7)}-01`
  const { rows } = await sql<CellSums>`
    select m.grant_id as "grantId", m.line_id as "lineId", m.currency,
      sum(m.budget)::bigint as budget, sum(m.planned)::bigint as planned, sum(m.committed)::bigint as committed, sum(m.paid)::bigint as paid,
      sum(m.claimed)::bigint as claimed, sum(m.reimbursed)::bigint as reimbursed, sum(m.rejected)::bigint as rejected,
      sum(m.expenses)::int as expenses, sum(m.open)::bigint as open, sum(m.bare)::int as bare
    from (
      select c.grant_id, c.line_id, c.currency, 0 as budget, sum(c.planned) as planned, sum(c.committed) as committed, sum(c.paid) as paid,
        0 as claimed, 0 as reimbursed, 0 as rejected, sum(c.expenses) as expenses, sum(c.planned_part + c.committed_part) as open, sum(c.bare) as bare
      from ledger_cells c
      where c.grant_id = any (${wanted}) and (
        c.grain = 'month' and c.day < ${month}::date or c.grain = 'day' and c.day between ${month}::date and ${day}::date)
      group by c.grant_id, c.line_id, c.currency
      union all
      select g.id, v.line_id, v.currency, 0, 0, -v.minor, 0, 0, 0, 0, 0, -v.part, 0
      from unnest(${wanted}) g (id) cross join lateral covered_on(g.id, ${day}) v
      union all
      select s.grant_id, s.line_id, null, 0, 0, 0, 0,
        s.amount_minor - case when c.decided_on <= ${day}::date then s.rejected_minor else 0 end,
        case when c.paid_on <= ${day}::date then s.amount_minor - s.rejected_minor else 0 end,
        case when c.decided_on <= ${day}::date then s.rejected_minor else 0 end, 0, 0, 0
      from claim_sums s join claims c on c.id = s.claim_id
      where s.grant_id = any (${wanted}) and c.submitted_on <= ${day}::date
      union all
      select g.id, b.line_id, null, b.amount, 0, 0, 0, 0, 0, 0, 0, 0, 0
      from unnest(${wanted}) g (id) cross join lateral budget_on(g.id, ${day}) b
    ) m
    group by m.grant_id, m.line_id, m.currency`.execute(ctx.db)
  return rows
}

/** The sums of grants' lines as of a day. */
export async function lineSums(ctx: Context, grants: readonly string[], day: string): Promise<LineSums[]> {
  return linesOf(await cellSums(ctx, grants, day))
}

function linesOf(cells: readonly CellSums[]): LineSums[] {
  const lines = new Map<string, LineSums>()
  for (const { currency: _, open: __, bare: ___, ...cell } of cells) {
    const key = `${cell.grantId} ${cell.lineId}`
    const { grantId, lineId } = cell
    lines.set(key, { grantId, lineId, ...addSums(lines.get(key) ?? noSums, cell) })
  }
  return [...lines.values()]
}

/** The sums of a grant's lines as of a day, what is open by currency, and how many paid expenses have no receipt. */
export interface GrantSums {
  lines: LineSums[]
  open: OpenPart[]
  bare: number
}

/** The same of several grants, asked for at once. */
export async function grantSums(
  ctx: Context,
  ids: readonly string[],
  day: string,
): Promise<(id: string) => GrantSums> {
  const cells = new Map<string, CellSums[]>()
  for (const cell of await cellSums(ctx, ids, day))
    cells.set(cell.grantId, [...(cells.get(cell.grantId) ?? []), cell])
  return (id) => sumsOfCells(cells.get(id) ?? [])
}

function sumsOfCells(cells: readonly CellSums[]): GrantSums {
  const open = cells.flatMap(({ lineId, currency, planned, committed, open: minor }) =>
    currency !== null && minor !== 0 ? [{ lineId, currency, minor, amount: planned + committed }] : [],
  )
  return {
    lines: linesOf(cells),
    open: open.sort((a, b) =>
      a.currency === b.currency ? b.amount - a.amount : a.currency < b.currency ? -1 : 1,
    ),
    bare: cells.reduce((sum, cell) => sum + cell.bare, 0),
  }
}

/** Which of the grants have a budget in force as of the day. */
export async function withBudget(ctx: Context, grants: readonly string[], day: string): Promise<Set<string>> {
  if (grants.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select distinct v.grant_id as id from budget_versions v
    where v.grant_id = any (${sql.val([...grants])}::uuid[]) and v.adopted_on <= ${day}::date`.execute(ctx.db)
  return new Set(rows.map(({ id }) => id))
}
