import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rightToEnter } from '../../src/components/rooms.ts'
import { type Role, rightsOf } from '../../src/domain/rights.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, seenBy, titled } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { wholeMission } from '../support/mission-whole.ts'
import { openAs as openAsActor, somebody } from '../support/roles.tsx'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
const ids = { partner: '', person: '' }
beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  const partner = await make.organisation({ name: 'Kansai Council', kinds: ['partner'] })
  const cluster = await make.organisation({ name: 'Lyonbiopôle' })
  await make.agreement({
    title: 'With Kansai',
    parties: [
      { organisationId: cluster.id, side: 'home' },
      { organisationId: partner.id, side: 'partner' },
    ],
  })
  await wholeMission(api, { bodies: [{ organisationId: partner.id, role: 'host' }] })
  const person = await make.person({ familyName: 'Secretary', at: cluster.id })
  Object.assign(ids, { partner: partner.id, person: person.id })
})
afterAll(() => api.stop())

const actor = (role: Role) => somebody(role, ids.partner)
const openAs = (role: Role, path: string) => openAsActor(api, actor(role), path)

const rooms = [
  ...['/', '/agreements', '/missions', '/companies', '/grants', '/clusters', '/markets', '/partners'],
  ...['/people', '/tasks', '/reports', '/indicators', '/matrix', '/acting', '/history', '/bin', '/access'],
  ...[
    '/alliances',
    '/people/due',
    '/duplicates',
    '/import',
    '/settings',
    '/settings/rates',
    '/settings/audit',
  ],
  ...['/settings/webhooks', '/settings/tokens'],
]
const entered = (role: Role, path: string) =>
  rightsOf(actor(role).appointments ?? []).includes(rightToEnter(path))
const places = () =>
  within(within(screen.getByRole('navigation', { name: 'Main' })).getByRole('list'))
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'))

it('leads who has no role nowhere, and lets them sign out', async () => {
  await openAsActor(api, { ...actor('viewer'), appointments: [] }, '/')
  expect(screen.getByRole('heading', { level: 1, name: 'This is not open to you' })).toBeVisible()
  expect(within(screen.getByRole('main')).getByRole('button', { name: 'Sign out' })).toBeVisible()
  expect(within(screen.getByRole('navigation', { name: 'Main' })).queryAllByRole('listitem')).toEqual([])
  expect(screen.queryByRole('button', { name: 'New' })).toBeNull()
})

describe.each(['viewer', 'guest'] as const)('a %s', (role) => {
  it('is led to the rooms that they may enter, and to no other', async () => {
    await openAs(role, '/agreements')
    const led = places()
    expect(led).toContain('/agreements')
    expect(led.filter((path) => !entered(role, path ?? ''))).toEqual([])
    expect(screen.queryByRole('button', { name: 'New' })).toBeNull()
  })

  it('is offered no other by the palette, and begins nothing there', async () => {
    const { user, refused } = await openAs(role, '/missions')
    refused.length = 0
    await user.keyboard('{Control>}k{/Control}')
    const dialog = await dialogOf('Search and commands')
    await dialog.findByRole('option', { name: 'Go to Agreements' })
    const offered = dialog.getAllByRole('option').map((option) => option.textContent)
    expect(offered).not.toContain('Go to Grants')
    expect(offered).not.toContain('Go to Bin')
    expect(offered.filter((name) => /^New|Log a signature|Import/.test(name ?? ''))).toEqual([])
    await user.paste('Secretary')
    await waitFor(() => expect(dialog.queryByRole('progressbar')).toBeNull())
    expect(refused).toEqual([])
    await user.clear(dialog.getByRole('combobox'))
    await user.paste('Zanzibar')
    const status = within(dialog.getByRole('status'))
    await status.findByText('Nothing found for “Zanzibar”')
    expect(status.queryByText(/can’t be searched with your role/) !== null).toBe(role === 'guest')
    expect(status.queryByText(/Deleted records are in the bin/) !== null).toBe(role !== 'guest')
  })

  it.each(rooms.filter((path) => path !== '/'))(
    'at %s sees it, or that it is not open to them',
    async (path) => {
      const { refused } = await openAs(role, path)
      if (entered(role, path)) {
        expect(refused).toEqual([])
        expect(screen.queryByRole('alert')).toBeNull()
      } else {
        expect(await titled('This is not open to you')).toBeVisible()
        expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
      }
    },
  )
})

it('a guest begins with the agreements', async () => {
  const { router } = await openAs('guest', '/')
  await titled('Agreements')
  expect(router.state.location.pathname).toBe('/agreements')
})

it('a guest begins with the agreements where the overview is refused before it is known who asks', async () => {
  const seen = seenBy(api, actor('guest'))
  let refuse: () => void = () => {}
  const refused = new Promise<void>((resolve) => {
    refuse = resolve
  })
  let tell: () => void = () => {}
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  const { router } = await openScreen(
    {
      ...seen,
      fetch: async (request) => {
        const { pathname } = new URL(request.url)
        if (pathname === '/api/session') await told
        const answer = await seen.fetch(request)
        if (pathname === '/api/overview') refuse()
        return answer
      },
    },
    '/',
  )
  await refused
  expect(await titled('Overview')).toBeVisible()
  tell()
  await titled('Agreements')
  expect(router.state.location.pathname).toBe('/agreements')
})

it('a guest is told at a record’s address that it is not open to them', async () => {
  await openAs('guest', `/people/${ids.person}`)
  expect(await titled('This is not open to you')).toBeVisible()
  const main = within(screen.getByRole('main'))
  expect(main.getByRole('link', { name: 'Agreements' })).toHaveAttribute('href', '/agreements')
})
