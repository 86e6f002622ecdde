import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { companyColumns, organisationColumns, personColumns } from '../../src/components/export/columns.ts'
import { everyRow, type ListFormat, listFile } from '../../src/components/export/list-file.ts'
import { listCompanies } from '../../src/contract/companies.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { personRecords } from '../../src/contract/people.ts'
import { setTransport } from '../../src/data/client.ts'
import { proposedMapping } from '../../src/domain/import/mapping.ts'
import { draftOf } from '../../src/domain/import/read-row.ts'
import en from '../../src/i18n/en/export.ts'
import fr from '../../src/i18n/fr/export.ts'
import { readSheetFile } from '../../src/sheets/read-sheet-file.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { toastSaying } from '../support/app-acts.ts'
import { companyMakers } from '../support/companies.ts'
import { importMakers } from '../support/imports.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'
import { contentOf } from '../support/tables.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  const { company } = companyMakers(api)
  const cluster = await make.organisation({
    name: 'Lyonbiopôle',
    kinds: ['cluster', 'partner'],
    country: 'FR',
  })
  for (const [n, name] of [
    '=1+1 SAS',
    '@Work, "the" company',
    '-Minus',
    'Œuvre – Ça',
    '0012',
    'Plain',
  ].entries()) {
    const { id } = await company({
      name,
      years: false,
      town: n % 2 ? 'Lyon' : null,
      sectors: n % 2 ? ['C21', 'C26.6'] : [],
    })
    if (n % 3 === 0)
      await api.call(
        organisationRecords.update,
        {
          params: { id },
          body: { affiliations: [{ toId: cluster.id, from: '2005' }], names: [{ name: `Other ${n}` }] },
        },
        { version: 1 },
      )
    await make.person({
      givenName: 'Ada',
      familyName: `Nº${n}`,
      email: n % 2 ? `ada${n}@example.fr` : null,
      at: id,
    })
  }
  setTransport((request) => api.fetch(request))
})
afterAll(() => api.stop())

const lists = {
  companies: { endpoint: listCompanies, columns: companyColumns },
  organisations: { endpoint: organisationRecords.list, columns: organisationColumns },
  people: { endpoint: personRecords.list, columns: personColumns },
} as const

async function exported(name: keyof typeof lists, heads: typeof en.head, format: ListFormat) {
  const { endpoint, columns } = lists[name] as { endpoint: Endpoint; columns: typeof companyColumns }
  const rows = (await everyRow(endpoint, {})) as never[]
  const names = columns.map(({ head }) => heads[head])
  const cells = rows.map((row) => columns.map(({ cell }) => cell(row)))
  return { rows, file: await listFile(name, names, cells, format) }
}

/** All but what says of itself that it is only about imports. */
const records = async () => {
  const { imports: _, import_rows, import_keys, import_mappings, ...content } = await contentOf(api.db)
  return content
}

describe('a list that was exported', () => {
  it.each([
    ['companies', 'csv', 'en'],
    ['companies', 'xlsx', 'fr'],
    ['organisations', 'csv', 'fr'],
    ['organisations', 'xlsx', 'en'],
    ['people', 'csv', 'en'],
    ['people', 'xlsx', 'fr'],
  ] as const)('changes nothing when it is imported: %s, %s, %s', async (name, format, language) => {
    const { rows, file } = await exported(name, (language === 'fr' ? fr : en).head, format)
    const { sheets } = await readSheetFile(file.bytes)
    const [heads = [], ...lines] = sheets[0]?.rows ?? []
    expect(lines).toHaveLength(rows.length)
    const texts = lines.map((line) => heads.map((_, n) => String(line[n] ?? '')))
    const mapping = proposedMapping(heads.map(String), texts)
    const before = await records()
    const drafts = texts.map((line) => draftOf(line, mapping))
    expect(drafts.flatMap(({ problems }) => problems)).toEqual([])
    const imports = importMakers(api)
    const sent = await imports.sent(drafts.map(({ draft }) => draft) as never)
    const applied = await imports.applied(sent)
    expect((await imports.rows(applied.id)).map(({ verdict, outcome }) => [verdict, outcome])).toEqual(
      rows.map(() => ['same', 'unchanged']),
    )
    expect(await records()).toEqual(before)
  })

  it('has no text that a spreadsheet would take for a formula', async () => {
    const { file } = await exported('companies', en.head, 'csv')
    const text = new TextDecoder().decode(file.bytes)
    for (const line of text.split('\r\n')) expect(line).not.toMatch(/(?:^|,)"?[=+@-]/)
    expect(text).toContain("'=1+1 SAS")
  })
})

it('is saved from the list’s menu as it is filtered and sorted, all of it', async () => {
  const files: Blob[] = []
  const address = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push(file as Blob)
    return 'blob:saved'
  })
  const { user } = await openScreen(api, '/companies?sort=-name&country=FR')
  await user.click(await screen.findByRole('button', { name: 'Export' }))
  await user.click(await screen.findByRole('menuitem', { name: 'CSV file' }))
  await toastSaying(/6 rows in Companies .*\.csv/)
  const { sheets } = await readSheetFile(
    new Uint8Array((await files[0]?.arrayBuffer()) ?? new ArrayBuffer(0)),
  )
  const [, ...lines] = sheets[0]?.rows ?? []
  const shown = within(await screen.findByRole('table'))
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('link')[0]?.textContent?.trim())
  expect(lines.map((line) => String(line[1]).replace(/^'/, ''))).toEqual(shown)
  address.mockRestore()
})
