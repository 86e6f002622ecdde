import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantRecords } from '../../src/contract/grants.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { dialogOf, section, seenBy, titled, toastSaying, write } from '../support/app-acts.ts'
import { funded } from '../support/funded.ts'
import { makers } from '../support/make.ts'
import { openAgain, openScreen } from '../support/screen.tsx'

let api: TestApi
let make: ReturnType<typeof makers>
let grants: ReturnType<typeof funded>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
  grants = funded(api)
  const alliance = await make.alliance({ name: 'Life Science Corridor France' })
  const alps = await grants.grant({ title: 'Alps Bio Cluster', reference: 'CEN-12' })
  await grants.expense(alps.id, { amount: { minor: 18_625_050, currency: 'EUR' } })
  await grants.grant({
    title: 'PPTI 2007',
    allianceId: alliance.id,
    starts: '2007-12',
    ends: '2009-12',
    total: { kind: 'at_least', minor: 30_000_000 },
  })
  await grants.grant({ title: 'BioX4Clusters', starts: null, ends: null, total: { kind: 'unknown' } })
})
afterAll(() => api.stop())

const rowOf = async (title: string) => {
  const link = await screen.findByRole('link', { name: title })
  return within(link.closest('tr') as HTMLElement)
}

describe('the list of grants', () => {
  it('says each total as well as it is known, and use against time in words', async () => {
    await openScreen(api, '/grants')
    const alps = await rowOf('Alps Bio Cluster')
    expect(alps.getByText('€1,862,505.00')).toBeVisible()
    expect(alps.getByText('CEN-12')).toBeVisible()
    expect(alps.getByText('10% spent, 24% of the time')).toBeVisible()
    expect(alps.getByText('Running')).toBeVisible()
    const ppti = await rowOf('PPTI 2007')
    expect(ppti.getByText('more than €300,000')).toBeVisible()
    expect(ppti.getByText(/^budget not known, \d+% of the time$/)).toBeVisible()
    expect(ppti.getByText('Life Science Corridor France')).toBeVisible()
    const biox = await rowOf('BioX4Clusters')
    expect(biox.getByText('not stated')).toBeVisible()
    expect(biox.getByText('No dates yet')).toBeVisible()
  })

  it('is narrowed by status and search, in the address', async () => {
    await openScreen(api, '/grants?status=undated')
    await rowOf('BioX4Clusters')
    expect(screen.queryByRole('link', { name: 'PPTI 2007' })).toBeNull()
  })

  it('lets a viewer look, and says why they can’t add one', async () => {
    await openScreen(seenBy(api, viewer), '/grants')
    await rowOf('PPTI 2007')
    const button = screen.getByRole('button', { name: 'New grant' })
    expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(button).toHaveAccessibleDescription(/looking only/)
  })
})

describe('a new grant', () => {
  it('keeps what was typed through a reload, and becomes a record with its facts', async () => {
    const funder = await make.organisation({ name: 'European Commission', kinds: ['funder'] })
    const { user } = await openScreen(api, '/grants?dialog=new-grant')
    await write(user, (await dialogOf('New grant')).getByRole('textbox', { name: 'Title' }), 'Alps two')
    const { router } = openAgain('/grants?dialog=new-grant')
    const dialog = await dialogOf('New grant')
    expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Alps two')
    await write(user, dialog.getByRole('textbox', { name: 'First day' }), '2008')
    await write(user, dialog.getByRole('textbox', { name: 'Total' }), '1 862 505,00')
    await user.click(dialog.getByRole('textbox', { name: 'Funder' }))
    await user.keyboard('European')
    await user.click(await screen.findByRole('option', { name: /European Commission/ }))
    await write(user, await dialog.findByRole('textbox', { name: 'Share, in percent' }), '76')
    await user.click(dialog.getByRole('button', { name: 'Create' }))
    await titled('Alps two')
    const id = router.state.location.pathname.split('/')[2] ?? ''
    const created = await api.call(grantRecords.read, { params: { id } })
    expect(created).toMatchObject({
      total: { kind: 'exact', minor: 186_250_500 },
      uncovered: 44_700_120,
      funders: [{ organisation: { id: funder.id }, contribution: 141_550_380 }],
    })
    // 76% of €1,862,505 is €1,415,503.80, and €447,001.20 is left.
    expect(await screen.findByText('76% · €1,415,503.80')).toBeVisible()
    expect(screen.getByText('€447,001.20')).toBeVisible()
  })

  it('says beside the field that a share can’t be read, and sends nothing', async () => {
    await make.organisation({ name: 'Isère', kinds: ['funder'] })
    const { user } = await openScreen(api, '/grants?dialog=new-grant')
    const dialog = await dialogOf('New grant')
    await write(user, dialog.getByRole('textbox', { name: 'Title' }), 'Never made')
    await user.click(dialog.getByRole('textbox', { name: 'Funder' }))
    await user.keyboard('Isère')
    await user.click(await screen.findByRole('option', { name: /Isère/ }))
    await write(user, await dialog.findByRole('textbox', { name: 'Share, in percent' }), '760')
    await user.click(dialog.getByRole('button', { name: 'Create' }))
    expect(dialog.getByText('Give a percentage between 0 and 100.')).toBeVisible()
    const { items } = await api.call(grantRecords.list, { query: { q: 'Never made' } })
    expect(items).toEqual([])
  })
})

describe('a grant’s facts', () => {
  it('are edited where they stand, with undo; rules are entered as the funder states them', async () => {
    const { id } = await grants.grant({ title: 'Ruled' })
    const { user } = await openScreen(api, `/grants/${id}/facts`)
    await titled('Ruled')
    await user.click(await screen.findByRole('button', { name: 'Edit Reference' }))
    await write(user, screen.getByRole('textbox', { name: 'Reference' }), 'R-7')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await toastSaying('The grant is changed')
    await user.click(screen.getByRole('button', { name: 'Edit: The funder’s rules' }))
    await user.click(screen.getByRole('combobox', { name: 'Transfers between lines' }))
    await user.click(await screen.findByRole('option', { name: /Up to a share of the heading/ }))
    await write(user, screen.getByRole('textbox', { name: 'Percent' }), '10')
    await user.click(screen.getByRole('checkbox', { name: 'A second person approves each expense' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const rules = await section('The funder’s rules')
    expect(await rules.findByText('up to 10% of the heading that increases')).toBeVisible()
    const read = await api.call(grantRecords.read, { params: { id } })
    expect(read).toMatchObject({
      reference: 'R-7',
      rules: { transfer: { kind: 'heading_increase', bp: 1000 }, secondApproval: true },
    })
  })
})
