import fc from 'fast-check'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { columnLetters, dayCell, moneyCell, moneyFormula, numberCell } from '../../../src/sheets/cells.ts'
import { readDelimited } from '../../../src/sheets/read-delimited.ts'
import { readSheetFile } from '../../../src/sheets/read-sheet-file.ts'
import { readWorkbook } from '../../../src/sheets/read-workbook.ts'
import { plainCell, safeCell } from '../../../src/sheets/safe-cell.ts'
import { csvStyle, withoutFormulas, writeCsv } from '../../../src/sheets/write-csv.ts'
import { sheetNames, writeWorkbook } from '../../../src/sheets/write-workbook.ts'

const euros = (minor: number) => ({ minor, currency: 'EUR' })
const sheet = [
  ['What', 'On', 'Amount', 'Yes'],
  ['=cmd|" /C calc"!A0', dayCell('2008-02-04'), moneyCell(euros(123_456)), true],
  ['@SUM(A1)', dayCell('2008-12-31'), moneyCell(euros(-50)), false],
  ['', null, moneyFormula('SUM(C2:C3)', euros(123_406)), null],
]
const asRead = [
  ['What', 'On', 'Amount', 'Yes'],
  ['=cmd|" /C calc"!A0', '2008-02-04', '1234.56', 'TRUE'],
  ['@SUM(A1)', '2008-12-31', '-0.5', 'FALSE'],
  ['', '', '1234.06', ''],
]

describe('a text made safe for spreadsheets', () => {
  it.each(['=1+1', '+33 4 72', '-5', '@a', '\tx', '\rx', "'=1", "''+2"])('%j is defused', (text) => {
    expect(safeCell(text)).toBe(`'${text}`)
  })
  it.each(['', 'Pylote', "l'Isère", "'quoted'", '1-2', 'a=b'])('%j stays as it is', (text) => {
    expect(safeCell(text)).toBe(text)
  })
  it('is given back whole', () => {
    const text = fc.stringMatching(/^'{0,3}[=+\-@\t\ra']?[a-z']{0,4}$/)
    fc.assert(
      fc.property(
        text,
        (given) => plainCell(safeCell(given)) === given && !/^[=+\-@\t\r\n]/.test(safeCell(given)),
      ),
    )
  })
})

describe('a workbook', () => {
  it('is read as it was written: days, cents, formulas with what they come to, texts that look like formulas', async () => {
    const file = await writeWorkbook([{ name: 'Rows', rows: sheet, heads: 1, widths: [40, 12, 14] }])
    expect(await readWorkbook(file)).toEqual([{ name: 'Rows', rows: asRead, numbers: [1, 2, 3, 4] }])
    const xml = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] as Uint8Array)
    expect(xml).toContain('<f>SUM(C2:C3)</f><v>1234.06</v>')
    expect(xml.match(/<f>/g)).toHaveLength(1)
  })

  it('is the same bytes for the same content', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => writeWorkbook([{ name: 'A', rows: sheet }])))
    expect(one).toEqual(two)
  })

  it('keeps any text, number and day', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom("'=x", '_x0041_', ' a ', 'a\r\nb', '\ud800'),
    )
    const day = fc.date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    const minor = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, day, minor), { minLength: 1, maxLength: 4 }), async (rows) => {
        const days = rows.map(([, date]) => date.toISOString().slice(0, 10))
        const file = await writeWorkbook([
          { name: 'x', rows: rows.map(([t, , m], n) => [t, dayCell(days[n] ?? null), moneyCell(euros(m))]) },
        ])
        const [read] = await readWorkbook(file)
        expect(read?.rows.map(([t, d, m]) => [t, d, Math.round(Number(m) * 100)])).toEqual(
          rows.map(([t, , m], n) => [t.toWellFormed(), days[n], m]),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('shows a number of more than fifteen digits as text, since a spreadsheet would round it', async () => {
    const file = await writeWorkbook([
      { name: 'x', rows: [[numberCell('12345678901234567.89')], [numberCell('1.23')]] },
    ])
    const [read] = await readWorkbook(file)
    expect(read?.rows).toEqual([['12345678901234567.89'], ['1.23']])
  })

  it('names its sheets as Excel wants them', () => {
    const names = ['Rates: used', 'rates  used', `${'x'.repeat(40)}`, `${'x'.repeat(40)}`, "'", '[a]/b'].map(
      (name) => ({ name }),
    )
    expect(sheetNames(names)).toEqual([
      'Rates  used',
      'rates  used (2)',
      'x'.repeat(31),
      `${'x'.repeat(27)} (2)`,
      'Sheet',
      'a b',
    ])
  })

  it('has columns A to Z and on', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ])
  })

  it('of many rows is written and read without a worker', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => [
      `Row ${n} ${Math.sin(n)}`,
      numberCell(n),
      dayCell('2008-10-15'),
    ])
    const [read] = await readWorkbook(await writeWorkbook([{ name: 'Many', rows }]))
    expect(read?.rows).toHaveLength(20_000)
    expect(read?.rows[19_999]).toEqual([rows[19_999]?.[0], '19999', '2008-10-15'])
  })
})

describe('a workbook of other programs', () => {
  const numbers = async (...written: string[]) => {
    const file = await writeWorkbook([{ name: 'x', rows: written.map(() => [numberCell('7')]) }])
    const parts = unzipSync(file)
    let xml = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array)
    for (const number of written) xml = xml.replace('<v>7</v>', `<v>${number}</v>`)
    const [read] = await readWorkbook(
      zipSync({ ...parts, 'xl/worksheets/sheet1.xml': new TextEncoder().encode(xml) }),
    )
    return read?.rows.flat()
  }

  it('keeps amounts in binary, which are read as they are shown', async () => {
    expect(
      await numbers('1234.5599999999999', '0.30000000000000004', '1E-3', '1.5E+5', '-12.340', '1e20'),
    ).toEqual(['1234.56', '0.3', '0.0010', '150000', '-12.34', '100000000000000000000'])
  })

  it.each([
    ['of before 2007', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'old'],
    ['that is no archive', new TextEncoder().encode('PK but no zip'), 'not_a_workbook'],
    ['that is another archive', zipSync({ 'a.xml': new Uint8Array(3) }), 'not_a_workbook'],
  ])('%s is refused', async (_, file, refusal) => {
    await expect(readWorkbook(file)).rejects.toMatchObject({ refusal })
  })
})

describe('a CSV file', () => {
  it('is read as it was written', async () => {
    const file = await writeCsv(withoutFormulas(sheet))
    const read = await readSheetFile(file)
    expect(read).toMatchObject({
      kind: 'text',
      decoded: { encoding: 'utf-8', by: 'mark' },
      delimited: { separator: ',' },
    })
    expect(read.sheets[0]?.rows).toEqual([
      ['What', 'On', 'Amount', 'Yes'],
      ['=cmd|" /C calc"!A0', '2008-02-04', '1234.56', 'TRUE'],
      ['@SUM(A1)', '2008-12-31', '-0.50', 'FALSE'],
      ['', '', '1234.06', ''],
    ])
  })

  it('holds no cell that a spreadsheet takes for a formula, and the decimals of its language', async () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await writeCsv(withoutFormulas(sheet), csvStyle('fr')),
    )
    expect(text).toBe(
      '\ufeffWhat;On;Amount;Yes\r\n"\'=cmd|"" /C calc""!A0";2008-02-04;1234,56;TRUE\r\n\'@SUM(A1);2008-12-31;-0,50;FALSE\r\n;;1234,06;\r\n',
    )
    expect((await readDelimited(text)).separator).toBe(';')
  })
})
