import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ExpenseInput, listExpenses, updateExpense } from '../../src/contract/expenses.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { dialogOf, noDialog, seenBy, titled, toastSaying, write } from '../support/app-acts.ts'
import { funded } from '../support/funded.ts'
import { makers } from '../support/make.ts'
import { openAgain, openScreen } from '../support/screen.tsx'

let api: TestApi
let grants: ReturnType<typeof funded>
let payer: string
beforeAll(async () => {
  api = await startApi()
  grants = funded(api)
  payer = (await makers(api).organisation({ name: 'Lyonbiopôle' })).id
})
afterAll(() => api.stop())

const made = async (title: string) => {
  const grant = await grants.grant({ title })
  const { lines } = await grants.budget(grant, [
    { category: 'travel', minor: 1_000_000 },
    { category: 'events', minor: 2_000_000 },
  ])
  return { id: grant.id, lines }
}
const listed = async (grant: string) =>
  (await api.call(listExpenses, { query: { grant, sort: 'title' } })).items
const field = (name: string, row = 'New expense 1') =>
  screen.findByRole(/state|line|Paid by/i.test(name) ? 'combobox' : 'textbox', { name: `${name}, ${row}` })
describe('the grid of expenses', () => {
  it('is filled by keyboard alone: Tab goes on, Enter enters, the next row begins like the last', async () => {
    const { id } = await made('By keyboard')
    const { user } = await openScreen(api, `/grants/${id}/expenses`)
    const day = await field('Day')
    await user.click(day)
    await user.keyboard('4 Feb 2008{Tab}{Tab}Flight to Osaka{Tab}Air France{Tab}AF-12{Tab}1 234,50{Enter}')
    await toastSaying('Flight to Osaka entered')
    expect(await screen.findByRole('link', { name: 'Flight to Osaka' })).toBeVisible()
    const next = await field('Day')
    await waitFor(() => expect(next).toHaveFocus())
    expect(next).toHaveValue('4 Feb 2008')
    expect(await field('What')).toHaveValue('')
    await user.keyboard('{Tab}{Tab}Hotel{Tab}{Tab}{Tab}99.90{Enter}')
    await toastSaying('Hotel entered')
    expect(await listed(id)).toMatchObject([
      {
        title: 'Flight to Osaka',
        supplierName: 'Air France',
        reference: 'AF-12',
        amount: { minor: 123_450, currency: 'EUR' },
        paidOn: '2008-02-04',
      },
      { title: 'Hotel', amount: { minor: 9990 }, paidOn: '2008-02-04' },
    ])
    expect(await screen.findByText('Together €1,334.40')).toBeVisible()
  })

  it('is typed on while rows are being saved; what is refused comes back, and nothing is lost', async () => {
    const { id } = await made('Faster than the connection')
    let answer = () => {}
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    let refused = false
    const slow: TestApi = {
      ...api,
      fetch: async (request) => {
        if (request.method === 'GET') return api.fetch(request)
        await answered
        if (refused) return api.fetch(request)
        refused = true
        const problem = { type: 'about:blank', title: '', status: 409, code: 'conflict' }
        return Response.json(problem, {
          status: 409,
          headers: { 'content-type': 'application/problem+json' },
        })
      },
    }
    const { user } = await openScreen(slow, `/grants/${id}/expenses`)
    await user.click(await field('Day'))
    await user.keyboard('4 Feb 2008{Tab}{Tab}Train{Tab}{Tab}{Tab}50{Enter}')
    expect(await field('Day')).toHaveFocus()
    await user.keyboard('5 Feb 2008{Tab}{Tab}Hotel{Tab}{Tab}{Tab}60{Enter}')
    await user.keyboard('6 Feb 2008{Tab}{Tab}Taxi')
    expect(await screen.findByRole('row', { name: 'Being saved: Train' })).toHaveAttribute(
      'aria-busy',
      'true',
    )
    expect(screen.getByRole('row', { name: 'Being saved: Hotel' })).toBeInTheDocument()
    answer()
    await toastSaying('Hotel entered')
    expect(await field('What')).toHaveValue('Train')
    expect(await field('What', 'New expense 2')).toHaveValue('Taxi')
    expect(await field('What', 'New expense 2')).toHaveFocus()
    expect(await listed(id)).toMatchObject([
      { title: 'Hotel', paidOn: '2008-02-05', amount: { minor: 6000 } },
    ])
    await user.click(screen.getByRole('button', { name: 'Enter: New expense 1' }))
    await toastSaying('Train entered')
    expect(await listed(id)).toMatchObject([{ title: 'Hotel' }, { title: 'Train', paidOn: '2008-02-04' }])
  })

  it('takes short days, and by Ctrl and an apostrophe what stands above', async () => {
    const { id } = await made('Quickly')
    const { user } = await openScreen(api, `/grants/${id}/expenses`)
    await user.click(await field('Day'))
    await user.keyboard('4 Feb 2008{Tab}{Tab}Train{Tab}SNCF{Tab}{Tab}50{Enter}')
    await toastSaying('Train entered')
    await waitFor(async () => expect(await field('Day')).toHaveFocus())
    await user.keyboard('15{Tab}{Tab}Train back{Tab}')
    await user.keyboard("{Control>}'{/Control}")
    expect(await screen.findByLabelText('Supplier, New expense 1')).toHaveValue('SNCF')
    await user.keyboard('{Tab}{Tab}')
    await user.keyboard("{Control>}'{/Control}{Enter}")
    await toastSaying('Train back entered')
    expect(await listed(id)).toMatchObject([
      { title: 'Train', paidOn: '2008-02-04' },
      { title: 'Train back', paidOn: '2008-02-15', supplierName: 'SNCF', amount: { minor: 5000 } },
    ])
  })

  it('says cell by cell what can’t be taken, and keeps what was typed through a reload', async () => {
    const { id } = await made('With mistakes')
    const { user } = await openScreen(api, `/grants/${id}/expenses`)
    await user.click(await field('What'))
    await user.keyboard('Taxi')
    await user.click(await field('Amount'))
    await user.keyboard('-5{Enter}')
    expect(await screen.findByText(/^An expense is more than nothing/)).toBeVisible()
    expect(await field('Amount')).toHaveAttribute('aria-invalid', 'true')
    openAgain(`/grants/${id}/expenses`)
    expect(await field('What')).toHaveValue('Taxi')
    expect(await listed(id)).toEqual([])
  })

  it('shows what an amount in another currency comes to, with rate, day and source', async () => {
    const { id } = await made('In yen')
    const { user } = await openScreen(api, `/grants/${id}/expenses`)
    await write(user, await field('Day'), '12 Sep 2008')
    await write(user, await field('Amount'), '150 000')
    await write(user, await field('Currency'), 'jpy')
    const row = (await field('Amount')).closest('tr') as HTMLElement
    const read = await within(row).findByText(/^€\d/)
    expect(read).toHaveAccessibleDescription(/JPY for one EUR, 12 Sept? 2008/)
  })

  it('takes rows pasted from a spreadsheet, marks what is wrong, enters the rest', async () => {
    const { id, lines } = await made('Pasted')
    const { user } = await openScreen(api, `/grants/${id}/expenses`)
    await screen.findByRole('option', { name: 'Travel' })
    await user.click(await field('What'))
    await user.paste(
      [
        'Date\tLibellé\tMontant\tDevise\tCatégorie',
        '15/05/2008\tBillets\t1.234,50\tEUR\tTravel',
        '16/05/2008\tHôtel\t1,234.50\tEUR\tEvents',
        '17/05/2008\tTaxi\tabout 20\tEUR\tTravel',
        '18/05/2008\tSushi\t15,000\tJPY\tNothing like it',
      ].join('\n'),
    )
    expect(await screen.findByText('4 rows to be entered · 2 to correct')).toBeVisible()
    expect(await field('Amount', 'New expense 3')).toHaveAttribute('aria-invalid', 'true')
    expect(await field('Budget line', 'New expense 4')).toHaveAttribute('aria-invalid', 'true')
    await user.click(screen.getByRole('button', { name: 'Enter 4 rows' }))
    await toastSaying('2 expenses entered')
    const entered = await listed(id)
    expect(entered.map(({ title, amount }) => [title, amount.minor])).toEqual([
      ['Billets', 123_450],
      ['Hôtel', 123_450],
    ])
    expect(entered[0]?.shares[0]?.lineId).toBe(lines.find(({ category }) => category === 'travel')?.id)
    const taxi = screen.getByDisplayValue('Taxi').closest('tr') as HTMLElement
    await write(user, within(taxi).getByDisplayValue('about 20'), '20')
    await user.keyboard('{Enter}')
    await toastSaying('Taxi entered')
    expect(await listed(id)).toHaveLength(3)
  })

  it('repeats a row, and changes one where it stands', async () => {
    const { id } = await made('Changed')
    await grants.expense(id, { title: 'Train', reference: 'T-1' })
    const { user } = await openScreen(api, `/grants/${id}/expenses`)
    const row = (await screen.findByRole('link', { name: 'Train' })).closest('tr') as HTMLElement
    row.focus()
    await user.keyboard('d')
    expect(await screen.findByDisplayValue('Train')).toBeVisible()
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-cell', 'day'))
    await user.keyboard('{Enter}')
    await toastSaying('Train entered')
    await waitFor(async () => expect(await listed(id)).toHaveLength(2))
    const [first] = await screen.findAllByRole('link', { name: 'Train' })
    const there = first?.closest('tr') as HTMLElement
    there.focus()
    await user.keyboard('{Enter}')
    const amount = await screen.findByRole('textbox', { name: 'Amount, Train' })
    expect(amount).toHaveValue('1000.00')
    await write(user, amount, '1 100,00')
    await user.keyboard('{Enter}')
    await toastSaying('Train changed')
    expect((await listed(id)).map((one) => one.amount.minor).sort()).toEqual([100_000, 110_000])
  })

  it('shows both versions where somebody else changed the row meanwhile, and saves what is chosen', async () => {
    const { id, lines } = await made('Together')
    const expense = await grants.expense(id, {
      title: 'Taxi',
      reference: 'A-1',
      lineId: lines[0]?.id ?? null,
    })
    const { user } = await openScreen(api, `/grants/${id}/expenses`)
    const row = (await screen.findByRole('link', { name: 'Taxi' })).closest('tr') as HTMLElement
    row.focus()
    await user.keyboard('{Enter}')
    await write(user, await screen.findByRole('textbox', { name: 'Amount, Taxi' }), '1 200')
    await write(user, await screen.findByRole('textbox', { name: 'Invoice no., Taxi' }), 'A-3')
    await api.call(
      updateExpense,
      {
        params: { id: expense.id },
        body: { reference: 'A-2', amount: { minor: 130_000, currency: 'EUR' }, payerId: payer },
      },
      { version: expense.version },
    )
    await user.keyboard('{Enter}')
    const dialog = await dialogOf('Somebody else changed this too')
    const group = (name: string) => within(dialog.getByRole('radiogroup', { name }))
    expect(group('Amount').getByRole('radio', { name: /1300\.00/ })).toBeVisible()
    await user.click(group('Amount').getByRole('radio', { name: /1 200/ }))
    await user.click(group('Invoice no.').getByRole('radio', { name: /A-2/ }))
    // Who pays only they changed: there is nothing to choose.
    expect(dialog.queryByRole('radiogroup', { name: 'Paid by' })).toBeNull()
    await user.click(dialog.getByRole('button', { name: 'Save this choice' }))
    await toastSaying('Taxi changed')
    expect((await listed(id))[0]).toMatchObject({
      reference: 'A-2',
      amount: { minor: 120_000 },
      payer: { id: payer },
    })
  })

  it('takes mission, company and order where their columns are shown', async () => {
    const { id } = await made('Linked')
    const mission = await makers(api).mission({ title: 'Bio-Japan 2008', starts: '2008-10-15' })
    const company = await makers(api).organisation({ name: 'Garoncyte', kinds: ['company'] })
    const order = await grants.expense(id, { title: 'Stand, whole', paidOn: null, committedOn: '2008-03-01' })
    const { user } = await openScreen(api, `/grants/${id}/expenses`)
    await field('Day')
    await user.click(screen.getByRole('button', { name: 'Columns' }))
    const menu = within(await screen.findByRole('dialog', { name: 'Columns' }))
    for (const name of ['Mission', 'Company helped', 'Invoice of'])
      await user.click(menu.getByRole('checkbox', { name }))
    await user.keyboard('{Escape}')
    await write(user, await field('What'), 'Stand, first part')
    await write(user, await field('Amount'), '400')
    const choose = async (column: string, typed: string, option: RegExp) => {
      const picker = await screen.findByRole('textbox', { name: `${column}, New expense 1` })
      await user.click(picker)
      await user.type(picker, typed)
      await user.click(await screen.findByRole('option', { name: option }))
    }
    await choose('Mission', 'Bio', /^Bio-Japan 2008/)
    await choose('Company helped', 'Garon', /^Garoncyte/)
    await choose('Invoice of', 'whole', /^Stand, whole/)
    await user.click(screen.getByRole('button', { name: 'Enter: New expense 1' }))
    await toastSaying('Stand, first part entered')
    expect((await listed(id)).find(({ title }) => title === 'Stand, first part')).toMatchObject({
      mission: { id: mission.id },
      company: { id: company.id },
      partOf: { id: order.id },
    })
    const row = within(
      (await screen.findByRole('link', { name: 'Stand, first part' })).closest('tr') as HTMLElement,
    )
    expect(row.getByText('Garoncyte')).toBeVisible()
  })

  it('is filtered in the address', async () => {
    const { id } = await made('Filtered')
    await grants.expense(id, { title: 'Paid one' })
    await grants.expense(id, { title: 'Planned one', paidOn: null, plannedOn: '2008-06-01' })
    await openScreen(api, `/grants/${id}/expenses?state=planned`)
    expect(await screen.findByRole('link', { name: 'Planned one' })).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Paid one' })).toBeNull()
  })

  it('gives a viewer no rows to type into', async () => {
    const { id } = await made('Looked at')
    await grants.expense(id, { title: 'Seen' })
    await openScreen(seenBy(api, viewer), `/grants/${id}/expenses`)
    expect(await screen.findByRole('link', { name: 'Seen' })).toBeVisible()
    expect(screen.queryByRole('textbox', { name: /New expense/ })).toBeNull()
  })
})

describe('a new expense from anywhere', () => {
  it('asks for the grant and its line, and says what is wrong beside the field', async () => {
    const { id } = await made('From anywhere')
    const { user } = await openScreen(api, `/tasks?dialog=new-expense&grant=${id}`)
    const dialog = await dialogOf('New expense')
    await write(user, dialog.getByRole('textbox', { name: 'What it is for' }), 'Interpreter')
    await write(user, dialog.getByRole('textbox', { name: 'Amount, VAT included' }), '600')
    await write(user, dialog.getByRole('textbox', { name: /^VAT in it/ }), '700')
    await user.click(dialog.getByRole('button', { name: 'Create' }))
    await waitFor(() =>
      expect(dialog.getByRole('textbox', { name: /^VAT in it/ })).toHaveAttribute('aria-invalid', 'true'),
    )
    await write(user, dialog.getByRole('textbox', { name: /^VAT in it/ }), '100')
    await user.click(dialog.getByRole('button', { name: 'Create' }))
    await noDialog()
    expect(await listed(id)).toMatchObject([
      { title: 'Interpreter', amount: { minor: 60_000 }, vatMinor: 10_000, paidOn: '2008-09-15' },
    ])
  })
})

describe('the page of an expense', () => {
  it('shows who bears it, what it lacks, and is edited in place', async () => {
    const { id } = await made('Paged')
    const expense = await grants.expense(id, { title: 'Booth' })
    const { user } = await openScreen(api, `/grants/expenses/${expense.id}`)
    await titled('Booth')
    expect(screen.getByText('100% · €1,000.00')).toBeVisible()
    expect(screen.getByText(/^Still missing: receipt and budget line$/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Edit Number of the invoice or order' }))
    await write(user, screen.getByRole('textbox', { name: 'Number of the invoice or order' }), 'B-9')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await toastSaying('The expense is changed')
    expect(await listed(id)).toMatchObject([{ reference: 'B-9' }])
  })

  it('names both bodies and shows both amounts where somebody else was faster', async () => {
    const make = makers(api)
    const other = await make.organisation({ name: 'Kansai Agency' })
    const { id } = await made('Contested')
    const { id: expense } = await grants.expense(id, { title: 'Stand' })
    const changed = async (body: Partial<ExpenseInput>) => {
      const version = (await listed(id))[0]?.version ?? 0
      await api.call(updateExpense, { params: { id: expense }, body }, { version })
    }
    const { user } = await openScreen(api, `/grants/expenses/${expense}`)

    await user.click(await screen.findByRole('button', { name: 'Edit Supplier' }))
    await changed({ supplierId: other.id })
    await write(user, screen.getByRole('textbox', { name: 'Supplier' }), 'Lyon')
    await user.click(await screen.findByRole('option', { name: /Lyonbiopôle/ }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const bodies = within(await screen.findByRole('group', { name: 'Somebody else changed this too' }))
    expect(bodies.getByRole('radio', { name: /Kansai Agency/ })).toBeVisible()
    await user.click(bodies.getByRole('radio', { name: /Lyonbiopôle/ }))
    await user.click(bodies.getByText('Save this choice'))
    await waitFor(async () => expect(await listed(id)).toMatchObject([{ supplier: { name: 'Lyonbiopôle' } }]))

    await user.click(await screen.findByRole('button', { name: 'Edit Amount, VAT included' }))
    await changed({ amount: { minor: 200_000, currency: 'EUR' } })
    await write(user, screen.getByRole('textbox', { name: 'Amount, VAT included' }), '3000')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const amounts = within(await screen.findByRole('group', { name: 'Somebody else changed this too' }))
    expect(amounts.getByRole('radio', { name: /€2,000\.00/ })).toBeVisible()
    expect(amounts.getByRole('radio', { name: /€3,000\.00/ })).toBeVisible()
  })
})
