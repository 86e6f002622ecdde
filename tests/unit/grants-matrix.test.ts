import { describe, expect, it } from 'vitest'
import {
  keysOf,
  linesAt,
  type MatrixLine,
  sumOf,
  toLines,
  withAmount,
  withBlock,
} from '../../src/features/grants/budget/matrix.ts'

const line = (fields: Partial<MatrixLine>): MatrixLine => ({
  name: null,
  category: 'travel',
  cluster: null,
  market: null,
  mission: null,
  workPackage: null,
  amount: '',
  ...fields,
})
const pivot = { rows: 'category', columns: 'cluster' } as const
const otherwise = { category: 'other' }

describe('a budget as a matrix', () => {
  const lines = [
    line({ id: '1', cluster: 'a', amount: '100' }),
    line({ id: '2', cluster: 'a', market: 'jp', amount: '50,50' }),
    line({ id: '3', category: 'personnel', amount: '1 000.00' }),
  ]

  it('sums lines by two dimensions, whatever the others', () => {
    expect(keysOf(lines, 'cluster')).toEqual(['a', null])
    expect(sumOf(linesAt(lines, pivot, 'travel', 'a'), 'EUR')).toBe(15_050)
    const all = keysOf(lines, 'category').flatMap((row) =>
      keysOf(lines, 'cluster').map((column) => sumOf(linesAt(lines, pivot, row, column), 'EUR')),
    )
    expect(all.reduce((sum, minor) => sum + minor, 0)).toBe(sumOf(lines, 'EUR'))
  })

  it('changes the one line of a cell, adds one to an empty cell, leaves a sum alone', () => {
    const changed = withAmount(lines, pivot, { row: 'personnel', column: null, amount: '7' }, otherwise)
    expect(changed.find(({ id }) => id === '3')?.amount).toBe('7')
    const added = withAmount(lines, pivot, { row: 'events', column: 'b', amount: '9' }, otherwise)
    expect(added.at(-1)).toMatchObject({ category: 'events', cluster: 'b', amount: '9' })
    expect(withAmount(lines, pivot, { row: 'travel', column: 'a', amount: '1' }, otherwise)).toEqual(lines)
  })

  it('keeps a stored line whose amount is emptied, and lets go of a new one', () => {
    const emptied = withAmount(lines, pivot, { row: 'personnel', column: null, amount: '' }, otherwise)
    expect(emptied).toHaveLength(3)
    const fresh = withAmount([], pivot, { row: 'events', column: 'b', amount: '9' }, otherwise)
    expect(withAmount(fresh, pivot, { row: 'events', column: 'b', amount: '' }, otherwise)).toEqual([])
  })

  it('takes a block from one cell on, and leaves out what reaches beyond', () => {
    const keys = { rows: ['personnel', 'travel'], columns: ['a', 'b'] }
    const block = [
      ['1', '2', '3'],
      ['4', '5'],
    ]
    const { lines: next, count } = withBlock([], pivot, block, { row: 1, column: 0 }, keys, otherwise)
    expect(count).toBe(2)
    expect(next.map(({ category, cluster, amount }) => [category, cluster, amount])).toEqual([
      ['travel', 'a', '1'],
      ['travel', 'b', '2'],
    ])
  })

  it('is stored in minor units, once every amount can be read', () => {
    expect(toLines(lines, 'EUR')?.map(({ minor }) => minor)).toEqual([10_000, 5050, 100_000])
    expect(toLines([...lines, line({ amount: 'many' })], 'EUR')).toBeNull()
  })
})
