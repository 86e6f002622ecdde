import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi } from '../support/api.ts'
import { section, titled, write } from '../support/app-acts.ts'
import { funded } from '../support/funded.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
let id: string
beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  const { grant, budget, expense } = funded(api)
  const lyon = await make.organisation({ name: 'Lyonbiopôle' })
  const alsace = await make.organisation({ name: 'Alsace BioValley' })
  const made = await grant({ total: { kind: 'exact', minor: 10_000_000 } })
  id = made.id
  const { lines } = await budget(made, [
    { category: 'travel', clusterId: lyon.id, minor: 200_000 },
    { category: 'events', clusterId: alsace.id, minor: 9_800_000 },
  ])
  const [travel, events] = lines.map((line) => line.id)
  await expense(id, { title: 'Flights', lineId: travel, amount: { minor: 250_000, currency: 'EUR' } })
  await expense(id, {
    title: 'Stand',
    lineId: events,
    amount: { minor: 1_500_000, currency: 'EUR' },
    paidOn: null,
    committedOn: '2008-08-01',
  })
  await expense(id, {
    title: 'Catering',
    lineId: events,
    amount: { minor: 300_000, currency: 'EUR' },
    payerId: lyon.id,
    beneficiaryId: alsace.id,
  })
})
afterAll(() => api.stop())

const figure = async (name: string) => {
  const list = await screen.findByLabelText('Where it stands')
  return within(within(list).getByText(name).closest('div') as HTMLElement)
}

describe('the position of a grant', () => {
  it('answers in a sentence and six figures, each leading to its records', async () => {
    await openScreen(api, `/grants/${id}`)
    await titled('Alps Bio Cluster')
    expect(await screen.findByText('On course to leave €79,500.00 unspent.')).toBeVisible()
    expect(screen.getByText(/^24% of the time has passed and 6% is spent\.$/)).toBeVisible()
    expect((await figure('Budget')).getByText('€100,000.00')).toBeVisible()
    expect((await figure('Paid')).getByText('€5,500.00')).toHaveAttribute(
      'href',
      expect.stringContaining(`/grants/${id}/expenses?state=paid`),
    )
    expect((await figure('Available')).getByText('€79,500.00')).toBeVisible()
    expect((await figure('Forecast')).getByText('€20,500.00')).toBeVisible()
  })

  it('is that of any day: before the order was given, nothing is ordered', async () => {
    await openScreen(api, `/grants/${id}?asOf=2008-07-01`)
    expect((await figure('Ordered')).getByText('€0.00')).toBeVisible()
  })

  it('tells what needs attention with its rule, and leads there', async () => {
    await openScreen(api, `/grants/${id}`)
    const alerts = await section(/^Alerts/)
    const over = (await alerts.findByText(/is overspent by €500\.00$/)).closest('li') as HTMLElement
    expect(over).toHaveTextContent('Rule: ordered and paid together are more than the line’s budget.')
    const receipts = alerts.getByText('2 paid expenses have no receipt').closest('li') as HTMLElement
    expect(within(receipts).getByRole('link', { name: 'Show them' })).toHaveAttribute(
      'href',
      `/grants/${id}/expenses?gap=receipt`,
    )
  })

  it('is rolled up by what one chooses, and opens the lines of a sum', async () => {
    const { user } = await openScreen(api, `/grants/${id}`)
    const table = await screen.findByRole('table', { name: 'Position by category' })
    const travel = within(table).getByRole('button', { name: 'Travel' })
    expect(travel.closest('tr')).toHaveTextContent('€2,000.00')
    await user.click(screen.getByRole('radio', { name: 'Cluster' }))
    const clusters = await screen.findByRole('table', { name: 'Position by cluster' })
    await user.click(within(clusters).getByRole('button', { name: 'Lyonbiopôle' }))
    expect(within(clusters).getByText('Travel · Lyonbiopôle')).toBeVisible()
    const together = within(clusters).getByText('Together').closest('tr') as HTMLElement
    expect(together).toHaveTextContent('€100,000.00')
  })

  it('shows the burn chart’s figures as a table, too', async () => {
    const { user } = await openScreen(api, `/grants/${id}`)
    const burn = await section('Spending over time')
    expect(await burn.findByRole('img', { name: /Spending over time/ })).toBeInTheDocument()
    await user.click(burn.getByText('As a table'))
    const june = burn.getByText('30 Jun 2008').closest('tr') as HTMLElement
    expect(june).toHaveTextContent('€5,500.00')
    expect(burn.getByText('31 Dec 2010').closest('tr')).toHaveTextContent('€20,500.00')
  })

  it('tells who paid for whom, and what would settle it', async () => {
    await openScreen(api, `/grants/${id}`)
    const balances = await section('Who paid for whom')
    expect(await balances.findByText('Lyonbiopôle paid €3,000.00 for Alsace BioValley')).toBeVisible()
    expect(balances.getByText('Alsace BioValley pays Lyonbiopôle €3,000.00')).toBeVisible()
  })

  it('tries a supposition without touching the books', async () => {
    const { user } = await openScreen(api, `/grants/${id}`)
    const whatIf = await section('What if')
    await user.click(whatIf.getByRole('button', { name: 'Try it' }))
    await write(user, await whatIf.findByRole('textbox', { name: /in percent/ }), '30')
    const table = await whatIf.findByRole('table', { name: 'What if' })
    // 30% of the order that is open.
    expect(within(table).getAllByText('+€4,500.00')).not.toHaveLength(0)
    expect(within(table).getAllByText('€25,000.00')).not.toHaveLength(0)
    expect((await figure('Forecast')).getByText('€20,500.00')).toBeVisible()
  })
})
