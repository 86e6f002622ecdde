import { screen, within } from '@testing-library/react'
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
  await make.agreement({ title: 'Planned with Boston', parties, targetSignature: '2008-06', stageSince: '2007-11-28' })
})
afterAll(() => api.stop())

describe('the list of agreements', () => {
  it('shows who agrees with whom, where it stands, and what is overdue', async () => {
    await openScreen(api, '/agreements')
    const table = await screen.findByRole('table', { name: 'Agreements' })
    expect(table).toHaveAttribute('aria-rowcount', '3')
  })
})
