import { sql } from 'kysely'
import type { Context } from '../../context.ts'

/** A document of an expense, under the name that it has in the archive. */
export interface Receipt {
  /** "receipts/0012-1 invoice.pdf". */
  file: string
  /** Of the first row about its expense. */
  row: number
  expense: string
  filename: string
  size: number
  sha256: string
  attachedOn: string
}

interface Row {
  number: number
  expense: { id: string; name: string }
}

/** The documents of the rows' expenses: each once, by the first of its rows. */
export async function receiptsOf(ctx: Context, rows: readonly Row[], folder: string): Promise<Receipt[]> {
  const first = new Map<string, Row>()
  for (const row of rows) if (!first.has(row.expense.id)) first.set(row.expense.id, row)
  const { rows: held } = await sql<{
    expenseId: string
    filename: string
    size: number
    sha256: string
    attachedOn: string
  }>`
    select d.record_id as "expenseId", d.filename, d.size, d.sha256, (d.created_at at time zone 'UTC')::date as "attachedOn"
    from documents d where d.noun = 'expenses' and d.record_id = any (${sql.val([...first.keys()])}::uuid[])
    order by d.created_at, folded(d.filename), d.id`.execute(ctx.db)
  const counts = new Map<string, number>()
  return held
    .flatMap(({ expenseId, ...document }) => {
      const row = first.get(expenseId)
      if (!row) return []
      const nth = (counts.get(expenseId) ?? 0) + 1
      counts.set(expenseId, nth)
      const number = String(row.number).padStart(4, '0')
      const file = `${folder}/${number}-${nth} ${plainName(document.filename)}`
      return [{ file, row: row.number, expense: row.expense.name, ...document }]
    })
    .sort((a, b) => a.row - b.row)
}

/** A file's name as every system takes it, short enough for Windows' paths, with its ending. */
export function plainName(filename: string): string {
  const clean = filename.replace(/[\p{Cc}/\\:*?"<>|]+/gu, '_').trim() || '_'
  const ending = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? ''
  // By letters, so that none is cut in half.
  return (
    [...clean.slice(0, clean.length - ending.length)]
      .slice(0, 80)
      .join('')
      .replace(/[. ]+$/, '') + ending
  )
}
