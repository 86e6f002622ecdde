import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMeeting } from '../../src/contract/meetings.ts'
import { enterRequests } from '../../src/contract/requests.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { section, seenBy, titled, write } from '../support/app-acts.ts'
import { type MeetingWorld, meetingWorld } from '../support/meeting-world.ts'
import { schedules } from '../support/schedule.ts'
import { openAgain, openScreen } from '../support/screen.tsx'

let api: TestApi
let made: MeetingWorld
let id: string
beforeAll(async () => {
  api = await startApi()
  made = await meetingWorld(api, {
    home: ['Nicox'],
    partner: ['Kobe', 'Osaka', 'Sakai'],
    starts: ['09:00', '09:30'],
    tables: 1,
    agreed: [
      [0, 0],
      [0, 1],
    ],
  })
  const asked = { fromId: made.partner[2]?.id ?? '', toId: made.home[0]?.id ?? '', wish: 'must' as const }
  await api.call(enterRequests, { params: { id: made.mission.id }, body: { requests: [asked] } })
  const { meetings, slots, tables } = await made.schedule()
  id = meetings.find(({ bId }) => bId === made.partner[0]?.id)?.id ?? ''
  const place = { slotId: slots[0]?.id, tableId: tables[0]?.id }
  await schedules(api).move(made.mission.id, id, place)
})
afterAll(() => api.stop())

const read = () => api.call(readMeeting, { params: { id } })
async function flaws(): Promise<unknown[]> {
  const { violations } = await axe.run(document.body, {
    // jsdom neither lays out nor paints.
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html.slice(0, 200))])
}

describe('the page of a meeting', () => {
  it('says who meets, when and where on both clocks, and leads back to the grid', async () => {
    await openScreen(api, `/missions/meetings/${id}`)
    await titled('Nicox – Kobe')
    const facts = await section('Who meets')
    expect(facts.getByRole('link', { name: 'Nicox' })).toBeVisible()
    const where = facts.getByText('When and where').closest('div')
    expect(where).toHaveTextContent(/09:00.*02:00.* · Table 1$/)
    expect(screen.getByRole('link', { name: 'Meetings of Bio-Japan' })).toHaveAttribute(
      'href',
      expect.stringMatching(new RegExp(`^/missions/${made.mission.id}/meetings`)),
    )
    expect(await flaws()).toEqual([])
  })

  it('keeps what is typed through a reload, saves it, and shows what was recorded', async () => {
    const { user } = await openScreen(api, `/missions/meetings/${id}`)
    await write(user, await screen.findByRole('textbox', { name: 'What was said' }), 'Trial in spring')
    openAgain(`/missions/meetings/${id}`)
    expect(await screen.findByRole('textbox', { name: 'What was said' })).toHaveValue('Trial in spring')
    await user.click(screen.getByRole('button', { name: 'Keep' }))
    await waitFor(async () => expect(await read()).toMatchObject({ remark: 'Trial in spring' }))
    const outcome = screen.getByRole('radiogroup', { name: 'What became of it' })
    await user.click(within(outcome).getByText('Held'))
    await user.click(await screen.findByRole('combobox', { name: 'How useful' }))
    await user.click(await screen.findByRole('option', { name: 'Insufficient interest' }))
    await waitFor(async () => expect(await read()).toMatchObject({ rating: 'insufficient_interest' }))
    await openScreen(seenBy(api, viewer), `/missions/meetings/${id}`)
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'How useful' })).toBeDisabled())
    expect(screen.getByRole('textbox', { name: 'What was said' })).toHaveAttribute('readonly')
  })
})

describe('the page of a participant', () => {
  it('lists its meetings, what is agreed without a slot, and requests without a meeting', async () => {
    await openScreen(api, `/missions/participations/${made.home[0]?.id}`)
    await titled('Nicox')
    const list = await section(/^Meetings/)
    const link = await list.findByRole('link', { name: 'Kobe' })
    expect(within(link.closest('li') as HTMLElement).getByText(/09:00/)).toBeVisible()
    expect(list.getByText('agreed, not in a slot yet')).toBeVisible()
    expect(list.getByText('Requests without a meeting')).toBeVisible()
    expect(list.getByText(/they must meet/)).toBeVisible()
    expect(await flaws()).toEqual([])
  })
})
