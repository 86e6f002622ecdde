import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, titled, write } from '../support/app-acts.ts'
import { companyMakers } from '../support/companies.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
  const { company, accounts, award } = companyMakers(api)
  const small = await company({ name: 'Rhône Vaccines' })
  await award(small.id, '2008-01-15', 50_000)
  const large = await company({ name: 'Big Pharma', years: false })
  for (const closedOn of ['2007-12-31', '2006-12-31'])
    await accounts(large.id, {
      closedOn,
      headcount: 4000,
      turnover: 90_000_000_000,
      balanceSheet: 70_000_000_000,
    })
  await company({ name: 'Nobody knows', years: false })
})
afterAll(() => api.stop())

const rowOf = async (name: string) => {
  const link = await screen.findByRole('link', { name: new RegExp(name) })
  return within(link.closest('tr, [role=row]') as HTMLElement)
}

describe('the directory of companies', () => {
  it('tells of each what it is and what it may still get, as of the day', async () => {
    await openScreen(api, '/companies?asOf=2008-09-15')
    await titled('Companies')
    const small = await rowOf('Rhône Vaccines')
    expect(small.getByText(/^Small/)).toBeVisible()
    expect(small.getByText('€150,000')).toBeVisible()
    expect((await rowOf('Big Pharma')).getByText('Large, no SME')).toBeVisible()
    const unknown = await rowOf('Nobody knows')
    expect(unknown.getByText('Status not known')).toBeVisible()
    expect(unknown.getByText('€200,000')).toBeVisible()
  })

  it('has views of whom nobody served, and is narrowed by status', async () => {
    const { user, router } = await openScreen(api, '/companies?asOf=2008-09-15')
    await user.click(await screen.findByRole('link', { name: 'Never served' }))
    expect(await screen.findByRole('link', { name: /Nobody knows/ })).toBeVisible()
    await waitFor(() => expect(screen.queryByRole('link', { name: /Rhône Vaccines/ })).toBeNull())
    await user.click(screen.getByRole('link', { name: 'All' }))
    await user.click(await screen.findByRole('button', { name: 'SME status' }))
    await user.click(await screen.findByRole('checkbox', { name: 'Large, no SME' }))
    await waitFor(() => expect(screen.queryByRole('link', { name: /Rhône Vaccines/ })).toBeNull())
    expect(screen.getByRole('link', { name: /Big Pharma/ })).toBeVisible()
    expect(router.state.location.search).toContain('status=large')
  })

  it('is added to from anywhere', async () => {
    const { user, router } = await openScreen(api, '/missions')
    await user.click(await screen.findByRole('button', { name: 'New' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Company' }))
    expect(router.state.location.search).toContain('kind=company')
    const dialog = await dialogOf('New company')
    await write(user, dialog.getByRole('textbox', { name: /^Name/ }), 'Begun Anywhere')
    await user.click(dialog.getByRole('button', { name: 'Create' }))
    await titled('Begun Anywhere')
  })
})
