import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { listExpenses } from '../../src/contract/expenses.ts'
import { listHistory, undoChange } from '../../src/contract/history.ts'
import { numberCell } from '../../src/sheets/cells.ts'
import { writeWorkbook } from '../../src/sheets/write-workbook.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { toastSaying, write } from '../support/app-acts.ts'
import { funded } from '../support/funded.ts'
import { makers } from '../support/make.ts'
import { openAgain, openScreen } from '../support/screen.tsx'

let api: TestApi
let grants: ReturnType<typeof funded>
beforeAll(async () => {
  api = await startApi()
  grants = funded(api)
  await makers(api).organisation({ name: 'Air France' })
})
afterAll(() => api.stop())

const bad = [
  'Date;Libellé;Fournisseur;Montant;Devise;Ligne;Couleur',
  '15/05/2008;Billets;Air France;1.234,50;EUR;Travel;bleu',
  '16/05/2008;Hôtel;Ibis;-99;EUR;Events;',
  '17/05/2008;Sushi;Ten;15000,5;JPY;Travel;',
  '18/05/2007;Taxi;;20,00;EUR;Travel;',
  '19/05/2008;Stand;;100;XYZ;Nothing like it;',
].join('\r\n')

/** As French Excel writes it. */
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const csv = (text: string) => new File([latin(text)], 'dépenses.csv', { type: 'text/csv' })
const listed = async (grant: string) =>
  (await api.call(listExpenses, { query: { grant, sort: 'title' } })).items

async function made(title: string) {
  const grant = await grants.grant({ title })
  await grants.budget(grant, [
    { category: 'travel', minor: 1_000_000 },
    { category: 'events', minor: 2_000_000 },
  ])
  return grant
}

async function chosen(path: string, file: File) {
  const opened = await openScreen(api, path)
  await opened.user.upload(await screen.findByLabelText('Choose a file', { selector: 'input' }), file)
  await opened.user.click(await screen.findByRole('button', { name: 'Go on to the columns' }))
  return opened
}

const doubled = [
  'Date;Libellé;Montant;Devise;Ligne',
  '15/05/2008;Billets;1.234,50;EUR;Travel',
  '16/05/2008;Taxi;20,00;EUR;Osaka',
  '16/05/2008; Taxi;20;EUR;Osaka',
].join('\r\n')

const row = (number: number) => screen.findByRole('row', { name: `row ${number}` })

describe('an import of expenses', () => {
  it('asks which line is meant where several match, and holds back what stands twice in the file', async () => {
    const grant = await grants.grant({ title: 'Doubled' })
    await grants.budget(grant, [
      { category: 'travel', name: 'Osaka', minor: 1_000_000 },
      { category: 'travel', name: 'Toronto', minor: 1_000_000 },
      { category: 'travel', name: 'Basel', minor: 1_000_000 },
    ])
    const { user } = await chosen(`/grants/${grant.id}/expenses/import`, csv(doubled))
    await user.click(await screen.findByRole('button', { name: 'Check 3 rows' }))
    const line = within(await row(2)).getByLabelText('Budget line, row 2')
    expect(await within(await row(2)).findByText('Several lines match: choose one.')).toBeVisible()
    expect(line).toHaveValue('Travel')
    expect(within(await row(3)).queryByText(/same as row/)).toBeNull()
    expect(within(await row(4)).getByText(/^The same as row 3\./)).toBeVisible()
    await user.selectOptions(line, 'Basel')
    expect(screen.getByRole('button', { name: 'Dry run' })).toBeDisabled()
    await user.click(screen.getByRole('button', { name: 'Leave out row 4' }))
    expect(screen.getByRole('button', { name: 'Dry run' })).toBeEnabled()
  })

  it('proposes columns, shows each row’s errors, keeps corrections, tries, enters all and takes them back', async () => {
    const grant = await made('Imported')
    const path = `/grants/${grant.id}/expenses/import`
    const { user } = await chosen(path, csv(bad))
    expect(await screen.findByLabelText('What column Libellé is')).toHaveValue('title')
    expect(screen.getByLabelText('What column Couleur is')).toHaveValue('')
    await user.click(screen.getByRole('button', { name: 'Check 5 rows' }))
    const status = await screen.findByText('5 rows')
    expect(status.parentElement).toHaveTextContent('5 rows3 to correct1 to look at')
    expect(within(await row(3)).getByText(/^An expense is more than nothing/)).toBeVisible()
    expect(within(await row(4)).getByText('JPY has fewer decimals.')).toBeVisible()
    expect(within(await row(5)).getByText(/^Before 1 Jan 2008/)).toBeVisible()
    expect(within(await row(6)).getByText('This is not a currency.')).toBeVisible()
    expect(within(await row(6)).getByText('This is not a line of the budget.')).toBeVisible()
    expect(await within(await row(3)).findByText('No such record: kept as a name.')).toBeVisible()
    expect(within(await row(2)).queryByText('No such record: kept as a name.')).toBeNull()
    expect(screen.getByRole('button', { name: 'Dry run' })).toBeDisabled()

    await write(user, within(await row(3)).getByLabelText('Amount, row 3'), '99')
    await write(user, within(await row(4)).getByLabelText('Amount, row 4'), '15 000')
    // Half done, and the browser is closed.
    openAgain(path)
    expect(await screen.findByText('As you left it.')).toBeVisible()
    expect(within(await row(4)).getByLabelText('Amount, row 4')).toHaveValue('15 000')
    await user.click(screen.getByRole('button', { name: 'Take the 1 doubtful row as it is' }))
    await user.click(screen.getByRole('button', { name: 'Leave out row 6' }))
    await user.click(screen.getByRole('button', { name: 'Dry run' }))
    expect(
      await screen.findByText('The dry run found nothing wrong: 4 expenses would be entered.'),
    ).toBeVisible()
    expect(await listed(grant.id)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Import 4 expenses' }))
    await toastSaying('4 expenses imported')
    const entered = await listed(grant.id)
    expect(
      entered.map(({ title, amount, supplier, supplierName, paidOn }) => [
        title,
        amount.minor,
        supplier?.name ?? supplierName,
        paidOn,
      ]),
    ).toEqual([
      ['Billets', 123_450, 'Air France', '2008-05-15'],
      ['Hôtel', 9900, 'Ibis', '2008-05-16'],
      ['Sushi', 15_000, 'Ten', '2008-05-17'],
      ['Taxi', 2000, null, '2007-05-18'],
    ])
    expect(entered[0]?.supplier).not.toBeNull()

    const { items } = await api.call(listHistory, {
      query: { noun: 'expenses', recordId: entered[0]?.id ?? '' },
    })
    await api.call(undoChange, { params: { id: items[0]?.id ?? '' } })
    expect(await listed(grant.id)).toEqual([])
  })

  it('of the same file changes nothing, in whatever form it comes', async () => {
    const grant = await made('Twice')
    const path = `/grants/${grant.id}/expenses/import`
    const good = 'Date;Objet;Montant\r\n15/05/2008;Billets;1.234,50\r\n15/05/2008;Billets;1.234,50'
    const run = async (file: File) => {
      const { user } = await chosen(path, file)
      await user.click(await screen.findByRole('button', { name: /^Check 2 rows/ }))
      await user.click(await screen.findByRole('button', { name: 'Take the 1 doubtful row as it is' }))
      await user.click(await screen.findByRole('button', { name: 'Dry run' }))
      return user
    }
    const user = await run(csv(good))
    await screen.findByText(/^The dry run found nothing wrong/)
    await user.click(await screen.findByRole('button', { name: 'Import 2 expenses' }))
    await toastSaying('2 expenses imported')
    const workbook = await writeWorkbook([
      {
        name: 'Mai',
        rows: [
          ['Date', 'Objet', 'Montant'],
          [{ kind: 'day', day: '2008-05-15' }, 'Billets', numberCell('1234.5')],
          [{ kind: 'day', day: '2008-05-15' }, 'Billets', numberCell('1234.5')],
        ],
      },
    ])
    await run(new File([workbook], 'mai.xlsx'))
    const none = 'Every row of this file is there already. There is nothing to import.'
    expect((await screen.findAllByText(none))[0]).toBeVisible()
    expect(screen.getByText('2 there already')).toBeVisible()
    expect(await listed(grant.id)).toHaveLength(2)
  })

  it('says what it can’t read, and takes pasted rows', async () => {
    const grant = await made('Pasted in')
    const { user } = await openScreen(api, `/grants/${grant.id}/expenses/import`)
    const input = await screen.findByLabelText('Choose a file', { selector: 'input' })
    const old = new File([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1)], 'old.xlsx')
    await user.upload(input, old)
    expect(await screen.findByRole('alert')).toHaveTextContent('This is a workbook of before 2007.')
    await user.click(screen.getByLabelText('Or paste rows here'))
    await user.paste('2008-05-15\tpaid\tTaxi\t\t\t12.50')
    await user.click(screen.getByRole('button', { name: 'Take these rows' }))
    await user.click(await screen.findByRole('button', { name: 'Go on to the columns' }))
    await user.click(await screen.findByRole('button', { name: 'Check 1 row' }))
    expect(within(await row(1)).getByLabelText('What, row 1')).toHaveValue('Taxi')
  })
})

describe('an export of expenses', () => {
  it('saves what the list shows', async () => {
    const grant = await made('Exported')
    await grants.expense(grant.id, { title: 'Flights' })
    const saved = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:saved')
    const { user } = await openScreen(api, `/grants/${grant.id}/expenses`)
    await user.click(await screen.findByRole('button', { name: 'Export' }))
    await user.click(await screen.findByRole('menuitem', { name: 'As a CSV file' }))
    await toastSaying(/^expenses-.*\.csv is saved$/)
    const file = saved.mock.calls[0]?.[0] as Blob
    expect(await file.text()).toContain('Flights')
  })
})
