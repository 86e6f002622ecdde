import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Claim,
  claimAuditFile,
  draftClaim,
  freezeClaim,
  submitClaim,
} from '../../src/contract/claims.ts'
import { uploadDocument } from '../../src/contract/dossier.ts'
import { updateExpense } from '../../src/contract/expenses.ts'
import { readWorkbook } from '../../src/sheets/read-workbook.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { grantMakers } from '../support/grants.ts'

let api: TestApi
let make: ReturnType<typeof grantMakers>
beforeAll(async () => {
  api = await startApi({ clock: '2009-06-01' })
  make = grantMakers(api)
})
afterAll(() => api.stop())

const receipt = (recordId: string, filename: string, text: string) =>
  api.call(uploadDocument, {
    query: { noun: 'expenses', recordId, filename, kind: 'evidence' },
    body: new TextEncoder().encode(text),
  })

/** Two clusters' expenses in two currencies with receipts, claimed; one of them corrected, and claimed again. */
async function world() {
  const own = randomUUID().slice(0, 8)
  const cbs = await make.organisation({ name: `CBS ${own}` })
  const lyon = await make.organisation({ name: `Lyon ${own}` })
  const [eu, region] = [await make.organisation({ name: `EU ${own}` }), await make.organisation()]
  const grant = await make.grant({
    title: `Alps: Bio/${own}`,
    total: { kind: 'exact', minor: 186_250_500 },
    rules: {
      categories: [{ key: 'travel' }, { key: 'subcontracting', limitBp: 2000 }],
      indirect: { kind: 'share_of_direct', bp: 700, except: ['subcontracting'] },
    },
    funders: [
      { organisationId: eu.id, kind: 'eu_direct', share: { kind: 'share', bp: 7600 } },
      { organisationId: region.id, kind: 'regional' },
    ],
  })
  const { lines } = await make.budget(grant.id, [
    { category: 'travel', minor: 1_000_000 },
    { category: 'subcontracting', minor: 1_000_000, name: '=Study' },
  ])
  const [travel = '', sub = ''] = lines.map(({ id }) => id)
  const on = (lineId: string) => [{ grantId: grant.id, lineId, bp: 10_000 }]
  const flight = await make.expense({
    title: '=HYPERLINK("x")',
    amount: { minor: 10_005, currency: 'EUR' },
    payerId: cbs.id,
    shares: on(travel),
  })
  await make.expense({
    title: 'Study',
    amount: { minor: 1_482_900, currency: 'USD' },
    payerId: lyon.id,
    shares: on(sub),
  })
  await receipt(flight.id, 'boarding pass.pdf', 'one')
  await receipt(flight.id, 'a/b:c.txt', 'two')
  const first = await api.call(draftClaim, {
    params: { id: grant.id },
    body: { from: '2008-01-01', to: '2008-06-30' },
  })
  return { grant, cbs, lyon, eu, flight, first }
}

async function auditOf(claim: Pick<Claim, 'id'>, language: 'en' | 'fr' = 'en') {
  const file = await api.call(claimAuditFile, { params: { id: claim.id }, query: { language } })
  const parts = unzipSync(file.bytes)
  const name = Object.keys(parts).find((part) => part.endsWith('.xlsx')) ?? ''
  const workbook = parts[name] ?? new Uint8Array()
  const sheets = new Map((await readWorkbook(workbook)).map(({ name: of, rows }) => [of, rows]))
  const formulas = Object.entries(unzipSync(workbook)).flatMap(([part, bytes]) =>
    part.includes('worksheets') ? (strFromU8(bytes).match(/<f>.*?<\/v>/g) ?? []) : [],
  )
  return { file, parts, name, sheets, formulas }
}

/** A sheet's rows by what stands in their first cell. */
const byFirst = (rows: string[][] | undefined) => new Map(rows?.map(([first = '', ...rest]) => [first, rest]))

it('nobody unknown, viewers may, and 404 where there is no claim', async () => {
  const input = { params: { id: randomUUID() } }
  expect((await api.send(claimAuditFile, input, { actor: null })).status).toBe(401)
  expect((await api.send(claimAuditFile, input, { actor: viewer })).status).toBe(404)
  const { first } = await world()
  const response = await api.send(claimAuditFile, { params: { id: first.id } }, { actor: viewer })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; .*zip/)
  const wrong = { params: { id: first.id }, query: { language: 'xx' } }
  expect((await api.send(claimAuditFile, wrong)).status).toBe(422)
})

describe('the audit file', () => {
  it('holds every sum to the cent, by formula and as claimed', async () => {
    const { first, cbs, lyon, eu } = await world()
    const { sheets, formulas, file } = await auditOf(first)
    expect(file.filename).toMatch(/^Alps_ Bio_.* - claim 1\.zip$/)
    const summary = byFirst(sheets.get('Summary'))
    expect(first).toMatchObject({ direct: 1_010_005, indirect: 700, total: 1_010_705 })
    expect(summary.get('Direct costs')?.slice(0, 2)).toEqual(['10100.05', '10100.05'])
    expect(summary.get('Base of indirect costs')?.slice(0, 2)).toEqual(['100.05', '100.05'])
    expect(summary.get('Indirect costs')?.slice(0, 2)).toEqual(['7', '7'])
    expect(summary.get('Total')?.slice(0, 2)).toEqual(['10107.05', '10107.05'])
    expect(summary.get('Travel')).toEqual(['100.05', '100.05', '', 'TRUE', 'TRUE'])
    expect(summary.get('Subcontracting')).toEqual(['10000', '10000', '2020.01', 'FALSE', 'TRUE'])
    const rows = sheets.get('Rows') ?? []
    const [head = [], ...rest] = rows
    const amount = head.indexOf('Claimed')
    const [sum, ...claimed] = rest.map((row) => Math.round(Number(row[amount]) * 100)).reverse()
    expect(claimed.reduce((all, minor) => all + minor, 0)).toBe(sum)
    expect(sum).toBe(1_010_005)
    expect(formulas).toContain(`<f>SUM(S$2:S$3)</f><v>10100.05</v>`)
    expect(sheets.get('Rates')?.slice(1)).toEqual([['USD', '1.4829', '2008-02-04', expect.any(String), '1']])
    expect(sheets.get('Clusters')?.slice(1)).toEqual([
      [cbs.name, '1', '100.05', '100.05', '7', '107.05'],
      [lyon.name, '1', '10000', '10000', '0', '10000'],
      ['Total', '2', '10100.05', '10100.05', '7', '10107.05'],
    ])
    const funders = byFirst(sheets.get('Co-financing'))
    expect(funders.get(eu.name)).toEqual(['76', '7681.36', ''])
    expect(funders.get('Total')).toEqual(['', '10107.05', '10107.05'])
    expect(funders.get('Covered by no stated share')?.[1]).toBe('2425.69')
  })

  it('names the receipts that it holds, safely, and defuses what looks like a formula', async () => {
    const { first } = await world()
    const { sheets, parts, formulas } = await auditOf(first)
    const [head = [], row = []] = sheets.get('Rows') ?? []
    expect(row[head.indexOf('Expense')]).toBe('=HYPERLINK("x")')
    expect(formulas.some((formula) => formula.includes('HYPERLINK'))).toBe(false)
    const files = row[head.indexOf('Receipts')]?.split('\n') ?? []
    expect(files).toEqual(['receipts/0001-1 a_b_c.txt', 'receipts/0001-2 boarding pass.pdf'])
    expect(files.map((name) => strFromU8(parts[name] ?? new Uint8Array()))).toEqual(['two', 'one'])
    expect(
      sheets
        .get('Receipts')
        ?.slice(1)
        .map(([name]) => name),
    ).toEqual(files)
  })

  it('keeps what was claimed, and tells what was corrected afterwards', async () => {
    const { first, grant, flight } = await world()
    const frozen = await api.call(
      freezeClaim,
      { params: { id: first.id }, body: { on: '2008-07-01' } },
      { version: first.version },
    )
    const before = await auditOf(frozen)
    await api.call(
      submitClaim,
      { params: { id: first.id }, body: { on: '2008-07-02' } },
      { version: frozen.version },
    )
    await api.call(
      updateExpense,
      { params: { id: flight.id }, body: { amount: { minor: 9_000, currency: 'EUR' } } },
      { version: flight.version },
    )
    const after = await auditOf(first)
    expect(after.sheets.get('Rows')).toEqual(before.sheets.get('Rows'))
    const second = await api.call(draftClaim, {
      params: { id: grant.id },
      body: { from: '2008-07-01', to: '2008-12-31' },
    })
    const { sheets } = await auditOf(second)
    const [head = [], row = []] = sheets.get('Adjustments') ?? []
    expect(['Claimed before', 'As it is now', 'Claimed'].map((name) => row[head.indexOf(name)])).toEqual([
      '100.05',
      '90',
      '-10.05',
    ])
    expect(byFirst(sheets.get('Summary')).get('Direct costs')?.slice(0, 2)).toEqual(['-10.05', '-10.05'])
    expect(sheets.get('Rows')).toHaveLength(2)
  })

  it('speaks French, and is the same bytes when asked for again', async () => {
    const { first } = await world()
    const { sheets, name, file } = await auditOf(first, 'fr')
    expect(name).toBe('demande-1.xlsx')
    expect([...sheets.keys()]).toEqual([
      'Synthèse',
      'Lignes',
      'Régularisations',
      'Taux',
      'Pôles',
      'Cofinancement',
      'Justificatifs',
    ])
    expect((await auditOf(first, 'fr')).file.bytes).toEqual(file.bytes)
  })
})
