import { describe, expect, it } from 'vitest'
import { blankEntry, wrongsOf } from '../../src/features/grants/expenses/sheet/entry.ts'
import {
  columnsOf,
  isTable,
  pastedRows,
  readTable,
  withoutSymbol,
} from '../../src/features/grants/expenses/sheet/paste.ts'

let ids = 0
const like = { ...blankEntry('x', '2008-09-15', 'EUR'), line: 'l1', payer: 'p1' }
const words = {
  states: new Map([
    ['paid', 'paid'],
    ['payee', 'paid'],
    ['planned', 'planned'],
  ] as const),
  lines: new Map([
    ['travel', 'l2'],
    ['deplacements', 'l2'],
  ]),
  payers: new Map([['lyonbiopole', 'p2']]),
}
const paste = (text: string, at: Parameters<typeof pastedRows>[1]['at'] = 'day') =>
  pastedRows(text, { like, at, words, newId: () => `id-${++ids}` })

describe('what a spreadsheet copies', () => {
  it('is read with quotes, tabs and line breaks within cells', () => {
    expect(readTable('a\t"b\tc"\r\n"d ""e""\nf"\tg\n\n')).toEqual([
      ['a', 'b\tc'],
      ['d "e"\nf', 'g'],
    ])
    expect(isTable('one word')).toBe(false)
    expect(isTable('a last line break\n')).toBe(false)
    expect(isTable('a\tb')).toBe(true)
  })

  it('is taken by the heads of its columns, in English or French', () => {
    expect(columnsOf(['Date', 'Fournisseur', 'Colour', 'Montant TTC'])).toEqual([
      'day',
      'supplier',
      null,
      'amount',
    ])
    expect(columnsOf(['12 Sep 2008', 'Air France', '120,00'])).toBeNull()
  })
})

describe('pasted rows', () => {
  it('take over what is there, and keep day, line and payer of the row otherwise', () => {
    const { rows } = paste('Libellé\tMontant\tPôle\nBillets\t1 234,50\tLyonbiopôle\nHôtel\t99.90\t')
    expect(rows).toMatchObject([
      { title: 'Billets', amount: '1 234,50', payer: 'p2', day: '2008-09-15', line: 'l1' },
      { title: 'Hôtel', amount: '99.90', payer: 'p1' },
    ])
  })

  it('begin at the field they were pasted into where no heads name them', () => {
    const { rows } = paste('Flight\tJAL\tF-12\t¥ 150,000\nTaxi\t\t\t20,00 €', 'title')
    expect(rows).toMatchObject([
      { title: 'Flight', supplier: 'JAL', reference: 'F-12', amount: '150,000', currency: 'JPY' },
      { title: 'Taxi', amount: '20,00', currency: 'EUR' },
    ])
  })

  it('read days and words of states and lines as people write them', () => {
    const { rows } = paste('15/10/2008\tPayée\tBio-Japan\t\t\t10\tEUR\tDéplacements')
    expect(rows).toMatchObject([{ day: '2008-10-15', state: 'paid', line: 'l2' }])
  })

  it('say cell by cell what can’t be taken, and keep it as it was', () => {
    const { rows } = paste('31/02/2008\tsoon\tX\t\t\t1.2.3,4\tABC\tNo such line\tNobody')
    const [row] = rows
    expect(row).toMatchObject({ day: '31/02/2008', state: 'soon', amount: '1.2.3,4', currency: 'ABC' })
    const known = { lines: new Set(['l1', 'l2']), payers: new Set(['p1', 'p2']) }
    expect(row && Object.keys(wrongsOf(row, known)).sort()).toEqual([
      'amount',
      'currency',
      'day',
      'line',
      'payer',
      'state',
    ])
  })
})

describe('an amount with its currency', () => {
  it.each([
    ['€1,862,505.00', '1,862,505.00', 'EUR'],
    ['1 234,50 CHF', '1 234,50', 'CHF'],
    ['1,5', '1,5', null],
    ['abc', 'abc', null],
  ])('%s', (text, amount, currency) => {
    expect(withoutSymbol(text)).toEqual({ amount, currency })
  })
})

describe('a row', () => {
  const known = { lines: new Set<string>(), payers: new Set<string>() }
  const entry = { ...blankEntry('x', '2008-09-15', 'JPY'), title: 'Taxi' }
  it('refuses more decimals than the currency has, and nothing at all', () => {
    expect(wrongsOf({ ...entry, amount: '1500,5' }, known).amount).toEqual({
      code: 'amount',
      why: 'too_precise',
    })
    expect(wrongsOf({ ...entry, amount: '0' }, known).amount).toEqual({ code: 'amount', why: 'none' })
    for (const amount of ['-5', '−1 500', '(12)'])
      expect(wrongsOf({ ...entry, amount }, known).amount).toEqual({ code: 'amount', why: 'negative' })
    expect(wrongsOf({ ...entry, amount: '-five' }, known).amount).toEqual({
      code: 'amount',
      why: 'not_a_number',
    })
    expect(wrongsOf({ ...entry, amount: '150 000' }, known)).toEqual({})
  })
})
