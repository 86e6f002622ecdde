import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { indicatorRecords } from '../../src/contract/indicators.ts'
import { agreementVerbs } from '../support/agreements.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { section, titled } from '../support/app-acts.ts'
import { companyMakers } from '../support/companies.ts'
import { funded } from '../support/funded.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
const ids = { lyon: '', alsace: '', japan: '', canada: '', corridor: '', alps: '', kansai: '' }
beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  const lyon = await make.organisation({ name: 'Lyonbiopôle', country: 'FR' })
  const alsace = await make.organisation({ name: 'Alsace BioValley', country: 'FR' })
  const members = [lyon, alsace].map(({ id }) => ({ organisationId: id }))
  const corridor = await make.alliance({ name: 'Corridor', members })
  await api.call(indicatorRecords.create, {
    body: { title: 'SMEs abroad', measure: 'smes_served', allianceId: corridor.id, target: 16 },
  })
  const alps = await make.alliance({ name: 'Alps', members: members.slice(0, 1) })
  const japan = await make.market({
    name: 'Japan',
    country: 'JP',
    leads: [{ allianceId: corridor.id, organisationId: lyon.id }],
  })
  const canada = await make.market({ name: 'Canada', country: 'CA' })
  const partner = await make.organisation({ name: 'Kansai Council', kinds: ['partner'], country: 'JP' })
  const parties = [
    ...members.map((member) => ({ ...member, side: 'home' as const })),
    { organisationId: partner.id, side: 'partner' as const },
  ]
  const shared = { allianceId: corridor.id, marketId: japan.id }
  const kansai = await make.agreement({ ...shared, title: 'Kansai MoU', negotiatorId: lyon.id, parties })
  await agreementVerbs(api).sign(kansai, '2008-02-04')
  await make.agreement({ ...shared, title: 'Kobe letter', parties: parties.slice(0, 1) })
  await make.agreement({ title: 'Alpine letter', allianceId: alps.id, parties: parties.slice(0, 1) })
  const fair = await make.mission({
    ...shared,
    title: 'Fair in Osaka',
    starts: '2008-03-10',
    bodies: [{ organisationId: lyon.id, role: 'lead' }],
  })
  await make.mission({ ...shared, title: 'Visit of autumn', starts: '2008-11-03' })
  const { company } = companyMakers(api)
  await make.participation({
    missionId: fair.id,
    organisationId: (await company({ name: 'Garoncyte' })).id,
    clusterId: alsace.id,
    state: 'attended',
    since: '2008-03-10',
    reason: 'It came.',
  })
  const { grant, budget, expense } = funded(api)
  const given = await grant({ title: 'PPTI 2007', allianceId: corridor.id })
  const { lines } = await budget(given, [
    { category: 'travel', clusterId: lyon.id, marketId: japan.id, minor: 400_000 },
    { category: 'events', clusterId: alsace.id, minor: 600_000 },
  ])
  await expense(given.id, {
    title: 'Stand in Osaka',
    lineId: lines[0]?.id ?? null,
    payerId: lyon.id,
    beneficiaryId: alsace.id,
  })
  Object.assign(ids, {
    lyon: lyon.id,
    alsace: alsace.id,
    japan: japan.id,
    canada: canada.id,
    corridor: corridor.id,
    alps: alps.id,
    kansai: kansai.id,
  })
})
afterAll(() => api.stop())

const rowOf = async (table: ReturnType<typeof within>, name: string) =>
  within((await table.findByRole('rowheader', { name })).closest('tr') as HTMLElement)
const cellsOf = (row: ReturnType<typeof within>) =>
  row.getAllByRole('cell').map((cell: HTMLElement) => cell.textContent)

describe('the page of a market', () => {
  it('shows figures over all nouns, each opening its list in the same scope and day', async () => {
    const { user, router } = await openScreen(
      api,
      `/markets/${ids.japan}?alliance=${ids.corridor}&asOf=2008-09-15`,
    )
    const figures = await section('In figures')
    expect(await figures.findByRole('link', { name: '1 in force' })).toBeVisible()
    expect(figures.getByRole('link', { name: '1 SME served' })).toBeVisible()
    await user.click(figures.getByRole('link', { name: '1 in the pipeline' }))
    await titled('Agreements')
    expect(router.state.location.search).toContain(`market=${ids.japan}`)
    expect(router.state.location.search).toContain(`alliance=${ids.corridor}`)
    expect(router.state.location.search).toContain('asOf=2008-09-15')
    expect(await screen.findByText('Kobe letter')).toBeVisible()
    expect(screen.queryByText('Kansai MoU')).toBeNull()
  })

  it('is opened from the list of markets in the same scope and day', async () => {
    const { user, router } = await openScreen(api, `/markets?alliance=${ids.corridor}&asOf=2008-09-15`)
    await user.click(await screen.findByRole('link', { name: 'Japan' }))
    await titled('Japan')
    expect(router.state.location.search).toBe(`?alliance=${ids.corridor}&asOf=2008-09-15`)
  })

  it('lists the agreements of the scope only', async () => {
    await openScreen(api, `/markets/${ids.japan}?alliance=${ids.alps}`)
    expect((await section('In figures')).getByRole('link', { name: '0 in force' })).toBeVisible()
    expect(screen.queryByText('Kansai MoU')).toBeNull()
  })

  it('tells missions to come from those past, and what each cluster has there', async () => {
    await openScreen(api, `/markets/${ids.japan}`)
    const missions = await section(/^Missions/)
    const ahead = within(await missions.findByRole('list', { name: 'To come and under way' }))
    expect(await ahead.findByText('Visit of autumn')).toBeVisible()
    const past = within(missions.getByRole('list', { name: 'Past' }))
    expect(await past.findByText('Fair in Osaka')).toBeVisible()
    const table = within(await screen.findByRole('table', { name: 'By cluster' }))
    expect(cellsOf(await rowOf(table, 'Lyonbiopôle'))).toEqual(['2', '1', '0', '0', '0', '€1,000.00'])
    expect(cellsOf(await rowOf(table, 'In all'))).toEqual(['2', '2', '1', '0', '0', '€1,000.00'])
  })

  it('shows the share of each budget and the way to its expenses', async () => {
    const { user } = await openScreen(api, `/markets/${ids.japan}`)
    const budget = within(await screen.findByRole('table', { name: 'Budget share and use' }))
    const row = await rowOf(budget, 'PPTI 2007')
    expect(row.getByText('40% of the grant')).toBeVisible()
    expect(row.getByText('25% spent, 24% of the time gone')).toBeVisible()
    await user.click((await section('In figures')).getByRole('link', { name: '1 expense paid' }))
    await titled('Expenses of all grants')
    expect(await screen.findByText('Stand in Osaka')).toBeVisible()
  })
})

describe('the page of a cluster', () => {
  it('shows it in each of its alliances and across them', async () => {
    await openScreen(api, `/clusters/${ids.lyon}`)
    const table = within(await screen.findByRole('table', { name: 'In each of its alliances' }))
    expect(cellsOf(await rowOf(table, 'Corridor'))[0]).toBe('2')
    expect(cellsOf(await rowOf(table, 'Alps'))[0]).toBe('1')
    expect(cellsOf(await rowOf(table, 'In all'))[0]).toBe('3')
  })

  it('says what it did for the others and got from them', async () => {
    const { user, router } = await openScreen(api, `/clusters/${ids.lyon}`)
    const targets = await section('Targets against actuals')
    expect(await targets.findByText(/not for this page alone/)).toBeVisible()
    const table = within(await screen.findByRole('table', { name: 'For the others, and by them' }))
    expect(cellsOf(await rowOf(table, 'Agreements negotiated'))).toEqual(['1', '0'])
    expect(cellsOf(await rowOf(table, 'Expenses paid'))).toEqual(['1€1,000.00', '0'])
    await user.click((await rowOf(table, 'Agreements negotiated')).getByRole('link', { name: '1' }))
    await titled('What was done for others')
    await user.click(await screen.findByRole('link', { name: 'Kansai MoU' }))
    await waitFor(() => expect(router.state.location.pathname).toBe(`/agreements/${ids.kansai}`))
  })
})

describe('the page of an alliance', () => {
  it('has figures, clusters, markets and how far its target is', async () => {
    await openScreen(api, `/alliances/${ids.corridor}`)
    expect(await (await section('In figures')).findByRole('link', { name: '1 in force' })).toBeVisible()
    expect(await screen.findByRole('table', { name: 'By cluster' })).toBeVisible()
    expect(await screen.findByRole('table', { name: 'By market' })).toBeVisible()
    const targets = await section('Targets against actuals')
    expect(await targets.findByRole('link', { name: 'SMEs abroad' })).toBeVisible()
    expect(await targets.findByText('1 of 16')).toBeVisible()
    // Its own, whole.
    expect(targets.queryByText(/not for this page alone/)).toBeNull()
  })
})

describe('the matrix', () => {
  const table = async (name: RegExp) => within(await screen.findByRole('table', { name }))

  it('sets clusters against markets, totals counting each record once', async () => {
    await openScreen(api, '/clusters')
    expect(await screen.findByRole('link', { name: 'Matrix' })).toHaveAttribute('href', '/matrix')
    await openScreen(api, '/matrix')
    const matrix = await table(/^Agreements by cluster/)
    expect(cellsOf(await rowOf(matrix, 'Lyonbiopôle'))).toEqual(['–none', '2', '3'])
    expect(cellsOf(await rowOf(matrix, 'Alsace BioValley'))).toEqual(['–none', '1', '1'])
    expect(cellsOf(await rowOf(matrix, 'All'))).toEqual(['–none', '2', '3'])
  })

  it('keeps measure and year in the address, and opens the records of a cell in the scope', async () => {
    const { user, router } = await openScreen(api, `/matrix?alliance=${ids.corridor}`)
    await table(/^Agreements by cluster/)
    await user.click(screen.getByRole('combobox', { name: 'Count' }))
    await user.click(await screen.findByRole('option', { name: 'Missions' }))
    await waitFor(() => expect(router.state.location.search).toContain('measure=missions'))
    await user.click(screen.getByRole('combobox', { name: 'Year' }))
    await user.click(await screen.findByRole('option', { name: '2008' }))
    await waitFor(() => expect(router.state.location.search).toContain('year=2008'))
    const matrix = await table(/^Missions by cluster/)
    await user.click(await matrix.findByRole('link', { name: '1: Lyonbiopôle, Japan' }))
    await titled('Missions')
    expect(await screen.findByText('Fair in Osaka')).toBeVisible()
    const asked = new URLSearchParams(router.state.location.search)
    expect(Object.fromEntries(asked)).toMatchObject({
      alliance: ids.corridor,
      cluster: ids.lyon,
      market: ids.japan,
      from: '2008-01-01',
    })
  })

  it('is walked by arrow keys, past what holds nothing', async () => {
    const { user } = await openScreen(api, '/matrix')
    const matrix = await table(/^Agreements by cluster/)
    const cell = await matrix.findByRole('link', { name: '1: Alsace BioValley, Japan' })
    cell.focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toHaveAccessibleName('2: Lyonbiopôle, Japan')
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement).toHaveAccessibleName('3: Lyonbiopôle, all markets')
    await user.keyboard('{Home}')
    expect(document.activeElement).toHaveAccessibleName('Lyonbiopôle')
  })
})

describe('acting for all', () => {
  it('lists what each cluster gave and got', async () => {
    await openScreen(api, '/acting')
    const ledger = within(await screen.findByRole('table', { name: 'Acting for all' }))
    const lyon = within(
      (await ledger.findByRole('rowheader', { name: 'Lyonbiopôle' })).closest('tbody') as HTMLElement,
    )
    expect(cellsOf(lyon)).toEqual(['1', '1', '1', '1€1,000.00', '1', '0', '0', '0', '0', '0'])
  })
})

describe('the brief', () => {
  it.each([
    ['markets', () => ids.japan, 'Japan', 'Target market'],
    ['clusters', () => ids.lyon, 'Lyonbiopôle', 'Cluster'],
    ['alliances', () => ids.corridor, 'Corridor', 'Alliance'],
  ] as const)(
    'of %s says on one sheet what is signed, coming, spent and to do',
    async (noun, id, name, kind) => {
      await openScreen(api, `/${noun}/${id()}/brief`)
      const sheet = within(await screen.findByRole('article', { name: `${name}: brief` }))
      expect(sheet.getByRole('heading', { level: 2, name })).toBeVisible()
      expect(sheet.getByText(kind)).toBeVisible()
      expect(sheet.getByText('As of 15 Sept 2008')).toBeVisible()
      const part = (title: string) =>
        within(sheet.getByRole('heading', { level: 3, name: title }).parentElement as HTMLElement)
      expect(part('Agreements in force and in the pipeline').getByText(/Kansai MoU/)).toBeVisible()
      expect(part('Missions to come and past').getByText(/Fair in Osaka/)).toBeVisible()
      expect(part('Budget share and use').getByText('PPTI 2007')).toBeVisible()
      expect(part('To do next').getByText('PPTI 2007').textContent).toBe('PPTI 2007 Receipt missing')
      // The target is the alliance's, which is said where the sheet is of somebody else.
      expect(sheet.getByText(noun === 'alliances' ? '1 of 16' : '1 of 16, Corridor')).toBeVisible()
    },
  )

  it('is had in French too', async () => {
    const { user } = await openScreen(api, `/markets/${ids.japan}/brief`)
    await user.click(await screen.findByRole('radio', { name: 'Français' }))
    const sheet = within(await screen.findByRole('article', { name: 'Japan\u00a0: fiche' }))
    expect(sheet.getByRole('heading', { level: 2, name: 'Japon' })).toBeVisible()
    expect(sheet.getByText('Marché cible')).toBeVisible()
  })
})
