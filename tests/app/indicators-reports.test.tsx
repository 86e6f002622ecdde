import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateExpense } from '../../src/contract/expenses.ts'
import { indicatorRecords } from '../../src/contract/indicators.ts'
import { missionRecords } from '../../src/contract/missions.ts'
import { reportRecords, runReport } from '../../src/contract/reports.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, section, titled, toastSaying, write } from '../support/app-acts.ts'
import { companyMakers } from '../support/companies.ts'
import { funded } from '../support/funded.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
const ids = { alliance: '', mission: '' }
beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  const { company } = companyMakers(api)
  const alliance = await make.alliance({ name: 'BioX4' })
  const mission = await make.mission({
    title: 'Boston',
    kind: 'business_mission',
    allianceId: alliance.id,
    starts: '2008-03-10',
    ends: '2008-03-12',
  })
  for (const [name, state] of [
    ['Garoncyte', 'attended'],
    ['Rhodavax', 'no_show'],
  ] as const)
    await make.participation({
      missionId: mission.id,
      organisationId: (await company({ name })).id,
      state,
      since: '2008-03-10',
    })
  Object.assign(ids, { alliance: alliance.id, mission: mission.id })
})
afterAll(() => api.stop())

const firstIndicator = async () => (await api.call(indicatorRecords.list, {})).items[0]

describe('what an alliance has set out to reach', () => {
  it('is added on its page, and is an indicator of it from then on', async () => {
    const { user, router } = await openScreen(api, `/alliances/${ids.alliance}`)
    const targets = await section('Targets against actuals')
    expect(await targets.findByText(/^No target yet/)).toBeVisible()
    await user.click(targets.getByRole('button', { name: 'Add a target' }))
    const dialog = await dialogOf('New indicator')
    await waitFor(() => expect(dialog.getByLabelText('Alliance')).toHaveValue('BioX4'))
    await write(user, dialog.getByLabelText(/^Title \*?$/), 'SMEs abroad')
    await write(user, dialog.getByLabelText('Target'), '16')
    await user.click(dialog.getByRole('button', { name: 'Create' }))
    await toastSaying('“SMEs abroad” added')
    await titled('SMEs abroad')
    expect(await screen.findByText('1 of 16')).toBeVisible()
    expect(await firstIndicator()).toMatchObject({ target: 16, alliance: { id: ids.alliance } })
    await router.navigate(`/alliances/${ids.alliance}`)
    const now = await section('Targets against actuals')
    expect(await now.findByRole('link', { name: 'SMEs abroad' })).toBeVisible()
    expect(await now.findByText('1 of 16')).toBeVisible()
  })
})

describe('an indicator', () => {
  it('opens what it counts, says why the rest is left out, and is changed where it stands', async () => {
    const id = (await firstIndicator())?.id ?? ''
    const { user } = await openScreen(api, `/indicators/${id}`)
    const counted = await section(/^Counted/)
    expect(await counted.findByRole('link', { name: 'Garoncyte' })).toBeVisible()
    expect(counted.getByText(/^Place on a mission · Boston · 10 Mar 2008/)).toBeVisible()
    await user.click(await screen.findByRole('radio', { name: 'Looked at, not counted (1)' }))
    expect(await (await section(/^Looked at/)).findByText('Did not come')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Edit Target' }))
    const target = await screen.findByRole('textbox', { name: 'Target' })
    await write(user, target, '4')
    await user.keyboard('{Enter}')
    await toastSaying('“SMEs abroad” changed')
    expect(await screen.findByText('1 of 4')).toBeVisible()
  })

  it('stands in the list by who asks for it, with how far it is', async () => {
    await openScreen(api, '/indicators?vocabulary=own')
    const table = within(await screen.findByRole('table', { name: 'Indicators' }))
    expect(await table.findByText('SMEs abroad')).toBeVisible()
    expect(await table.findByText('1 of 4')).toBeVisible()
    await openScreen(api, '/indicators?vocabulary=ec')
    expect(await screen.findByText('Nothing matches')).toBeVisible()
  })
})

describe('a report', () => {
  it('is begun, run, and opens the records behind each figure', async () => {
    const { user } = await openScreen(api, '/reports')
    await user.click(await screen.findByRole('button', { name: 'Make the first one' }))
    const dialog = await dialogOf('New report')
    const about = dialog.getByLabelText(/^Alliance/)
    await user.click(about)
    await user.click(await screen.findByRole('option', { name: /^BioX4/ }))
    expect(dialog.getByLabelText(/^Title/)).toHaveValue('Steering-committee report: BioX4')
    await user.click(dialog.getByRole('button', { name: 'Create' }))
    await titled('Steering-committee report: BioX4')

    await user.click(await screen.findByRole('button', { name: 'Run as of 15 Sept 2008' }))
    await toastSaying('Run 1 kept')
    const figure = await screen.findByRole('link', { name: 'Missions held: 1' })
    expect(screen.getByRole('link', { name: 'SMEs abroad: 1 of 4 (25%)' })).toBeVisible()
    await user.click(figure)
    const records = await section(/^Records behind “Missions held”/)
    expect(await records.findByRole('link', { name: 'Boston' })).toBeVisible()
  })

  it('is had on paper in French', async () => {
    const { user } = await openScreen(api, '/reports')
    await user.click(await screen.findByRole('link', { name: 'Steering-committee report: BioX4' }))
    await user.click(await screen.findByRole('link', { name: /^Run 1: / }))
    await user.click(await screen.findByRole('link', { name: 'Print' }))
    await user.click(await screen.findByRole('radio', { name: 'Français' }))
    const sheet = within(await screen.findByRole('article', { name: /15 sept\. 2008$/ }))
    expect(sheet.getByRole('row', { name: /^Missions tenues 1 / })).toBeVisible()
  })

  it('is compared with a run before, figures with their difference and amounts as money', async () => {
    const { grant, expense } = funded(api)
    const flights = await expense((await grant({ allianceId: ids.alliance })).id, {
      missionId: ids.mission,
      amount: { minor: 144_000, currency: 'EUR' },
    })
    const { id } = await api.call(reportRecords.create, {
      body: { title: 'Spring', kind: 'alliance', subjectId: ids.alliance },
    })
    const first = await api.call(runReport, { params: { id }, body: {} })
    await api.call(
      updateExpense,
      { params: { id: flights.id }, body: { amount: { minor: 174_000, currency: 'EUR' } } },
      { version: flights.version },
    )
    const mission = await api.call(missionRecords.read, { params: { id: ids.mission } })
    await api.call(
      missionRecords.update,
      { params: { id: ids.mission }, body: { starts: '2009-03-10', ends: '2009-03-12' } },
      { version: mission.version },
    )
    const second = await api.call(runReport, { params: { id }, body: {} })

    const { router } = await openScreen(api, `/reports/runs/${first.id}/compare/${second.id}`)
    const figures = within(await screen.findByRole('table', { name: 'Figures that differ' }))
    expect(figures.getByRole('row', { name: /^Missions held/ })).toHaveTextContent('Missions held10−1')
    expect(figures.getByRole('row', { name: /€/ })).toHaveTextContent('€1,440.00€1,740.00+€300.00')
    const records = await section(/^Records that changed/)
    const lines = records.getAllByRole('listitem').map((line) => line.textContent ?? '')
    expect(lines.filter((line) => /Share: €1,440\.00 → €1,740\.00$/.test(line))).not.toEqual([])

    await router.navigate(`/reports/${id}`)
    const history = await section('History')
    expect(await history.findByText('2 (15 Sept 2008)')).toBeInTheDocument()
    expect(history.getByText('1 (15 Sept 2008)')).toBeInTheDocument()
  })
})
