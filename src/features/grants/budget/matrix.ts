import type { Budget } from '../../../contract/budget.ts'
import { readAmount, writeAmount } from '../../../domain/money.ts'

export const dimensions = ['category', 'cluster', 'market', 'mission', 'workPackage'] as const
export type Dimension = (typeof dimensions)[number]

/** A budget line as a matrix sees it: what it is for, and its amount as digits or as typed. */
export interface MatrixLine {
  /** Without one, it is new. */
  id?: string
  name: string | null
  category: string
  cluster: string | null
  market: string | null
  mission: string | null
  workPackage: string | null
  amount: string
}

export type Key = string | null

export const keyOf = (line: MatrixLine, dimension: Dimension): Key => line[dimension]

/** The lines of a version, or without one as they stand in force with the transfers since. */
export function linesOf(budget: Budget, versionId: string | null): MatrixLine[] {
  const { currency } = budget
  return budget.lines.flatMap((line) => {
    const minor = versionId
      ? line.amounts.find((amount) => amount.versionId === versionId)?.minor
      : line.budget
    // A line that a version does not name has no amount there.
    if (minor === undefined) return []
    const { id, name, category, workPackage } = line
    return {
      id,
      name,
      category,
      cluster: line.cluster?.id ?? null,
      market: line.market?.id ?? null,
      mission: line.mission?.id ?? null,
      workPackage,
      amount: minor === 0 ? '' : writeAmount({ minor, currency }),
    }
  })
}

/** An amount as typed: nothing is zero; null where it can't be read. */
export function minorOf(text: string, currency: string): number | null {
  if (text.trim() === '') return 0
  const read = readAmount(text, currency)
  return 'minor' in read ? read.minor : null
}

export interface Pivot {
  rows: Dimension
  /** Without one, the matrix has a single column. */
  columns: Dimension | null
}

const isAt = (line: MatrixLine, { rows, columns }: Pivot, row: Key, column: Key) =>
  keyOf(line, rows) === row && (columns === null || keyOf(line, columns) === column)

/** The lines that a cell is the sum of. */
export const linesAt = (lines: readonly MatrixLine[], pivot: Pivot, row: Key, column: Key): MatrixLine[] =>
  lines.filter((line) => isAt(line, pivot, row, column))

/** The keys of a dimension: those of the lines, in their order, after those given; what belongs to none comes last. */
export function keysOf(
  lines: readonly MatrixLine[],
  dimension: Dimension,
  given: readonly Key[] = [],
): Key[] {
  const all = new Set<Key>([...given, ...lines.map((line) => keyOf(line, dimension))])
  const named = [...all].filter((key) => key !== null)
  return all.has(null) ? [...named, null] : named
}

export function sumOf(lines: readonly MatrixLine[], currency: string): number {
  return lines.reduce((sum, { amount }) => sum + (minorOf(amount, currency) ?? 0), 0)
}

/**
 * The lines with an amount typed into a cell: its one line changes; where there is none one is added. A cell that sums
 * several lines stays as it is: nobody said which of them was meant.
 */
export function withAmount(
  lines: readonly MatrixLine[],
  pivot: Pivot,
  cell: { row: Key; column: Key; amount: string },
  otherwise: { category: string },
): MatrixLine[] {
  const { row, column, amount } = cell
  const at = linesAt(lines, pivot, row, column)
  if (at.length > 1) return [...lines]
  const [held] = at
  if (held) {
    const isNew = held.id === undefined && amount.trim() === ''
    return lines.flatMap((line) => (line === held ? (isNew ? [] : [{ ...line, amount }]) : [line]))
  }
  if (amount.trim() === '') return [...lines]
  const line: MatrixLine = {
    name: null,
    category: otherwise.category,
    cluster: null,
    market: null,
    mission: null,
    workPackage: null,
    amount,
  }
  const put = (dimension: Dimension, key: Key) =>
    dimension === 'category' ? { category: key ?? otherwise.category } : { [dimension]: key }
  return [...lines, { ...line, ...put(pivot.rows, row), ...(pivot.columns && put(pivot.columns, column)) }]
}

/** A block of a spreadsheet put into the cells from one on; what reaches beyond the matrix is left out. */
export function withBlock(
  lines: readonly MatrixLine[],
  pivot: Pivot,
  block: readonly (readonly string[])[],
  from: { row: number; column: number },
  keys: { rows: readonly Key[]; columns: readonly Key[] },
  otherwise: { category: string },
): { lines: MatrixLine[]; count: number } {
  let next = [...lines]
  let count = 0
  block.forEach((texts, down) => {
    texts.forEach((text, right) => {
      const row = keys.rows[from.row + down]
      const column = pivot.columns === null ? null : keys.columns[from.column + right]
      if (row === undefined || column === undefined || (pivot.columns === null && right > 0)) return
      next = withAmount(next, pivot, { row, column, amount: text.trim() }, otherwise)
      count += 1
    })
  })
  return { lines: next, count }
}

/** What the API is asked to store. Null while an amount can't be read. */
export function toLines(lines: readonly MatrixLine[], currency: string) {
  const read = lines.map((line) => ({ line, minor: minorOf(line.amount, currency) }))
  const known = read.flatMap(({ line, minor }) => (minor === null ? [] : [{ line, minor }]))
  if (known.length < read.length) return null
  return known.map(({ line: { cluster, market, mission, amount: _, ...line }, minor }) => ({
    ...line,
    clusterId: cluster,
    marketId: market,
    missionId: mission,
    minor,
  }))
}
