import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, titled, toastSaying, write } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { openAgain, openScreen } from '../support/screen.tsx'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
  await make.organisation({
    name: 'Kansai Bio Promotion Council',
    kinds: ['partner'],
    country: 'JP',
    town: 'Osaka',
  })
  await make.organisation({
    name: 'Direction Générale des Entreprises',
    kinds: ['public_body'],
    country: 'FR',
  })
})
afterAll(() => api.stop())

describe('the directory', () => {
  it('has a view for partners, public bodies and all', async () => {
    const { user } = await openScreen(api, '/partners')
    expect(await screen.findByText('Kansai Bio Promotion Council')).toBeVisible()
    expect(screen.queryByText('Direction Générale des Entreprises')).toBeNull()
    await user.click(screen.getByRole('link', { name: 'Public bodies & chambers' }))
    expect(await screen.findByText('Direction Générale des Entreprises')).toBeVisible()
    await waitFor(() => expect(screen.queryByText('Kansai Bio Promotion Council')).toBeNull())
  })
})

describe('a new organisation', () => {
  it('is added with its other names and opens', async () => {
    const { user, router } = await openScreen(api, '/partners?dialog=new-organisation&kind=company')
    const dialog = await dialogOf('New company')
    await write(user, dialog.getByRole('textbox', { name: 'Name' }), 'bioMérieux')
    await write(user, dialog.getByRole('textbox', { name: 'Website' }), 'www.biomerieux.com')
    await user.click(dialog.getByRole('button', { name: 'Add a name' }))
    const names = within(dialog.getByRole('group', { name: 'Other names' }))
    await write(user, names.getByRole('textbox', { name: 'Name' }), 'BMX')
    await user.click(dialog.getByRole('button', { name: 'Create' }))
    expect(await titled('bioMérieux')).toBeVisible()
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/companies\//))
    expect(await screen.findByText('BMX')).toBeVisible()
    expect(screen.getByRole('link', { name: 'www.biomerieux.com' })).toHaveAttribute(
      'href',
      'https://www.biomerieux.com',
    )
  })

  it('that is there already is refused, with the way to it', async () => {
    const { user } = await openScreen(api, '/partners?dialog=new-organisation&kind=partner')
    const dialog = await dialogOf('New organisation')
    await write(user, dialog.getByRole('textbox', { name: 'Name' }), 'kansai bio promotion council')
    await write(user, dialog.getByRole('textbox', { name: 'Town' }), 'Osaka')
    await user.click(dialog.getByRole('combobox', { name: 'Country' }))
    await write(user, dialog.getByRole('combobox', { name: 'Country' }), 'Japan')
    await user.click(await screen.findByRole('option', { name: 'Japan' }))
    await user.click(dialog.getByRole('button', { name: 'Create' }))
    const link = await dialog.findByRole('link', { name: 'Open Kansai Bio Promotion Council' })
    expect(link.getAttribute('href')).toMatch(/^\/organisations\//)
    expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('kansai bio promotion council')
  })

  it('keeps what was typed through a reload, and says so', async () => {
    const { user } = await openScreen(api, '/partners?dialog=new-organisation')
    const dialog = await dialogOf('New organisation')
    await write(user, dialog.getByRole('textbox', { name: 'Name' }), 'Half a na')
    openAgain('/partners?dialog=new-organisation')
    const again = await dialogOf('New organisation')
    expect(again.getByRole('textbox', { name: 'Name' })).toHaveValue('Half a na')
    expect(again.getByText('What you typed before is back.')).toBeVisible()
  })
})

describe('the page of an organisation', () => {
  it('edits a fact where it stands', async () => {
    const { id } = await make.organisation({ name: 'Genopole', kinds: ['research'] })
    const { user } = await openScreen(api, `/organisations/${id}`)
    await user.click(await screen.findByRole('button', { name: 'Edit Town' }))
    await write(user, screen.getByRole('textbox', { name: 'Town' }), 'Évry')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Town' })).toBeNull())
    expect((await api.call(organisationRecords.read, { params: { id } })).town).toBe('Évry')
    const toast = await toastSaying('Genopole is changed.')
    await user.click(toast.getByText('Undo'))
    await toastSaying('Undone.')
    expect((await api.call(organisationRecords.read, { params: { id } })).town).toBeNull()
  })

  it('shows both versions where somebody else was faster', async () => {
    const { id, version } = await make.organisation({ name: 'Contested', kinds: ['company'], town: 'Lyon' })
    const { user } = await openScreen(api, `/organisations/${id}`)
    await user.click(await screen.findByRole('button', { name: 'Edit Town' }))
    await api.call(organisationRecords.update, { params: { id }, body: { town: 'Paris' } }, { version })
    await write(user, screen.getByRole('textbox', { name: 'Town' }), 'Grenoble')
    await user.keyboard('{Enter}')
    const choice = within(await screen.findByRole('group', { name: 'Somebody else changed this too' }))
    expect(choice.getByRole('radio', { name: /As it is now.*Paris/ })).not.toBeChecked()
    await user.click(choice.getByRole('radio', { name: /What you typed.*Grenoble/ }))
    await user.click(choice.getByText('Save this choice'))
    await waitFor(async () =>
      expect((await api.call(organisationRecords.read, { params: { id } })).town).toBe('Grenoble'),
    )
  })

  it('that is of a cluster leads to the cluster’s own page', async () => {
    const { id } = await make.organisation({ name: 'A cluster' })
    const { router } = await openScreen(api, `/organisations/${id}?asOf=2008-09-15`)
    await titled('A cluster')
    expect(router.state.location).toMatchObject({ pathname: `/clusters/${id}`, search: '?asOf=2008-09-15' })
  })
})

describe('deleting an organisation', () => {
  it('puts it into the bin, from where it comes back', async () => {
    const { id } = await make.organisation({ name: 'Short-lived', kinds: ['partner'] })
    const { user, router } = await openScreen(api, `/organisations/${id}`)
    await user.click(await screen.findByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/partners'))
    await router.navigate('/bin')
    await user.click(await screen.findByRole('button', { name: 'Restore Short-lived' }))
    expect(await screen.findByText('The bin is empty')).toBeVisible()
    expect((await api.call(organisationRecords.read, { params: { id } })).deletedAt).toBeNull()
  })

  it('is refused while others depend on it, and says which', async () => {
    const member = await make.organisation({ name: 'Needed here' })
    const { name } = await make.alliance({ members: [{ organisationId: member.id }] })
    const { user } = await openScreen(api, `/clusters/${member.id}`)
    await user.click(await screen.findByRole('button', { name: 'Delete' }))
    const dialog = await dialogOf(/Needed here could not be deleted/)
    expect(dialog.getByRole('link', { name })).toBeVisible()
  })
})
