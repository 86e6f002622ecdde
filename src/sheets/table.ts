/** Cells of a file or of what was pasted, as text; rows without anything in them are left out. */
export interface Table {
  rows: string[][]
  /** The number that each of the rows has in the file, counted from 1, as spreadsheets count. */
  numbers: number[]
}

export function tableOf(all: readonly (readonly string[])[]): Table {
  const table: Table = { rows: [], numbers: [] }
  for (const [n, row] of all.entries()) {
    if (row.every((cell) => cell.trim() === '')) continue
    table.rows.push([...row])
    table.numbers.push(n + 1)
  }
  return table
}
