import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { titled } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  await make.organisation({ name: 'Alpha Biotech SAS', kinds: ['company'], country: 'FR', town: 'Lyon' })
  await make.organisation({ name: 'Beta Diagnostics', kinds: ['company'], country: 'FR', town: 'Paris' })
})
afterAll(() => api.stop())

const file = (text: string | Uint8Array<ArrayBuffer>, name = 'companies.csv') =>
  new File([text], name, { type: 'text/csv' })

const table = [
  'Raison sociale;SIREN;Ville;Pays',
  'ALPHA BIOTECH;732 829 320;Lyon;France',
  'Gamma SoluciÃ³n;;Toulouse;France',
  'Delta;123;Nantes;France',
  'Beta Diagnostics SA;;Lille;France',
].join('\n')

const names = async () =>
  (await api.call(organisationRecords.list, { query: { limit: 100 } })).items.map(({ name }) => name).sort()

describe('an import', () => {
  it('is read, checked, corrected, matched, decided, applied and reverted', async () => {
    const before = await names()
    const { user, router } = await openScreen(api, '/import')
    await titled('Import')
    await user.upload(await screen.findByLabelText('Choose a file', { selector: 'input' }), file(table))

    // How it was read, and what the columns are.
    expect(await screen.findByLabelText('Separator')).toHaveValue(';')
    expect(screen.getByLabelText('Encoding')).toHaveValue('utf-8')
    expect(screen.getByRole('combobox', { name: 'Raison sociale' })).toHaveValue('name')
    expect(screen.getByRole('combobox', { name: 'SIREN' })).toHaveValue('siren')

    // One row has an error: three can go on, four when it is corrected.
    expect(await screen.findByRole('button', { name: 'Match 3 rows' })).toBeEnabled()
    expect(screen.getByRole('option', { name: 'With errors (1)' })).toBeInTheDocument()
    expect(screen.getByRole('option', { name: 'Repaired (1)' })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Leave out 1 cell with an error' }))
    await user.click(await screen.findByRole('button', { name: 'Match 4 rows' }))

    // What each was matched with.
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/import\/[0-9a-f-]{36}$/))
    await titled('companies.csv')
    expect(await screen.findByText('2 records are created')).toBeVisible()
    expect(screen.getByText('1 row waits for your decision and stays out')).toBeVisible()
    const compare = await screen.findByRole('button', { name: 'Compare Beta Diagnostics SA' })
    await user.click(compare)
    const candidate = within(await screen.findByRole('article', { name: 'Beta Diagnostics' }))
    expect(candidate.getByText('Same name but for the legal form')).toBeVisible()
    expect(candidate.getByText('+65')).toBeVisible()
    expect(candidate.getByText('Another town')).toBeVisible()
    await user.click(candidate.getByRole('button', { name: 'It is this one' }))
    expect(
      await screen.findByText('2 are known already and change only where the table says something new'),
    ).toBeVisible()

    await user.click(screen.getByRole('button', { name: 'Import 4 rows' }))
    expect(await screen.findByText('What came of it')).toBeVisible()
    expect(await names()).toEqual([...before, 'Delta', 'Gamma Solución'].sort())

    await user.click(await screen.findByRole('button', { name: 'Revert the whole import' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Revert the whole import' }))
    expect(await screen.findByText('Reverted')).toBeVisible()
    expect(await names()).toEqual(before)
  })

  it('saves the rows that stay behind as a table, with the headers, to be corrected', async () => {
    const { user } = await openScreen(api, '/import')
    // Enough rows that it takes a while; before they are checked nothing is said that reads as an empty file.
    const many = Array.from({ length: 3000 }, (_, n) => `Firm ${n};;Nantes;France`)
    const hasSaid = new Set<string>()
    const listening = new MutationObserver(() => {
      const said = /No such rows|Match 0 rows|Checking the rows: [\d,]+ of 3,004/.exec(
        document.body.textContent,
      )
      if (said) hasSaid.add(said[0].replace(/[\d,]+ of/, 'some of'))
    })
    listening.observe(document.body, { subtree: true, childList: true, characterData: true })
    await user.upload(
      await screen.findByLabelText('Choose a file', { selector: 'input' }),
      file([table, ...many].join('\n')),
    )
    expect(await screen.findByText('1 row with an error is left out.')).toBeVisible()
    listening.disconnect()
    expect([...hasSaid]).toEqual(['Checking the rows: some of 3,004'])
    const saved: Blob[] = []
    const address = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob)
      return 'blob:saved'
    })
    await user.click(screen.getByRole('button', { name: 'Save it as a file for later' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    address.mockRestore()
    expect((await saved[0]?.text())?.trim().split('\r\n')).toEqual([
      'Raison sociale,SIREN,Ville,Pays,Error',
      'Delta,123,Nantes,France,The number has the wrong length',
    ])
    await user.click(screen.getByRole('button', { name: 'Another file' }))
  })

  it('counts after matching what stayed behind, and asks once where data about people comes from', async () => {
    const { user } = await openScreen(api, '/import')
    const people = 'Société;Dirigeant;Courriel;SIREN\nEta;=Eva Eta;eva@eta.fr;123\nEta;Ida Eta;ida@eta.fr;\n'
    await user.upload(await screen.findByLabelText('Choose a file', { selector: 'input' }), file(people))
    expect(await screen.findByText('1 row with an error is left out.')).toBeVisible()
    expect(screen.getByRole('combobox', { name: 'Dirigeant' })).toHaveValue('personName')
    const match = screen.getByRole('button', { name: 'Match 1 row' })
    expect(match).toHaveAccessibleDescription(/where the data about people comes from/)
    await user.type(screen.getByLabelText(/Where the data comes from/), 'Salon 2008')
    await user.type(screen.getByLabelText(/What it is kept for/), 'Invitations')
    await user.click(await screen.findByRole('button', { name: 'Match 1 row' }))
    await titled('companies.csv')
    expect(await screen.findByText('Left out with errors')).toBeVisible()
    await user.click(await screen.findByRole('button', { name: 'Import 1 row' }))
    expect(await screen.findByText('What came of it')).toBeVisible()
    expect(await screen.findByRole('link', { name: 'Ida Eta: added' })).toBeVisible()
    expect(screen.getByText('People added')).toBeVisible()
    const saved: Blob[] = []
    const address = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob)
      return 'blob:saved'
    })
    await user.click(screen.getByRole('button', { name: 'Save this row with its error as CSV' }))
    await waitFor(() => expect(saved).toHaveLength(1))
    address.mockRestore()
    expect((await saved[0]?.text())?.trim().split('\r\n')).toEqual([
      'Société,Dirigeant,Courriel,SIREN,Error',
      "Eta,'=Eva Eta,eva@eta.fr,123,The number has the wrong length",
    ])
    // The next table with these headers has it already.
    await user.click(await screen.findByRole('link', { name: 'Import' }))
    await user.upload(await screen.findByLabelText('Choose a file', { selector: 'input' }), file(people))
    await waitFor(() => expect(screen.getByLabelText(/Where the data comes from/)).toHaveValue('Salon 2008'))
    await user.click(screen.getByRole('button', { name: 'Another file' }))
  })

  it('takes what is pasted, and remembers what columns were taken for', async () => {
    const { user } = await openScreen(api, '/import')
    const pasted = 'Firm\tWhere\nEpsilon\tMetz\n'
    await user.click(await screen.findByLabelText('Or paste cells from a spreadsheet'))
    await user.paste(pasted)
    await user.click(screen.getByRole('button', { name: 'Use what is pasted' }))
    await user.selectOptions(await screen.findByLabelText('Headers'), 'Row 1')
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Firm' }), 'name')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Where' }), 'town')
    await user.click(await screen.findByRole('button', { name: 'Match 1 row' }))
    await titled('Pasted table')
    await user.click(await screen.findByRole('link', { name: 'Import' }))
    await user.upload(
      await screen.findByLabelText('Choose a file', { selector: 'input' }),
      file('Firm,Where\nZeta,Nice\n'),
    )
    await user.selectOptions(await screen.findByLabelText('Headers'), 'Row 1')
    expect(await screen.findByText('As last time, with the same headers.')).toBeVisible()
    expect(screen.getByRole('combobox', { name: 'Where' })).toHaveValue('town')
  })

  it('keeps a file and its corrections while one goes elsewhere', async () => {
    const { user, router } = await openScreen(api, '/import')
    if (screen.queryByRole('button', { name: 'Another file' }))
      await user.click(screen.getByRole('button', { name: 'Another file' }))
    await user.upload(await screen.findByLabelText('Choose a file', { selector: 'input' }), file(table))
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Ville' }), 'region')
    await router.navigate('/companies')
    await titled('Companies')
    await router.navigate('/import')
    expect(await screen.findByRole('combobox', { name: 'Ville' })).toHaveValue('region')
  })
})
