import { describe, expect, it } from 'vitest'
import { alikeOf, doubtsOf, mixesMarks } from '../../src/features/grants/expenses/import/doubts.ts'
import { importRows, lacking, proposeColumns } from '../../src/features/grants/expenses/import/read-rows.ts'
import { blankEntry } from '../../src/features/grants/expenses/sheet/entry.ts'

const words = { states: new Map(), lines: new Map([['travel', 'l1']]), payers: new Map() }
const about = { grantId: 'g1', currency: 'EUR', words }
const table = (...rows: string[][]) => ({ rows, numbers: rows.map((_, n) => n + 1) })
const head = ['Date', 'Libellé', 'Montant', 'Colour', 'Devise', 'Ligne']

describe('the columns of a table', () => {
  it('are proposed by their heads, each once, and days with the month first where they make no sense otherwise', () => {
    const proposed = proposeColumns([head, ['2/28/2008', 'Taxi', '12.50', 'red', 'USD', 'Travel']])
    expect(proposed).toEqual({
      cells: ['day', 'title', 'amount', null, 'currency', 'line'],
      hasHead: true,
      monthFirst: true,
    })
    expect(proposeColumns([['Date', 'Jour', 'Objet']]).cells).toEqual(['day', null, 'title'])
    expect(proposeColumns([head, ['2/3/2008'], ['28/2/2008']]).monthFirst).toBe(false)
    expect(lacking(proposed)).toEqual([])
  })

  it('are those of the grid where there are no heads', () => {
    const proposed = proposeColumns([['4 Feb 2008', 'paid', 'Taxi']])
    expect(proposed).toMatchObject({ cells: ['day', 'state', 'title'], hasHead: false })
    expect(lacking(proposed)).toEqual(['amount'])
  })
})

describe('rows that stand twice in a file', () => {
  it('are named by the row that they are the same as, however the amount is written', () => {
    const entry = (id: string, more: object) => ({
      ...blankEntry(id, '2008-02-04', 'EUR'),
      title: 'Taxi',
      amount: '20',
      ...more,
    })
    const rows = [
      { number: 2, entry: entry('a', {}) },
      { number: 3, entry: entry('b', { amount: '20,00', title: 'taxi ' }) },
      { number: 4, entry: entry('c', { reference: 'T-2' }) },
      { number: 5, entry: entry('d', {}) },
    ]
    const same = { title: { code: 'same_as', row: 2 } }
    expect([...alikeOf(rows)]).toEqual([
      ['b', same],
      ['d', same],
    ])
  })
})

describe('the rows of a table', () => {
  const columns = proposeColumns([head])
  it('are read with their number, day, currency and line', () => {
    const rows = importRows(table(head, ['4/2/2008', 'Taxi', '¥1,500', '', '', 'Travel']), columns, about)
    expect(rows).toMatchObject([
      {
        number: 2,
        accepted: false,
        entry: { day: '2008-02-04', title: 'Taxi', amount: '1,500', currency: 'JPY', line: 'l1' },
      },
    ])
    const american = { ...columns, monthFirst: true }
    expect(importRows(table(head, ['4/2/2008']), american, about)[0]?.entry.day).toBe('2008-04-02')
  })

  it('have the same ids each time, in a CSV file or a workbook; twins have their own', () => {
    const ids = (rows: string[][], grantId = 'g1') =>
      importRows(table(head, ...rows), columns, { ...about, grantId }).map(({ entry }) => entry.id)
    const taxi = ['4/2/2008', 'Taxi', '12,50 €', '', '', 'Travel']
    const same = ['2008-02-04', ' Taxi', '12.5', 'blue', 'EUR', 'Travel']
    expect(ids([taxi])).toEqual(ids([same]))
    const [first, second] = ids([taxi, taxi])
    expect(first).not.toBe(second)
    expect(ids([['x'], taxi])[1]).toBe(first)
    const record = '0b8f7a52-1f0e-4c1e-9a51-0d4a3c1d2e3f'
    const exported = table([...head, 'Record'], [...taxi, record])
    expect(importRows(exported, columns, about)[0]?.entry.id).toBe(record)
    expect(ids([taxi], 'g2')).not.toEqual(ids([taxi]))
  })
})

describe('doubts', () => {
  const rules = {
    categories: [],
    indirect: null,
    rates: null,
    transfer: null,
    eligible: null,
    claimPeriods: [],
    secondApproval: false,
  }
  const grant = {
    starts: '2008-02',
    ends: '2009',
    rules,
    total: { kind: 'exact', minor: 30_000_000 } as const,
    currency: 'EUR',
  }
  const entry = { ...blankEntry('x', '2008-02-01', 'EUR'), amount: '300 000' }
  it('are about days that the grant does not count and amounts that can’t be', () => {
    expect(doubtsOf(entry, grant)).toEqual({})
    expect(doubtsOf({ ...entry, day: '2008-01-31' }, grant).day).toEqual({
      code: 'before',
      day: '2008-02-01',
    })
    expect(doubtsOf({ ...entry, day: '2010-01-01' }, grant).day).toEqual({ code: 'after', day: '2009-12-31' })
    const eligible = { ...grant, rules: { ...rules, eligible: { from: '2008-06-01', to: null } } }
    expect(doubtsOf(entry, eligible).day).toMatchObject({ code: 'before' })
    expect(doubtsOf({ ...entry, amount: '300000.01' }, grant).amount).toEqual({ code: 'more_than_grant' })
    const open = { ...grant, total: { kind: 'unknown' } as const }
    expect(doubtsOf({ ...entry, amount: '10000000,01' }, open).amount).toEqual({ code: 'absurd' })
    expect(doubtsOf({ ...entry, amount: '20 000 000', currency: 'JPY' }, open)).toEqual({})
  })

  it('tell where commas and points both stand before decimals', () => {
    expect(mixesMarks(['1,50', '1.000,25', '7'])).toBe(false)
    expect(mixesMarks(['1,50', '1,000.25'])).toBe(true)
    expect(mixesMarks(['12.5', '1,000'])).toBe(false)
  })
})
