import { sql } from 'kysely'
import { type Movement, noSums, openSums, type Sums } from '../../src/domain/budget-position.ts'
import { reckoningDay } from '../../src/domain/expense.ts'
import type { TestApi } from './api.ts'

type Row = Record<string, unknown>

/** What the log of changes says that a table holds: each row as it was last left, without those that are gone. */
export interface Replayed {
  rows: (table: string) => Row[]
}

/** Replays the log of all changes, the first first. */
export async function replay(api: TestApi): Promise<Replayed> {
  const { rows: changes } = await sql<{ name: string; id: string; after: Row | null }>`
    select table_name as name, row_id as id, after from changes order by seq`.execute(api.db)
  const tables = new Map<string, Map<string, Row>>()
  for (const { name, id, after } of changes) {
    const held = tables.get(name) ?? new Map<string, Row>()
    tables.set(name, held)
    if (after) held.set(id, after)
    else held.delete(id)
  }
  return { rows: (table) => [...(tables.get(table)?.values() ?? [])] }
}

const text = (row: Row | undefined, key: string) => (row?.[key] ?? null) as string | null
const number = (row: Row | undefined, key: string) => Number(row?.[key] ?? 0)
const by = (on: string | null, day: string) => on !== null && on <= day

/** The sums of a grant as of a day, by the rules of the domain over what the log says; `lineId` narrows them to a line. */
export function sumsByLog(
  { rows }: Replayed,
  grantId: string,
  day: string,
  lineId?: string,
): Omit<Sums, 'expenses'> {
  const ofGrant = (row: Row) => row.grant_id === grantId
  const ofLine = (row: Row) => lineId === undefined || row.line_id === lineId
  return {
    ...noSums,
    ...openSums(
      movementsOf({ rows }, grantId),
      day,
      (movement) => lineId === undefined || movement.lineId === lineId,
    ),
    budget: budgetBy(rows, ofGrant, day, lineId),
    ...claimedBy(rows, ofGrant, ofLine, day),
  }
}

function movementsOf({ rows }: Replayed, grantId: string): Movement[] {
  const expenses = new Map(rows('expenses').map((row) => [row.id, row]))
  return rows('expense_shares').flatMap((share): Movement[] => {
    const expense = expenses.get(share.expense_id)
    if (share.grant_id !== grantId || !expense || expense.deleted_at) return []
    const days = {
      plannedOn: text(expense, 'planned_on'),
      committedOn: text(expense, 'committed_on'),
      paidOn: text(expense, 'paid_on'),
      cancelledOn: text(expense, 'cancelled_on'),
    }
    if (!reckoningDay({ ...days, expectedOn: null })) throw new Error('An expense without a day')
    return [
      {
        ...days,
        id: String(expense.id),
        orderId: text(expense, 'part_of_id'),
        lineId: text(share, 'line_id'),
        minor: number(share, 'amount_minor'),
        part: number(share, 'part_minor'),
        currency: String(expense.currency),
      },
    ]
  })
}

/** The version last adopted by the day, and what was moved in it until then. */
function budgetBy(
  rows: Replayed['rows'],
  ofGrant: (row: Row) => boolean,
  day: string,
  lineId: string | undefined,
): number {
  const [inForce] = rows('budget_versions')
    .filter((row) => ofGrant(row) && by(text(row, 'adopted_on'), day))
    .sort((a, b) =>
      String(b.adopted_on) === String(a.adopted_on)
        ? number(b, 'position') - number(a, 'position')
        : String(b.adopted_on) < String(a.adopted_on)
          ? -1
          : 1,
    )
  if (!inForce) return 0
  const own = (row: Row) => row.version_id === inForce.id
  const sum = (some: Row[]) => some.reduce((all, row) => all + number(row, 'amount_minor'), 0)
  const adopted = rows('budget_amounts').filter((row) => own(row) && (!lineId || row.line_id === lineId))
  const moved = rows('budget_transfers').filter((row) => own(row) && by(text(row, 'on_date'), day))
  const to = moved.filter((row) => !lineId || row.to_line_id === lineId)
  const from = moved.filter((row) => !lineId || row.from_line_id === lineId)
  return sum(adopted) + sum(to) - sum(from)
}

function claimedBy(
  rows: Replayed['rows'],
  ofGrant: (row: Row) => boolean,
  ofLine: (row: Row) => boolean,
  day: string,
): Pick<Sums, 'claimed' | 'reimbursed' | 'rejected'> {
  const sums = { claimed: 0, reimbursed: 0, rejected: 0 }
  const sent = rows('claims').filter((row) => ofGrant(row) && by(text(row, 'submitted_on'), day))
  for (const claim of sent)
    for (const row of rows('claim_rows').filter((one) => one.claim_id === claim.id && ofLine(one))) {
      const minor = number(row, 'amount_minor')
      const refused = row.decision === 'rejected'
      if (refused && by(text(claim, 'decided_on'), day)) sums.rejected += minor
      else sums.claimed += minor
      if (!refused && by(text(claim, 'paid_on'), day)) sums.reimbursed += minor
    }
  return sums
}
