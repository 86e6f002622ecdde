import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAccounts } from '../../src/contract/accounts.ts'
import { listAid } from '../../src/contract/aid.ts'
import { readCompany } from '../../src/contract/companies.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, noDialog, section, titled, toastSaying, write } from '../support/app-acts.ts'
import { companyMakers } from '../support/companies.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
let make: ReturnType<typeof companyMakers>
beforeAll(async () => {
  api = await startApi()
  make = companyMakers(api)
})
afterAll(() => api.stop())

const day = '?asOf=2014-02-15'

describe('the profile', () => {
  it('checks a registration number as it is typed, and keeps it', async () => {
    const { id } = await make.company({ name: 'Numbered' })
    const { user } = await openScreen(api, `/companies/${id}`)
    await titled('Numbered')
    await user.click(await screen.findByRole('button', { name: 'Edit Registration numbers' }))
    await user.click(screen.getByRole('button', { name: 'Add a number' }))
    const numbers = within(screen.getByRole('group', { name: 'Registration numbers' }))
    const field = numbers.getByRole('textbox', { name: 'Number' })
    await write(user, field, '732 829 321')
    expect(await numbers.findByText('The check digits are wrong: look for a slip of the pen.')).toBeVisible()
    await write(user, field, '732 829 320')
    expect(await numbers.findByText('The check digits are right.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('732 829 320')).toBeVisible()
    const { numbers: kept } = await api.call(readCompany, { params: { id } })
    expect(kept.map(({ scheme, value }) => [scheme, value])).toEqual([['siren', '732829320']])
  })
})

describe('the SME status', () => {
  it('follows from the years entered, with each step’s article and what is missing', async () => {
    const { id } = await make.company({ name: 'New figures', years: false })
    const { user } = await openScreen(api, `/companies/${id}/status?asOf=2008-09-15`)
    const status = await section('Status')
    expect(status.getByText(/^Cannot be told yet on 15 Sept? 2008$/)).toBeVisible()
    expect(status.getByText(/no accounts are known/)).toBeVisible()
    for (const year of ['2007-12-31', '2006-12-31']) {
      await user.click(screen.getByRole('button', { name: 'Add a year' }))
      const dialog = await dialogOf('Add a year')
      await write(user, dialog.getByRole('textbox', { name: 'Closed on' }), year)
      await write(user, dialog.getByRole('textbox', { name: 'Work units' }), '20')
      await write(user, dialog.getByRole('textbox', { name: 'Turnover' }), '3000000')
      await write(user, dialog.getByRole('textbox', { name: 'Balance sheet' }), '2000000')
      await user.click(dialog.getByRole('button', { name: 'Save' }))
      await noDialog()
    }
    expect(await status.findByText(/^A small enterprise on/)).toBeVisible()
    const why = await section('Why')
    expect(why.getByText('Article 3(1)')).toBeVisible()
    expect(why.getByText('So New figures is: small.')).toBeVisible()
    const { items } = await api.call(listAccounts, { params: { id } })
    expect(items.map(({ closedOn, turnover }) => [closedOn, turnover])).toEqual([
      ['2007-12-31', 300_000_000],
      ['2006-12-31', 300_000_000],
    ])
  })

  it('adds the figures of an owner with the votes', async () => {
    const [held, owner] = [await make.company({ name: 'Held' }), await make.company({ name: 'The owner' })]
    await make.holding(owner.id, held.id, 75)
    await openScreen(api, `/companies/${held.id}/status?asOf=2008-09-15`)
    const why = await section('Why')
    expect(why.getByText('The owner holds 75% of the votes of Held: linked.')).toBeVisible()
    expect((await section('Status')).getByText(/With linked enterprises/)).toBeVisible()
    expect((await section(/^Owners/)).getByRole('link', { name: 'The owner' })).toBeVisible()
  })
})

describe('aid', () => {
  it('past the ceiling is refused with the arithmetic as it is typed, and the most is offered', async () => {
    const { id } = await make.company({ name: 'Nearly there' })
    await make.award(id, '2012-11-15', 150_000)
    const { user } = await openScreen(api, `/companies/${id}/aid${day}`)
    const gauge = await section('De minimis aid')
    expect(gauge.getByRole('meter', { name: '€150,000 of €200,000 used' })).toBeVisible()
    await user.click(gauge.getByRole('button', { name: 'Award aid' }))
    const dialog = await dialogOf('Award aid')
    await write(user, dialog.getByRole('textbox', { name: 'Amount' }), '60000')
    const sum = within(await dialog.findByRole('region', { name: 'The arithmetic' }))
    expect(await sum.findByText('€210,000')).toBeVisible()
    expect(sum.getByText('It may not be given.')).toBeVisible()
    expect(sum.getByText(/€150,000 since .* make €210,000, over the ceiling of €200,000/)).toBeVisible()
    await waitFor(() =>
      expect(dialog.getByRole('button', { name: 'Award' })).toHaveAttribute('aria-disabled', 'true'),
    )
    await user.click(sum.getByRole('button', { name: 'Take €50,000' }))
    await waitFor(() => expect(sum.getByText('It may be given.')).toBeVisible())
    await write(user, dialog.getByRole('textbox', { name: 'Reason' }), 'Its declaration is on the way')
    // The letter and the register name who grants it.
    await user.click(dialog.getByRole('button', { name: 'Award' }))
    expect(await dialog.findByText(/^Say which body grants it/)).toBeVisible()
    await write(user, dialog.getByRole('textbox', { name: 'Or its name' }), 'Région')
    await user.click(dialog.getByRole('button', { name: 'Award' }))
    await noDialog()
    await toastSaying('€50,000.00 is awarded to Nearly there.')
    const { items } = await api.call(listAid, { query: { organisation: id } })
    expect(items.map(({ euros }) => euros).sort()).toEqual([15_000_000, 5_000_000])
  })

  it('declared by the company is a fact, and aid on another basis is not counted, with the reason', async () => {
    const { id } = await make.company({ name: 'Several bases' })
    await make.award(id, '2013-05-02', 4000, {
      basis: 'gber_fairs',
      purpose: 'trade_fair',
      eligibleCosts: { minor: 1_000_000, currency: 'EUR' },
    })
    const { user } = await openScreen(api, `/companies/${id}/aid${day}`)
    await user.click(await screen.findByRole('button', { name: 'Record declared aid' }))
    const dialog = await dialogOf('Record declared aid')
    await write(user, dialog.getByRole('textbox', { name: 'Amount' }), '250000')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await noDialog()
    const ledger = await section(/^Ledger/)
    expect(await ledger.findByText('counted')).toBeVisible()
    expect(ledger.getByText('another legal basis')).toBeVisible()
    expect(ledger.getByText(/Exempted: taking part in fairs/)).toBeVisible()
    expect(await screen.findByText('€50,000 over the ceiling')).toBeVisible()
  })

  it('is granted by the cluster in whose name one works, unless another is said', async () => {
    const cluster = await makers(api).organisation({ name: 'Cluster of the scope' })
    const { id } = await make.company({ name: 'Given to by scope' })
    const { user } = await openScreen(api, `/companies/${id}/aid${day}&cluster=${cluster.id}`)
    await user.click((await section('De minimis aid')).getByRole('button', { name: 'Award aid' }))
    const dialog = await dialogOf('Award aid')
    await waitFor(() =>
      expect(dialog.getByRole('textbox', { name: /^Granting body/ })).toHaveValue('Cluster of the scope'),
    )
  })

  it('of before 2014 speaks of the undertaking, of today of the single one; days are written out', async () => {
    const { id } = await make.company({ name: 'Long dates' })
    const letterOf = async (on: string) => {
      const { id: aidId } = await make.award(id, on, 1_000)
      const { user } = await openScreen(api, `/companies/${id}/aid/${aidId}/letter`)
      await user.click(await screen.findByRole('radio', { name: 'Français' }))
      await screen.findByText(/^Nous confirmons/)
      return (await screen.findByRole('article')).textContent
    }
    const old = await letterOf('2008-02-04')
    expect(old).toContain('4 février 2008')
    expect(old).toContain('à une même entreprise')
    expect(old).not.toContain('entreprise unique')
    const recent = await letterOf('2024-03-01')
    expect(recent).toContain('1er mars 2024')
    expect(recent).toContain('à une entreprise unique')
  })

  it('is told to the company in a letter, in either language', async () => {
    const { id } = await make.company({ name: 'Written to' })
    const { id: aidId } = await make.award(id, '2012-11-15', 12_000)
    const { user } = await openScreen(api, `/companies/${id}/aid/${aidId}/letter`)
    const letter = within(await screen.findByRole('article'))
    expect(letter.getByText('€12,000.00')).toBeVisible()
    expect(letter.getByText(/Commission Regulation \(EC\) No 1998\/2006/)).toBeVisible()
    await user.click(screen.getByRole('radio', { name: 'Français' }))
    expect(await screen.findByText(/règlement \(CE\) n° 1998\/2006/)).toBeVisible()
  })
})

describe('participation', () => {
  it('shows services and how far the company has come', async () => {
    const { id } = await make.company({ name: 'On its way' })
    await make.service(id, { kind: 'training', title: 'Export training', starts: '2008-03' })
    await openScreen(api, `/companies/${id}/participation?asOf=2008-09-15`)
    expect(await screen.findByText('Export training')).toBeVisible()
    const journey = await section('Journey')
    expect(journey.getByText('since March 2008')).toBeVisible()
    expect(journey.getAllByText('not yet')).toHaveLength(4)
  })
})
