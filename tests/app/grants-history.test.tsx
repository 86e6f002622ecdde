import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTransfer } from '../../src/contract/budget.ts'
import { updateExpense } from '../../src/contract/expenses.ts'
import { grantRecords } from '../../src/contract/grants.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { section, type User, write } from '../support/app-acts.ts'
import { grantMakers } from '../support/grants.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
let make: ReturnType<typeof grantMakers>
beforeAll(async () => {
  api = await startApi()
  make = grantMakers(api)
})
afterAll(() => api.stop())

const rules = {
  categories: [
    { key: 'travel', name: null, limitBp: 2_000 },
    { key: 'work', name: 'Work abroad' },
  ],
  indirect: { kind: 'share_of_direct' as const, bp: 700, except: ['travel'] },
  rates: { kind: 'month' as const },
  transfer: { kind: 'heading_increase' as const, bp: 1_000 },
  claimPeriods: [{ from: '2008-01-01', to: '2008-06-30', due: '2008-07-31' }],
}

/** The lines that the newest entry of a history tells, its details opened. */
async function newest(title: string): Promise<string[]> {
  const history = await section(title)
  const [entry] = await history.findAllByRole('listitem')
  const list = within(entry as HTMLElement)
  return (await list.findAllByRole('listitem', { hidden: true })).map((line) => line.textContent ?? '')
}

describe('the facts of a grant', () => {
  const edit = async (user: User, name: string) => {
    const shown = await section(new RegExp(`^${name}`))
    await user.click(shown.getByRole('button', { name: `Edit: ${name}` }))
    return section(name)
  }
  const save = (part: Awaited<ReturnType<typeof section>>) => part.getByRole('button', { name: 'Save' })

  it('are saved part by part, however many are being edited; what is beyond the total is refused with the sum', async () => {
    const funder = await make.organisation({ name: 'Région Savoie' })
    const share = { kind: 'amount' as const, minor: 1_000_000 }
    const grant = await make.grant({ funders: [{ organisationId: funder.id, share }] })
    const { user } = await openScreen(api, `/grants/${grant.id}/facts`)
    const funders = await edit(user, 'Funders')
    const terms = await edit(user, 'The funder’s rules')
    const amount = () => funders.getByRole('textbox', { name: /^Amount/ })
    await write(user, amount(), '106000.38')
    expect(await funders.findByText('Together the funders give €6,000.38 more than the total.')).toBeVisible()
    await user.click(save(funders))
    expect(await funders.findByText('Together the funders give €6,000.38 more than the total.')).toBeVisible()
    await write(user, amount(), '20000')
    await user.click(save(funders))
    expect(await (await section(/^Funders/)).findByText('€20,000.00')).toBeVisible()
    await user.click(terms.getByRole('checkbox', { name: /second person/ }))
    await user.click(save(terms))
    await waitFor(async () =>
      expect((await api.call(grantRecords.read, { params: { id: grant.id } })).rules.secondApproval).toBe(
        true,
      ),
    )
    expect(screen.queryByText('What you typed')).toBeNull()
  })

  it('stand beside what somebody else changed in other parts; of the same part both are shown', async () => {
    const funder = await make.organisation({ name: 'Région Rhône-Alpes' })
    const share = { kind: 'amount' as const, minor: 1_000_000 }
    const grant = await make.grant({ funders: [{ organisationId: funder.id, share }] })
    const params = { id: grant.id }
    const { user } = await openScreen(api, `/grants/${grant.id}/facts`)
    const funders = await edit(user, 'Funders')
    const theirs = await api.call(
      grantRecords.update,
      { params, body: { summary: 'Theirs', rules: { secondApproval: true } } },
      { version: grant.version },
    )
    await write(user, funders.getByRole('textbox', { name: /^Amount/ }), '30000')
    await user.click(save(funders))
    expect(await (await section(/^Funders/)).findByText('€30,000.00')).toBeVisible()
    const terms = await edit(user, 'The funder’s rules')
    await user.click(terms.getByRole('checkbox', { name: /second person/ }))
    await api.call(
      grantRecords.update,
      { params, body: { rules: { transfer: { kind: 'free' }, secondApproval: true } } },
      { version: theirs.version + 1 },
    )
    await user.click(save(terms))
    expect(await terms.findByText('As it is now')).toBeVisible()
    expect(terms.getAllByText(/free/i).length).toBeGreaterThan(0)
  })
})

describe('the history of a grant', () => {
  it('tells changed rules one by one, in words', async () => {
    const grant = await make.grant()
    const changed = await api.call(
      grantRecords.update,
      { params: { id: grant.id }, body: { rules } },
      { version: grant.version },
    )
    await openScreen(api, `/grants/${grant.id}/facts`)
    expect(await newest('History')).toEqual([
      'Categories: empty → Travel (at most 20% of direct costs) and Work abroad',
      'Indirect costs: empty → 7% of direct costs, without Travel',
      'Exchange rates: empty → the Commission’s of the month (InforEuro)',
      'Transfers between lines: empty → up to 10% of the heading that increases',
      'Claims to hand in: empty → 1 Jan – 30 Jun 2008, due 31 Jul 2008',
    ])
    await api.call(
      grantRecords.update,
      { params: { id: grant.id }, body: { rules: { ...rules, transfer: null } } },
      { version: changed.version },
    )
    await openScreen(api, `/grants/${grant.id}/facts`, 'fr')
    expect(await newest('Historique')).toEqual([
      'Virements entre lignes\u00a0: jusqu’à 10\u00a0% du poste qui augmente → vide',
    ])
    expect(document.body.textContent).not.toContain('{"')
  })

  it('tells money as money, with lines by their names', async () => {
    const grant = await make.grant()
    const { version, lines } = await make.budget(grant.id, [
      { category: 'travel', name: 'Flights', minor: 500_000 },
      { category: 'events', name: 'Stand', minor: 100_000 },
    ])
    const [from, to] = lines
    const body = { fromLineId: from?.id ?? '', toLineId: to?.id ?? '', minor: 20_000, on: '2008-03-01' }
    await api.call(makeTransfer, { params: { id: grant.id }, body }, { version })
    await openScreen(api, `/grants/${grant.id}/facts`)
    expect(await newest('History')).toEqual(['Transfer: Flights, Stand, €200.00, 1 Mar 2008'])
  })
})

describe('the history of an expense', () => {
  it('tells amounts in their currencies and shares in percent', async () => {
    const grant = await make.grant()
    const expense = await make.expense({ shares: [{ grantId: grant.id, bp: 5_000 }] })
    await api.call(
      updateExpense,
      {
        params: { id: expense.id },
        body: { amount: { minor: 14_000, currency: 'EUR' }, shares: [{ grantId: grant.id, bp: 7_500 }] },
      },
      { version: expense.version },
    )
    await openScreen(api, `/grants/expenses/${expense.id}`)
    await screen.findByRole('heading', { level: 1 })
    const told = await newest('History')
    expect(told).toContain('Amount: €100.00 → €140.00')
    expect(told.join('\n')).toMatch(/Share: 50% → 75%/)
    expect(told.join('\n')).toMatch(/Amount: €50.00 → €105.00/)
  })
})
