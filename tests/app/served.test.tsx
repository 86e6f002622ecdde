import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { indicatorRecords } from '../../src/contract/indicators.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { section, titled } from '../support/app-acts.ts'
import { companyMakers } from '../support/companies.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  const { company, service } = companyMakers(api)
  const lyon = await make.organisation({ name: 'Lyonbiopôle', kinds: ['cluster'] })
  const alliance = await make.alliance({
    name: 'BioX4Clusters',
    members: [{ organisationId: lyon.id }],
  })
  await api.call(indicatorRecords.create, {
    body: {
      title: 'SMEs abroad',
      measure: 'smes_served',
      through: ['mission'],
      allianceId: alliance.id,
      target: 16,
    },
  })
  const mission = await make.mission({ title: 'Boston', allianceId: alliance.id, starts: '2008-03-10' })
  const came = async (name: string, state: 'attended' | 'applied', years = true) => {
    const { id } = await company({ name, years })
    await make.participation({
      missionId: mission.id,
      organisationId: id,
      clusterId: lyon.id,
      state,
      since: '2008-03-10',
    })
    return id
  }
  await came('Garoncyte', 'attended')
  await came('Rhodavax', 'applied')
  const unknown = await came('Pastelis', 'attended', false)
  await service(unknown, { title: 'Coaching for Boston', starts: '2008-02' })
})
afterAll(() => api.stop())

const figure = async (name: RegExp) => screen.findByRole('link', { name })

const table = async () => within(await screen.findByRole('table', { name: /^(Companies|Records)/ }))
const listed = async (name: string) => (await table()).findByText(name)

describe('who was served', () => {
  it('shows figures that each open what they count', async () => {
    const { user, router } = await openScreen(api, '/companies')
    await user.click(await screen.findByRole('link', { name: 'Who was served' }))
    await titled('Who was served')
    expect(await figure(/^2 companies served$/)).toBeVisible()
    expect(await figure(/^1 never served$/)).toBeVisible()
    await user.click(await figure(/^1 of them SMEs on the day$/))
    await waitFor(() => expect(router.state.location.pathname).toBe('/companies/served/companies'))
    expect(await listed('Garoncyte')).toBeVisible()
    expect((await table()).queryByText('Pastelis')).toBeNull()
    await user.click(screen.getByRole('link', { name: 'Figures' }))
    await user.click(await figure(/^2 participations$/))
    await waitFor(async () => expect((await table()).getAllByText('Participation')).toHaveLength(2))
    expect(router.state.location.search).toContain('kind=mission')
  })

  it('breaks them down, each number opening its own list', async () => {
    const { user, router } = await openScreen(api, '/companies/served')
    const clusters = await section('By cluster')
    const row = within(
      (await clusters.findByRole('rowheader', { name: 'Lyonbiopôle' })).closest('tr') as HTMLElement,
    )
    await user.click(row.getAllByRole('link', { name: '2' })[0] as HTMLElement)
    await waitFor(() => expect(router.state.location.search).toContain('from='))
    expect(await listed('Pastelis')).toBeVisible()
  })

  it('says how far a target is reached, and leads to what counts and why the rest does not', async () => {
    const { user } = await openScreen(api, '/companies/served')
    const targets = await section('Targets against actuals')
    expect(await targets.findByText('1 of 16')).toBeVisible()
    await user.click(targets.getByRole('link', { name: 'SMEs abroad' }))
    await titled('SMEs abroad')
    const counted = await section(/^Counted/)
    expect(await counted.findByRole('link', { name: 'Garoncyte' })).toBeVisible()
    await user.click(await screen.findByRole('radio', { name: 'Looked at, not counted (2)' }))
    const left = await section(/^Looked at/)
    expect(await left.findByText('Size unknown on the day')).toBeVisible()
    expect(left.getByText('Not yet')).toBeVisible()
  })

  it('speaks French', async () => {
    await openScreen(api, '/companies/served', 'fr')
    expect(await screen.findByRole('link', { name: /^2 entreprises accompagnées$/ })).toBeVisible()
    expect(await screen.findByText('1 sur 16')).toBeVisible()
  })
})
