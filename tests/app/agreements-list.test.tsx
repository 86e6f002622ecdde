import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementVerbs } from '../support/agreements.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  const cluster = await make.organisation({ name: 'Lyonbiopôle' })
  const partner = await make.organisation({ name: 'Kansai Bio Promotion Council', kinds: ['partner'] })
  const parties = [
    { organisationId: cluster.id, side: 'home' as const },
    { organisationId: partner.id, side: 'partner' as const },
  ]
  const signed = await make.agreement({ title: 'Signed with Kansai', parties, ends: '2010' })
  await agreementVerbs(api).sign(signed, '2008-02-04')
  await make.agreement({ title: 'Planned with Boston', parties, targetSignature: '2008-06' })
})
afterAll(() => api.stop())

const rowOf = async (title: string) => {
  const link = await screen.findByText(title)
  return within(link.closest('tr') as HTMLElement)
}

describe('the table of agreements', () => {
  it('shows who agrees with whom, where it stands, and what is overdue', async () => {
    await openScreen(api, '/agreements')
    const signed = await rowOf('Signed with Kansai')
    expect(signed.getByText('Active')).toBeVisible()
    expect(signed.getByText('4 Feb 2008')).toBeVisible()
    expect(signed.getByText('2 of 2')).toBeVisible()
    expect(signed.getByText('Kansai Bio Promotion Council')).toBeVisible()
    const planned = await rowOf('Planned with Boston')
    expect(planned.getByText('Overdue')).toBeVisible()
    expect(planned.getByText('sign by June 2008')).toBeVisible()
  })

  it('narrows by its chips, and the address holds it', async () => {
    const { user, router } = await openScreen(api, '/agreements')
    await rowOf('Signed with Kansai')
    await user.click(screen.getByRole('button', { name: 'Can be signed' }))
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Signed with Kansai' })).toBeNull())
    expect(router.state.location.search).toBe('?signable=true')
    expect(screen.getByRole('link', { name: 'Planned with Boston' })).toBeVisible()
  })

  it('says what the screen is for while there is nothing', async () => {
    const empty = await startApi()
    try {
      await openScreen(empty, '/agreements')
      expect(await screen.findByText('No agreements yet')).toBeVisible()
    } finally {
      await empty.stop()
    }
  })
})

describe('the timeline', () => {
  it('tells in words what its bars and marks show', async () => {
    await openScreen(api, '/agreements?view=timeline')
    const chart = within(await screen.findByRole('table', { name: 'Agreements by period' }))
    expect(chart.getByText('Active · in force 4 Feb 2008 – 2010 · signed 4 Feb 2008')).toBeInTheDocument()
    expect(chart.getByText('Prospect · was to be signed by June 2008, overdue')).toBeInTheDocument()
    expect(chart.getByRole('link', { name: 'Signed with Kansai' })).toBeVisible()
  })
})

describe('in French', () => {
  it('has every word of the list and of the timeline', async () => {
    await openScreen(api, '/agreements', 'fr')
    expect(await screen.findByRole('heading', { level: 1, name: 'Accords' })).toBeVisible()
    expect(await screen.findByText('à signer : juin 2008')).toBeVisible()
    expect(screen.getByRole('button', { name: 'À signer' })).toBeVisible()
    await openScreen(api, '/agreements?view=board', 'fr')
    expect(await screen.findByRole('heading', { name: /Signé et en vigueur/ })).toBeVisible()
  })
})
