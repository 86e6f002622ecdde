import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTask } from '../../src/contract/dossier.ts'
import { marketRecords } from '../../src/contract/markets.ts'
import { agreementVerbs } from '../support/agreements.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { grantMakers } from '../support/grants.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  const market = await make.market({ name: 'Japan', country: 'JP' })
  const signed = await make.agreement({
    title: 'Signed with Kansai',
    marketId: market.id,
    starts: '2008',
    ends: '2010',
  })
  await agreementVerbs(api).sign(signed, '2008-02-04')
  await make.agreement({ title: 'Planned with Boston', targetSignature: '2008-06' })
  await api.call(createTask, { body: { title: 'Book the interpreter', due: '2008-09-18' } })
})
afterAll(() => api.stop())

const section = async (name: RegExp) => within(await screen.findByRole('region', { name }))

describe('the overview', () => {
  it('says what needs attention, how far its day is, and opens its record', async () => {
    const { user, router } = await openScreen(api, '/')
    const needs = await section(/What needs me now/)
    const overdue = needs.getByRole('link', {
      name: /Signature overdue.*Planned with Boston.*30 Jun 2008.*3 months ago/,
    })
    expect(needs.getByRole('link', { name: /Task due.*Book the interpreter.*in 3 days/ })).toBeVisible()
    await user.click(overdue)
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/agreements\/./))
  })

  it('tells the year in words as well as in bars', async () => {
    await openScreen(api, '/')
    const year = within(await screen.findByRole('table', { name: 'Agreements and missions in 2008' }))
    expect(year.getByText('Active. Period 2008–2010. Signed 4 Feb 2008')).toBeInTheDocument()
    expect(year.getByText('Prospect. To be signed: June 2008, not yet signed')).toBeInTheDocument()
  })

  it('shows the years beside on demand', async () => {
    const { user } = await openScreen(api, '/')
    await user.click(await screen.findByRole('radio', { name: '2009' }))
    const year = within(await screen.findByRole('table', { name: 'Agreements and missions in 2009' }))
    expect(year.queryByRole('link', { name: 'Planned with Boston' })).toBeNull()
    expect(year.getByRole('link', { name: 'Signed with Kansai' })).toBeVisible()
  })

  it('opens the agreements behind each figure of the pipeline', async () => {
    await openScreen(api, '/')
    const pipeline = await section(/Pipeline by stage/)
    expect(pipeline.getByRole('link', { name: /1\s*Active/ })).toHaveAttribute(
      'href',
      '/agreements?status=active',
    )
    expect(pipeline.getByRole('link', { name: '1 overdue' })).toHaveAttribute(
      'href',
      '/agreements?status=prospect&overdue=true',
    )
  })

  it('tells the latest activity, with who did it', async () => {
    await openScreen(api, '/')
    const activity = await section(/Latest activity/)
    expect(await activity.findByText('Signature logged')).toBeVisible()
    expect(activity.getAllByText('by local user').length).toBeGreaterThan(0)
  })

  it('says so where the scope holds nothing, and gives it up in one press', async () => {
    const elsewhere = await makers(api).alliance({ name: 'Elsewhere' })
    const { user } = await openScreen(api, `/?alliance=${elsewhere.id}`)
    expect(await screen.findByText('Nothing in this scope')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Show everything' }))
    expect(await screen.findByRole('table', { name: 'Agreements and missions in 2008' })).toBeVisible()
  })

  it('is whole in French', async () => {
    await openScreen(api, '/', 'fr')
    expect(await screen.findByRole('heading', { level: 1, name: 'Vue d’ensemble' })).toBeVisible()
    const needs = await section(/Ce qui m’attend maintenant/)
    expect(needs.getByRole('link', { name: /Signature en retard.*il y a 3 mois/ })).toBeVisible()
  })
})

describe('what stands below', () => {
  it('is what goes on in each market, on a map and as a table that opens the records', async () => {
    await openScreen(api, '/')
    const map = within(await screen.findByRole('region', { name: /^Markets by what goes on/ }))
    expect(map.getByRole('button', { name: 'Japan: 1' })).toBeVisible()
    const table = within(await screen.findByRole('table', { name: 'By market' }))
    const row = within(table.getByRole('link', { name: 'Japan' }).closest('tr') as HTMLElement)
    const { id } = (await api.call(marketRecords.list, {})).items[0] ?? { id: '' }
    expect(row.getByRole('link', { name: '1' })).toHaveAttribute('href', `/agreements?market=${id}`)
  })

  it('is how running grants are used against the time gone', async () => {
    const make = grantMakers(api)
    const grant = await make.grant({ title: 'Alps 2008', starts: '2008-01-01', ends: '2008-12-31' })
    await openScreen(api, '/')
    const budgets = await section(/^Budget use/)
    expect(budgets.getByRole('link', { name: 'Alps 2008' })).toHaveAttribute('href', `/grants/${grant.id}`)
  })
})

describe('an empty workspace', () => {
  it('says what it is for and offers the first actions', async () => {
    const empty = await startApi()
    try {
      const { user, router } = await openScreen(empty, '/')
      expect(await screen.findByRole('heading', { name: 'A CRM for cluster partnerships' })).toBeVisible()
      await user.click(screen.getByRole('button', { name: 'Add a cluster' }))
      await waitFor(() => expect(router.state.location.search).toContain('dialog=new-organisation'))
      expect(await screen.findByRole('dialog', { name: 'New cluster' })).toBeVisible()
    } finally {
      await empty.stop()
    }
  })
})
