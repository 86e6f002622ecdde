import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMeetings } from '../../src/contract/meetings.ts'
import { listRequests } from '../../src/contract/requests.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { type MeetingWorld, meetingWorld } from '../support/meeting-world.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
let made: MeetingWorld
beforeAll(async () => {
  api = await startApi()
  made = await meetingWorld(api, {
    home: ['Nicox', 'Trophos'],
    partner: ['Kobe', 'Osaka', 'Sakai'],
    words: (side, index) => ({
      themes: index === 0 ? ['Oncology'] : [],
      offers: side === 'home' ? ['Assays'] : [],
      seeks: side === 'partner' && index === 2 ? ['assays'] : [],
    }),
  })
  const { slots, tables } = await made.schedule()
  const pair = (home: number, partner: number, slot: number) => ({
    aId: made.home[home]?.id ?? '',
    bId: made.partner[partner]?.id ?? '',
    slotId: slots[slot]?.id,
    tableId: tables[0]?.id,
  })
  const pairs = [pair(0, 0, 0), pair(0, 1, 2)]
  await api.call(createMeetings, { params: { id: made.mission.id }, body: { pairs } })
})
afterAll(() => api.stop())

const address = (view: string) => `/missions/${made.mission.id}/meetings?view=${view}`
async function flaws(): Promise<unknown[]> {
  const { violations } = await axe.run(document.body, {
    // jsdom neither lays out nor paints.
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])
}

describe('by participant', () => {
  it('shows each one’s day, with gaps and whom they meet', async () => {
    const { user } = await openScreen(api, address('companies'))
    const table = within(await screen.findByRole('table', { name: 'By participant' }))
    const row = table.getByRole('row', { name: /^Nicox/ })
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['2', '1', '0', 'Kobe', '', 'Osaka'])
    expect(await flaws()).toEqual([])
    await user.click(screen.getByText('Counterparts'))
    expect(await table.findByRole('row', { name: /^Kobe/ })).toBeVisible()
    expect(table.queryByRole('row', { name: /^Nicox/ })).toBeNull()
  })

  it('is in French for those who read French', async () => {
    await openScreen(api, address('companies'), 'fr')
    expect(await screen.findByRole('table', { name: 'Par participant' })).toBeVisible()
    expect(screen.getByRole('columnheader', { name: 'mer. 15 oct.' })).toBeVisible()
    await openScreen(api, address('companies'), 'en')
  })
})

describe('suggestions', () => {
  it('say what speaks for them, and become requests', async () => {
    const { user } = await openScreen(api, address('suggestions'))
    const table = within(await screen.findByRole('table', { name: 'Suggestions' }))
    const row = table.getByRole('row', { name: /Nicox.*Sakai/ })
    expect(row).toHaveTextContent(/assays/i)
    expect(await flaws()).toEqual([])
    await user.click(within(row).getByRole('checkbox', { name: 'Choose Nicox and Sakai' }))
    await user.click(screen.getByRole('button', { name: /^Take up 1 suggestion/ }))
    await waitFor(async () => {
      const { items } = await api.call(listRequests, { query: { mission: made.mission.id } })
      expect(items).toMatchObject([
        { from: { name: 'Nicox' }, to: { name: 'Sakai' }, wish: 'open', pair: 'pending' },
      ])
    })
    await waitFor(() => expect(table.queryByRole('row', { name: /Nicox.*Sakai/ })).toBeNull())
  })
})

describe('the other views', () => {
  it.each(['setup', 'requests', 'runs'])('%s passes axe', async (view) => {
    await openScreen(api, address(view))
    const landmark = {
      setup: () => screen.findByRole('region', { name: /^Days and slots/ }),
      requests: () => screen.findByRole('search'),
      runs: () => screen.findByText('No schedule kept yet'),
    }[view]
    expect(await landmark?.()).toBeVisible()
    expect(await flaws()).toEqual([])
  })

  it('a list of requests passes axe while it is being settled', async () => {
    const { user } = await openScreen(api, `${address('requests')}&dialog=import-requests`)
    await user.click(await screen.findByLabelText('Or paste here'))
    await user.paste('From\tTo\tWish\nNicox\tZeppelin\tperhaps so')
    await user.click(await screen.findByRole('button', { name: 'Check 1 row' }))
    expect(await screen.findByLabelText('Whom, row 2')).toBeInvalid()
    expect(await flaws()).toEqual([])
  })
})
