import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterExpenses, exportExpenses, listExpenses } from '../../src/contract/expenses.ts'
import { readSheetFile } from '../../src/sheets/read-sheet-file.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { grantMakers } from '../support/grants.ts'

let api: TestApi
let make: ReturnType<typeof grantMakers>
beforeAll(async () => {
  api = await startApi({ clock: '2009-06-01' })
  make = grantMakers(api)
})
afterAll(() => api.stop())

async function world() {
  const [grant, other] = [await make.grant({ title: 'Ours' }), await make.grant({ title: 'Theirs' })]
  const { lines } = await make.budget(grant.id, [{ category: 'travel', minor: 1_000_000, name: '-Flights' }])
  const half = { bp: 5000 }
  await make.expense({
    title: '=1+1',
    supplierName: '+33 SA',
    amount: { minor: 1_482_900, currency: 'USD' },
    shares: [
      { grantId: grant.id, lineId: lines[0]?.id, ...half },
      { grantId: other.id, ...half },
    ],
  })
  await make.expense({
    title: 'Sushi',
    amount: { minor: 15_000, currency: 'JPY' },
    paidOn: '2008-10-15',
    shares: [{ grantId: grant.id, bp: 10_000 }],
  })
  return { grant }
}

async function fileOf(query: Parameters<typeof api.call<typeof exportExpenses>>[1]['query']) {
  const file = await api.call(exportExpenses, { query })
  const read = await readSheetFile(file.bytes)
  const [head = [], ...rows] = read.sheets[0]?.rows ?? []
  return { file, rows: rows.map((row) => Object.fromEntries(head.map((name, n) => [name, row[n]]))) }
}

it('nobody unknown, viewers may, and what can’t be asked is refused', async () => {
  expect((await api.send(exportExpenses, {}, { actor: null })).status).toBe(401)
  expect((await api.send(exportExpenses, {}, { actor: viewer })).status).toBe(200)
  for (const query of [{ format: 'pdf' }, { sort: 'colour' }, { grant: 'x' }])
    expect((await api.send(exportExpenses, { query })).status).toBe(422)
})

describe('expenses as a file', () => {
  it.each(['csv', 'xlsx'] as const)(
    '%s: what the list shows, to the cent, days and rates included',
    async (format) => {
      const { grant } = await world()
      const { rows, file } = await fileOf({ grant: grant.id, sort: 'title', format })
      expect(file.filename).toBe(`expenses-2009-06-01.${format}`)
      const plain = rows.map(({ Record, ...row }) => row)
      const cents = format === 'csv' ? ['14829.00', '5000.00'] : ['14829', '5000']
      expect(plain[0]).toMatchObject({
        Day: '2008-02-04',
        State: 'Paid',
        What: '=1+1',
        Supplier: '+33 SA',
        Amount: cents[0],
        Currency: 'USD',
        Grant: 'Ours',
        'Budget line': '-Flights',
        'Share (%)': '50',
        'Borne by the grant': cents[1],
        Rate: '1.4829',
        'Rate of': '2008-02-04',
      })
      expect(plain[1]).toMatchObject({
        What: 'Sushi',
        Amount: '15000',
        Currency: 'JPY',
        Missing: 'Receipt, Budget line',
      })
    },
  )

  it('holds no cell that a spreadsheet takes for a formula, and speaks French', async () => {
    const { grant } = await world()
    const { bytes } = await api.call(exportExpenses, { query: { grant: grant.id, language: 'fr' } })
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain(";'=1+1;'+33 SA;")
    expect(text).toContain(";'-Flights;")
    expect(text).toContain(';14829,00;USD;')
    expect(
      text
        .split('\r\n')
        .flatMap((line) => line.split(';'))
        .filter((cell) => /^[=+@]/.test(cell)),
    ).toEqual([])
  })

  it('is narrowed as the list is; without a grant each share has its row', async () => {
    const { grant } = await world()
    const all = await fileOf({ q: 'Sushi', grant: grant.id })
    expect(all.rows.map(({ What }) => What)).toEqual(['Sushi'])
    const shares = await fileOf({ currency: 'USD' })
    const of = shares.rows.filter(({ What }) => What === '=1+1').map(({ Grant }) => Grant)
    expect(of.length % 2).toBe(0)
    expect(new Set(of)).toEqual(new Set(['Ours', 'Theirs']))
  })
})

describe('an import', () => {
  it('of two thousand rows is one transaction: all or nothing, and the same again changes nothing', async () => {
    const grant = await make.grant()
    const rows = Array.from({ length: 2000 }, (_, n) => ({
      id: crypto.randomUUID(),
      title: `Row ${n}`,
      amount: { minor: 100 + n, currency: 'EUR' },
      paidOn: '2008-03-01',
      shares: [{ grantId: grant.id, bp: 10_000 }],
    }))
    const [first, ...rest] = rows as [(typeof rows)[number], ...typeof rows]
    const wrong = [{ ...first, amount: { minor: 1, currency: 'XXQ' } }, ...rest]
    const refused = await api.call(enterExpenses, { body: { rows: wrong, mode: 'all' } })
    expect(refused).toMatchObject({ entered: [], problems: [{ row: 0 }] })
    const tried = await api.call(enterExpenses, { body: { rows, mode: 'all', dryRun: true } })
    expect(tried.entered).toHaveLength(2000)
    const listed = () => api.call(listExpenses, { query: { grant: grant.id, limit: 1 } })
    expect((await listed()).total).toBe(0)
    const body = { rows, mode: 'all' as const }
    expect((await api.call(enterExpenses, { body })).entered).toHaveLength(2000)
    const again = await api.call(enterExpenses, { body })
    expect(again).toMatchObject({ entered: [], problems: [] })
    expect(again.already).toHaveLength(2000)
    expect((await listed()).total).toBe(2000)
  })
})
