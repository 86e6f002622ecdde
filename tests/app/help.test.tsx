import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useVisit } from '../../src/components/visit-state.ts'
import en from '../../src/i18n/en/help.ts'
import fr from '../../src/i18n/fr/help.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, noDialog } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
  await makers(api).market({ name: 'Japan' })
})
afterAll(() => api.stop())

const panel = (name: string) => screen.findByRole('complementary', { name })

describe('the help', () => {
  it('opens by F1 beside its screen, from a field too, and gives the focus back', async () => {
    const { user } = await openScreen(api, '/tasks')
    const field = await screen.findByLabelText('What has to be done?')
    await user.click(field)
    await user.keyboard('{F1}')
    const help = within(await panel(en.title))
    expect(help.getByText(en.screen.tasks.for)).toBeVisible()
    expect(help.getByText(en.word.followUp.name)).toBeVisible()
    await waitFor(() => expect(help.getByRole('heading', { name: en.title })).toHaveFocus())
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByText(en.screen.tasks.for)).toBeNull())
    expect(field).toHaveFocus()
  })

  it('follows the screen, in French too, and leads to the keys', async () => {
    const { user, router } = await openScreen(api, '/markets', 'fr')
    await user.click(await screen.findByRole('button', { name: 'Aide' }))
    expect(await screen.findByText(fr.screen.markets.for)).toBeVisible()
    await router.navigate('/grants')
    expect(await screen.findByText(fr.screen.grants.for)).toBeVisible()
    await user.click(screen.getByRole('button', { name: fr.keys }))
    const keys = await dialogOf(fr.keys)
    expect(keys.getByText(fr.keyPlace.schedule)).toBeVisible()
    await user.keyboard('{Escape}')
    await noDialog()
  })
})

describe('the guided visit', () => {
  it('is not offered where there is no demo, and never begins unasked', async () => {
    await openScreen(api, '/')
    await screen.findByRole('heading', { level: 1 })
    expect(screen.queryByText(en.visit.offer)).toBeNull()
    expect(useVisit.getState().at).toBeNull()
  })

  it('goes step by step to where each job is done, and on where it was left', async () => {
    const { user, router } = await openScreen(api, '/tasks')
    await user.keyboard('{F1}')
    await user.click(await screen.findByRole('button', { name: en.visit.again }))
    expect(await screen.findByRole('heading', { name: en.visit.step.sign.title })).toBeVisible()
    await waitFor(() => expect(router.state.location.pathname).toBe('/'))
    let taken = 0
    screen.getByRole('main').addEventListener('focus', () => taken++)
    await user.click(screen.getByRole('button', { name: en.visit.next }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/missions'))
    // The panel reads out its own heading: the screen that it leads to leaves the focus there.
    expect(await screen.findByRole('heading', { level: 1, name: 'Missions' })).toBeVisible()
    const step = screen.getByRole('heading', { name: en.visit.step.mission.title })
    expect(step.closest('aside')).toContainElement(document.activeElement as HTMLElement)
    expect(taken).toBe(0)
    await user.click(await screen.findByRole('button', { name: en.visit.stop }))
    expect(useVisit.getState()).toMatchObject({ at: null, left: 1, answered: true })
    await user.keyboard('{F1}')
    await user.click(await screen.findByRole('button', { name: 'Go on with the visit (step 2)' }))
    expect(await screen.findByRole('heading', { name: en.visit.step.mission.title })).toBeVisible()
  })
})
