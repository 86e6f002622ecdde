import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateTask } from '../../src/contract/dossier.ts'
import { createExpense } from '../../src/contract/expenses.ts'
import { recordMeeting } from '../../src/contract/meetings.ts'
import { createOutcome, readResults } from '../../src/contract/outcomes.ts'
import { enterRequests } from '../../src/contract/requests.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { dialogOf, noDialog, section, seenBy, toastSaying, type User, write } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { type MeetingWorld, meetingWorld } from '../support/meeting-world.ts'
import { schedules } from '../support/schedule.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
beforeAll(async () => {
  api = await startApi({ clock: '2008-10-20' })
})
afterAll(() => api.stop())

let worlds = 0
/** Four pairs asked, three agreed, two have a slot, one of which was held and useful. */
async function world(): Promise<MeetingWorld> {
  const n = ++worlds
  const named = (names: string[]) => names.map((name) => `${name} ${n}`)
  const made = await meetingWorld(api, {
    home: named(['Nicox', 'Trophos']),
    partner: named(['Kobe', 'Osaka']),
    starts: ['09:00', '09:30'],
    tables: 1,
    agreed: [
      [0, 0],
      [1, 1],
      [0, 1],
    ],
  })
  const asked = { fromId: made.home[1]?.id ?? '', toId: made.partner[0]?.id ?? '' }
  await api.call(enterRequests, { params: { id: made.mission.id }, body: { requests: [asked] } })
  const { meetings, slots, tables } = await made.schedule()
  const on = schedules(api)
  for (const index of [0, 1]) {
    const meeting = meetings.find(
      ({ aId, bId }) => aId === made.home[index]?.id && bId === made.partner[index]?.id,
    )
    const place = { slotId: slots[index]?.id, tableId: tables[0]?.id }
    await on.move(made.mission.id, meeting?.id ?? '', place)
    if (index === 0) {
      const body = { state: 'held' as const, rating: 'informative' as const }
      await api.call(recordMeeting, { params: { id: meeting?.id ?? '' }, body })
    }
  }
  return made
}

const address = ({ mission }: MeetingWorld) => `/missions/${mission.id}/results`
const resultsOf = ({ mission }: MeetingWorld) =>
  api.call(readResults, { params: { id: mission.id }, query: {} })
const nameOf = (made: MeetingWorld, side: 'home' | 'partner', index: number) =>
  made[side][index]?.organisation.name ?? ''

describe('from request to result', () => {
  it('counts each step beside what is known from elsewhere, and opens what it counts', async () => {
    const made = await world()
    const { user } = await openScreen(api, address(made))
    const funnel = await section('From request to result')
    const rows = funnel
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent?.replace(/\. Show what “.*?” counts/, ''))
    expect(rows).toEqual([
      'Requested 4',
      'Accepted 375% of requested',
      'Scheduled 267% of accepted',
      'Held 133% of accepted · elsewhere 75%',
      'Useful 1100% of held',
      'With an outcome 00% of useful',
    ])
    expect(
      funnel.getByTitle('At a European brokerage event 55 of 73 accepted meetings were held.'),
    ).toBeVisible()
    await user.click(funnel.getByRole('button', { name: /^Held 1\./ }))
    const link = `${nameOf(made, 'home', 0)} – ${nameOf(made, 'partner', 0)}`
    expect(await funnel.findByRole('link', { name: link })).toHaveAttribute(
      'href',
      expect.stringContaining('/missions/meetings/'),
    )
    expect(funnel.getByRole('button', { name: /^With an outcome 0\./ })).toBeDisabled()
    const { violations } = await axe.run(document.body, {
      // jsdom neither lays out nor paints.
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])).toEqual([])
  })

  it('is told by cluster, with the ratings', async () => {
    const made = await world()
    const { user } = await openScreen(api, address(made))
    const table = within((await section('By cluster')).getByRole('table'))
    const [, row] = table.getAllByRole('row')
    expect(
      within(row as HTMLElement)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['2', '0', '2', '1', '0'])
    const ratings = await section('Ratings')
    const rated = ratings.getByRole('button', { name: /^Informative 1\./ })
    const link = `${nameOf(made, 'home', 0)} – ${nameOf(made, 'partner', 0)}`
    await user.click(rated)
    expect(await ratings.findByRole('link', { name: link })).toBeVisible()
    await user.click(table.getByRole('button', { name: 'Companies: 2. Show what it counts' }))
    expect(await table.findByRole('link', { name: nameOf(made, 'home', 1) })).toBeVisible()
    await user.click(table.getByRole('button', { name: 'Held: 1. Show what it counts' }))
    expect(await table.findByRole('link', { name: link })).toBeVisible()
  })
})

const pick = async (user: User, label: string, option: string | RegExp) => {
  const dialog = await dialogOf(/outcome/)
  await user.click(dialog.getByRole('combobox', { name: label }))
  await user.click(await screen.findByRole('option', { name: option }))
}

describe('outcomes', () => {
  it('name the meeting that they come of, which fills in who met', async () => {
    const made = await world()
    const { user } = await openScreen(api, address(made))
    await user.click(await screen.findByRole('button', { name: 'Record an outcome' }))
    const [a, b] = [nameOf(made, 'home', 0), nameOf(made, 'partner', 0)]
    const dialog = await dialogOf('Record an outcome')
    await write(user, dialog.getByRole('textbox', { name: 'What came of it' }), 'Joint assay')
    await pick(user, 'Kind', 'R&D project')
    await pick(user, 'Meeting that led to it', new RegExp(`^${a} – ${b}`))
    await write(user, dialog.getByRole('textbox', { name: 'When' }), 'Nov 2008')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await noDialog()
    const { outcomes } = await resultsOf(made)
    // It is dated after the day that all is seen from.
    expect(outcomes).toEqual([])
    const later = await api.call(readResults, {
      params: { id: made.mission.id },
      query: { asOf: '2008-12-01' },
    })
    expect(later.outcomes).toMatchObject([
      { title: 'Joint assay', kind: 'rd_project', companies: [{ name: a }], counterpart: { name: b } },
    ])
    expect(later.funnel.at(-1)).toMatchObject({ step: 'outcome', count: 1 })
  })

  it('are confirmed, changed and deleted, and deleting is undone', async () => {
    const made = await world()
    const params = { id: made.mission.id }
    await api.call(createOutcome, { params, body: { kind: 'lead', title: 'Talks' } })
    const { user } = await openScreen(api, address(made))
    const act = async (what: string) => {
      await user.click(await screen.findByRole('button', { name: 'What to do with “Talks”' }))
      await user.click(await screen.findByRole('menuitem', { name: what }))
    }
    expect(await screen.findByText(/Not confirmed by the company/)).toBeVisible()
    await act('Confirmed today')
    expect(await screen.findByText(/Confirmed by the company on 20 Oct 2008/)).toBeVisible()
    await act('Edit')
    const dialog = await dialogOf('Change the outcome')
    await write(user, dialog.getByRole('textbox', { name: 'Value' }), '12 500')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await noDialog()
    expect(await screen.findByText('Worth €12,500.00')).toBeVisible()
    await act('Delete')
    await waitFor(async () => expect((await resultsOf(made)).outcomes).toEqual([]))
    await user.click((await toastSaying('Outcome deleted')).getByRole('button', { name: 'Undo' }))
    await waitFor(async () =>
      expect((await resultsOf(made)).outcomes).toMatchObject([
        { title: 'Talks', confirmedOn: '2008-10-20', value: { minor: 1_250_000, currency: 'EUR' } },
      ]),
    )
  })
})

describe('following up', () => {
  it('asks each company 3, 6 and 12 months later, once, and shows who has been asked', async () => {
    const made = await world()
    const { user } = await openScreen(api, address(made))
    const part = await section('Follow-up')
    await user.click(part.getByRole('button', { name: 'Plan the follow-up' }))
    await toastSaying('6 tasks added')
    const rowOf = async () => {
      const link = await part.findByRole('link', { name: nameOf(made, 'home', 0) })
      return within(link.closest('tr') as HTMLElement)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent)
    }
    expect(await rowOf()).toEqual(['15 Jan 2009', '15 Apr 2009', '15 Oct 2009'])
    await user.click(part.getByRole('button', { name: 'Plan the follow-up' }))
    await toastSaying('0 tasks added')
    const { followUp } = await resultsOf(made)
    expect(followUp).toHaveLength(6)
    const first = followUp.find(
      ({ months, participationId }) => months === 3 && participationId === made.home[0]?.id,
    )
    await api.call(
      updateTask,
      { params: { id: first?.taskId ?? '' }, body: { doneOn: '2008-10-20' } },
      { version: 1 },
    )
    await openScreen(api, address(made))
    expect(await screen.findByText(/20 Oct 2008/, { selector: 'td *' })).toBeVisible()
  })

  it('says why it can’t be planned', async () => {
    const undated = await makers(api).mission({ title: 'Some day' })
    await openScreen(api, `/missions/${undated.id}/results`)
    const plan = await screen.findByRole('button', { name: 'Plan the follow-up' })
    await waitFor(() => expect(plan).toHaveAttribute('aria-disabled', 'true'))
    expect(plan).toHaveAccessibleDescription(/date|day/i)
    const made = await world()
    await openScreen(seenBy(api, viewer), address(made))
    const add = await screen.findByRole('button', { name: 'Record an outcome' })
    await waitFor(() => expect(add).toHaveAttribute('aria-disabled', 'true'))
  })
})

describe('what it cost', () => {
  it('stands beside what was held, and opens the expenses', async () => {
    const made = await world()
    await openScreen(api, address(made))
    const part = await section('Cost')
    expect(part.getByText(/^No expense names this mission yet/)).toBeVisible()
    const missionId = made.mission.id
    const flights = { title: 'Flights to Osaka', amount: { minor: 123_456, currency: 'EUR' }, missionId }
    await api.call(createExpense, { body: { ...flights, paidOn: '2008-10-01' } })
    const { router, user } = await openScreen(api, address(made))
    const now = await section(/^Cost/)
    expect(await now.findByText(/Paid: €1,234\.56.*€1,234\.56 for the one meeting held/)).toBeVisible()
    await user.click(await now.findByRole('link', { name: 'Flights to Osaka' }))
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/grants\/expenses\//))
  })
})

it('is in French for those who read French', async () => {
  const made = await world()
  await openScreen(api, address(made), 'fr')
  expect(await screen.findByRole('region', { name: 'De la demande au résultat' })).toBeVisible()
  await openScreen(api, address(made), 'en')
})
