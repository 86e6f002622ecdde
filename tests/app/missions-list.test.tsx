import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelMission, missionRecords } from '../../src/contract/missions.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf, toastSaying, write } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
const ids: Record<string, string> = {}
beforeAll(async () => {
  api = await startApi()
  const make = makers(api)
  const cluster = await make.organisation({ name: 'Lyonbiopôle' })
  const japan = await make.market({ name: 'Japan', country: 'JP' })
  const add = async (fields: Parameters<typeof make.mission>[0]) => {
    const mission = await make.mission(fields)
    ids[mission.title] = mission.id
    return mission
  }
  await add({
    title: 'Bio-Japan 2008',
    kind: 'trade_fair',
    starts: '2008-10-15',
    ends: '2008-10-17',
    town: 'Yokohama',
    country: 'JP',
    latitude: 35.458,
    longitude: 139.636,
    capacity: 12,
    stage: 'preparing',
    template: true,
    bodies: [{ organisationId: cluster.id, role: 'lead' }],
  })
  await add({
    title: 'Joint seminars',
    kind: 'seminar',
    starts: '2008',
    stage: 'planned',
    marketId: japan.id,
  })
  await add({ title: 'Training in Lyon', kind: 'training', starts: '2008-09-09', ends: '2008-09-18' })
  await add({ title: 'Foreign experts', kind: 'expert_visit' })
  const off = await add({ title: 'BIO San Diego', kind: 'trade_fair', starts: '2008-06-17' })
  await api.call(
    cancelMission,
    { params: { id: off.id }, body: { on: '2008-05-02', reason: 'Too few' } },
    { version: off.version },
  )
})
afterAll(() => api.stop())

const rowOf = async (title: string) => {
  const link = await screen.findByRole('link', { name: title })
  return within(link.closest('tr') as HTMLElement)
}

describe('the table of missions', () => {
  it('shows when and where each is, how it stands, and what is late', async () => {
    await openScreen(api, '/missions')
    const row = await rowOf('Bio-Japan 2008')
    expect(row.getByText('In preparation')).toBeVisible()
    expect(row.getByText('15–17 Oct 2008')).toBeVisible()
    expect(row.getByText('Yokohama, Japan')).toBeVisible()
    expect(row.getByText('Lyonbiopôle')).toBeVisible()
    expect(row.getByText('0 of 12')).toBeVisible()
    expect(row.getByText(/^0 of 15/)).toHaveTextContent('8 late')
    expect((await rowOf('Training in Lyon')).getByText('Under way')).toBeVisible()
  })

  it('narrows by kind and by dates, and the address holds it', async () => {
    const { user, router } = await openScreen(api, '/missions')
    await rowOf('Bio-Japan 2008')
    await user.click(screen.getByRole('button', { name: 'Dates' }))
    await write(user, await screen.findByRole('textbox', { name: 'From' }), '1 October 2008')
    await write(user, screen.getByRole('textbox', { name: 'Until' }), '31 October 2008')
    await waitFor(() => expect(router.state.location.search).toBe('?from=2008-10-01&to=2008-10-31'))
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Training in Lyon' })).toBeNull())
    // A mission known by its year only may fall into the days asked for.
    expect(screen.getByRole('link', { name: 'Joint seminars' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Bio-Japan 2008' })).toBeVisible()
  })

  it('says what the screen is for while there is nothing', async () => {
    const empty = await startApi()
    try {
      await openScreen(empty, '/missions')
      expect(await screen.findByText('No missions yet')).toBeVisible()
    } finally {
      await empty.stop()
    }
  })
})

describe('the board', () => {
  const moveTo = async (title: string, column: string) => {
    const { user } = await openScreen(api, '/missions?view=board')
    await user.click(await screen.findByRole('button', { name: `Move “${title}” to…` }))
    return { user, item: await screen.findByRole('menuitem', { name: new RegExp(`^${column}`) }) }
  }
  const read = (title: string) => api.call(missionRecords.read, { params: { id: ids[title] ?? '' } })

  it('moves a mission along its stages', async () => {
    const { user, item } = await moveTo('Joint seminars', 'In preparation')
    await user.click(item)
    await toastSaying('“Joint seminars” is now: In preparation')
    expect(await read('Joint seminars')).toMatchObject({ stage: 'preparing', status: 'preparing' })
    const column = within(screen.getByRole('region', { name: /In preparation/ }))
    expect(column.getByRole('link', { name: 'Joint seminars' })).toBeVisible()
  })

  it('refuses what the dates decide, and says why', async () => {
    const { user, item } = await moveTo('Bio-Japan 2008', 'Under way')
    expect(item).toHaveAttribute('aria-disabled', 'true')
    expect(item).toHaveTextContent(/The dates decide here/)
    await user.click(item)
    await toastSaying(/“Bio-Japan 2008” stays where it is\. The dates decide here/)
    expect(await read('Bio-Japan 2008')).toMatchObject({ status: 'preparing', version: 1 })
  })

  it('refuses to move what was cancelled, with the reason', async () => {
    const { item } = await moveTo('BIO San Diego', 'Planned')
    expect(item).toHaveAttribute('aria-disabled', 'true')
    expect(item).toHaveTextContent(/cancelled on 2 May 2008/)
  })

  it('asks for the reason before it cancels', async () => {
    const { user, item } = await moveTo('Foreign experts', 'Cancelled')
    await user.click(item)
    const dialog = await dialogOf('Cancel the mission')
    await write(user, await dialog.findByRole('textbox', { name: 'Reason' }), 'No visa in time')
    await user.click(dialog.getByRole('button', { name: 'Cancel the mission' }))
    await toastSaying('“Foreign experts” is cancelled.')
    expect(await read('Foreign experts')).toMatchObject({
      status: 'cancelled',
      cancelledReason: 'No visa in time',
    })
  })
})

describe('the calendar', () => {
  it('opens on the month of the as-of day, and names what has no day yet beside it', async () => {
    await openScreen(api, '/missions?view=calendar')
    const grid = await screen.findByRole('grid', { name: 'September 2008' })
    expect(within(grid).getByRole('gridcell', { current: 'date' })).toHaveTextContent('15 September 2008')
    expect((await within(grid).findAllByRole('link', { name: /Training in Lyon/ })).length).toBe(2)
    const beside = within(await screen.findByRole('region', { name: 'Sometime in 2008' }))
    expect(beside.getByRole('link', { name: 'Joint seminars' })).toBeVisible()
  })

  it('is walked through by keyboard, over the end of the month, into a day and out of it', async () => {
    const { user, router } = await openScreen(api, '/missions?view=calendar&at=2008-10')
    const grid = within(await screen.findByRole('grid', { name: 'October 2008' }))
    await grid.findByRole('link', { name: /Bio-Japan 2008/ })
    const first = grid.getByRole('gridcell', { name: /Wednesday,? 1 October 2008/ })
    first.focus()
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(document.activeElement).toHaveAttribute('data-day', '2008-10-15')
    await user.keyboard('{Enter}')
    expect(grid.getByRole('link', { name: /Bio-Japan 2008/ })).toHaveFocus()
    await user.keyboard('{Escape}{End}')
    expect(document.activeElement).toHaveAttribute('data-day', '2008-10-19')
    await user.keyboard('{PageDown}')
    expect(await screen.findByRole('grid', { name: 'November 2008' })).toBeVisible()
    expect(router.state.location.search).toBe('?view=calendar&at=2008-11')
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-day', '2008-11-19'))
    await user.keyboard('{Enter}')
    expect((await dialogOf('New mission')).getByRole('textbox', { name: 'First day' })).toHaveValue(
      '19 Nov 2008',
    )
  })

  it('shows a year in twelve months', async () => {
    await openScreen(api, '/missions?view=calendar&at=2008')
    const october = within(await screen.findByRole('region', { name: 'October 2008' }))
    expect(await october.findByRole('link', { name: 'Bio-Japan 2008' })).toBeVisible()
    expect(october.getByRole('link', { name: 'October 2008' })).toHaveAttribute(
      'href',
      '/missions?view=calendar&at=2008-10',
    )
  })
})

describe('the map', () => {
  it('has the same missions as a list by place, to which its marks lead', async () => {
    const { user } = await openScreen(api, '/missions?view=map')
    const place = await screen.findByRole('region', { name: 'Yokohama, Japan' })
    // Of the seminars only the market's country is known.
    const japan = screen.getByRole('region', { name: 'Japan' })
    expect(await within(japan).findByRole('link', { name: 'Joint seminars' })).toBeVisible()
    expect(screen.getByRole('region', { name: 'Without a place' })).toHaveTextContent('Foreign experts')
    const map = within(screen.getByRole('region', { name: 'Missions on the map' }))
    const together = map.getByRole('button', { name: /Yokohama, Japan.*2/ })
    await user.click(together)
    await user.click(await map.findByRole('button', { name: 'Yokohama, Japan: 1' }))
    expect(within(place).getByRole('link', { name: 'Bio-Japan 2008' })).toHaveFocus()
  })
})

describe('in French', () => {
  it('has every word of the views', async () => {
    await openScreen(api, '/missions', 'fr')
    const row = await rowOf('Bio-Japan 2008')
    expect(row.getByText('En préparation')).toBeVisible()
    expect(row.getByText('15–17 oct. 2008')).toBeVisible()
    await openScreen(api, '/missions?view=calendar&at=2008-10', 'fr')
    expect(await screen.findByRole('grid', { name: 'octobre 2008' })).toBeVisible()
    expect(await screen.findByRole('heading', { name: 'Au cours de 2008' })).toBeVisible()
    await openScreen(api, '/missions?view=map', 'fr')
    expect(await screen.findByRole('region', { name: 'Yokohama, Japon' })).toBeVisible()
  })
})
