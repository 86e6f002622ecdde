import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type TestApi } from '../support/api.ts'
import { titled } from '../support/app-acts.ts'
import { grantMakers } from '../support/grants.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
let make: ReturnType<typeof grantMakers>
beforeAll(async () => {
  api = await startApi()
  make = grantMakers(api)
})
afterAll(() => api.stop())

describe('the report to the funders', () => {
  it('stands on one sheet, every figure with the way to its records', async () => {
    const commission = await make.organisation({ name: 'European Commission' })
    const grant = await make.grant({
      title: 'Alps Bio Cluster',
      starts: '2008',
      ends: '2011',
      total: { kind: 'exact', minor: 186_250_500 },
      funders: [{ organisationId: commission.id, kind: 'eu_direct', share: { kind: 'share', bp: 7_600 } }],
    })
    const { lines } = await make.budget(grant.id, [{ category: 'travel', minor: 186_250_500 }])
    await make.expense({ shares: [{ grantId: grant.id, lineId: lines[0]?.id ?? '', bp: 10_000 }] })
    const { user } = await openScreen(api, `/grants/${grant.id}/report?asOf=2008-09-15`)
    await titled('Report to the funders: Alps Bio Cluster')
    const sheet = within(await screen.findByRole('article'))
    const row = within(sheet.getByRole('row', { name: /^European Commission/ }))
    expect(row.getByText('76%')).toBeVisible()
    expect(row.getByText('€1,415,503.80')).toBeVisible()
    expect(row.getByText('€76.00')).toBeVisible()
    const rest = within(sheet.getByRole('row', { name: /^Not covered/ }))
    expect(rest.getByText('€447,001.20')).toBeVisible()
    const travel = within(sheet.getByRole('row', { name: /^Travel/ }))
    expect(travel.getAllByRole('link').map((link) => link.textContent)).toEqual([
      '€1,862,505.00',
      '€100.00',
      '€1,862,405.00',
      '€100.00',
    ])
    expect(sheet.getByRole('link', { name: '1 paid expense has no receipt' })).toBeVisible()
    expect(sheet.getByText('Nothing has been claimed yet.')).toBeVisible()
    await user.click(travel.getAllByRole('link', { name: '€100.00' })[0] as HTMLElement)
    expect(await screen.findByRole('link', { name: 'Stand' })).toBeVisible()
  })

  it('is there in French', async () => {
    const grant = await make.grant({ title: 'Sans budget' })
    await openScreen(api, `/grants/${grant.id}/report`, 'fr')
    await titled('Rapport aux financeurs\u00a0: Sans budget')
    expect(await screen.findByText('Rien n’a encore été demandé.')).toBeVisible()
  })
})
