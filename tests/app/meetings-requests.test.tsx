import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMeetings } from '../../src/contract/meetings.ts'
import { enterRequests, listRequests, updateRequest } from '../../src/contract/requests.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { dialogOf } from '../support/app-acts.ts'
import { type MeetingWorld, meetingWorld } from '../support/meeting-world.ts'
import { openAgain, openScreen } from '../support/screen.tsx'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

let worlds = 0
/** Three companies and three counterparts who asked for nothing yet. */
function world(): Promise<MeetingWorld> {
  const number = ++worlds
  return meetingWorld(api, {
    home: [`Domain Thérapeutique ${number} SAS`, `Nicox ${number}`, `Trophos ${number}`],
    partner: [`Kyoto Bio Instruments ${number}`, `Kobe Cell Works ${number}`, `Sakai Chem ${number}`],
  })
}
const address = ({ mission }: MeetingWorld, more = '') =>
  `/missions/${mission.id}/meetings?view=requests${more}`
const held = async ({ mission }: MeetingWorld) =>
  (await api.call(listRequests, { query: { mission: mission.id, sort: 'from' } })).items
const nameOf = (made: MeetingWorld, side: 'home' | 'partner', at: number) =>
  made[side][at]?.organisation.name ?? '?'

describe('requests', () => {
  it('are entered for one who asks to meet several', async () => {
    const made = await world()
    const { user } = await openScreen(api, address(made))
    await user.click((await screen.findAllByRole('button', { name: 'New request' }))[0] as HTMLElement)
    const form = within(screen.getByRole('form', { name: 'New request' }))
    await user.click(form.getByLabelText('Who asks'))
    await user.click(await screen.findByRole('option', { name: nameOf(made, 'home', 1) }))
    await user.type(form.getByLabelText('Whom'), 'KYOTO')
    await user.click(await screen.findByRole('option', { name: nameOf(made, 'partner', 0) }))
    await user.clear(form.getByLabelText('Whom'))
    await user.click(await screen.findByRole('option', { name: nameOf(made, 'partner', 2) }))
    await user.click(form.getByText('Must'))
    await user.click(form.getByRole('button', { name: 'Enter 2 requests' }))
    expect(await screen.findByText('Entered 2, changed 0, unchanged 0.')).toBeVisible()
    expect((await held(made)).map(({ from, to, wish, pair }) => [from.name, to.name, wish, pair])).toEqual([
      [nameOf(made, 'home', 1), nameOf(made, 'partner', 0), 'must', 'pending'],
      [nameOf(made, 'home', 1), nameOf(made, 'partner', 2), 'must', 'pending'],
    ])
  })

  it('say which meetings they took off the grid', async () => {
    const made = await world()
    const { slots, tables } = await made.schedule()
    const two = { aId: made.home[1]?.id ?? '', bId: made.partner[2]?.id ?? '' }
    const place = { slotId: slots[0]?.id ?? '', tableId: tables[0]?.id ?? '' }
    const body = { pairs: [{ ...two, ...place }] }
    await api.call(createMeetings, { params: { id: made.mission.id }, body })
    const { user } = await openScreen(api, address(made))
    await user.click((await screen.findAllByRole('button', { name: 'New request' }))[0] as HTMLElement)
    const form = within(screen.getByRole('form', { name: 'New request' }))
    await user.click(form.getByLabelText('Who asks'))
    await user.click(await screen.findByRole('option', { name: nameOf(made, 'home', 1) }))
    await user.click(form.getByLabelText('Whom'))
    await user.click(await screen.findByRole('option', { name: nameOf(made, 'partner', 2) }))
    await user.click(form.getByRole('button', { name: 'Enter 1 request' }))
    expect(
      await screen.findByText(
        'Entered 1, changed 0, unchanged 0. 1 meeting lost its slot, as the two don’t agree any more.',
      ),
    ).toBeVisible()
  })

  it('say so too where one is refused in place', async () => {
    const made = await world()
    const pair = { fromId: made.home[0]?.id ?? '', toId: made.partner[0]?.id ?? '' }
    const params = { id: made.mission.id }
    await api.call(enterRequests, { params, body: { requests: [pair] } })
    const [request] = await held(made)
    // Agreed first, so that it can be put on the grid.
    const accepted = await api.call(
      updateRequest,
      { params: { id: request?.id ?? '' }, body: { answer: 'accepted' } },
      { version: 1 },
    )
    const { slots, tables } = await made.schedule()
    const place = { slotId: slots[0]?.id, tableId: tables[0]?.id }
    const pairs = [{ aId: pair.fromId, bId: pair.toId, ...place }]
    await api.call(createMeetings, { params, body: { pairs } })
    const { user } = await openScreen(api, `${address(made)}&dialog=request&request=${accepted.id}`)
    const dialog = await dialogOf(`${nameOf(made, 'home', 0)} → ${nameOf(made, 'partner', 0)}`)
    await user.click(dialog.getByText('Declined'))
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(
      await screen.findByText(/1 meeting lost its slot, as the two don’t agree any more\.$/),
    ).toBeVisible()
    expect((await made.schedule()).meetings[0]?.slotId).toBeNull()
  })

  it('are answered in place, one by one or together, and vetoed', async () => {
    const made = await world()
    const requests = [0, 1, 2].map((at) => ({
      fromId: made.home[0]?.id ?? '',
      toId: made.partner[at]?.id ?? '',
    }))
    await api.call(enterRequests, { params: { id: made.mission.id }, body: { requests } })
    const { user } = await openScreen(api, address(made))
    const pair = (at: number) => `${nameOf(made, 'home', 0)} → ${nameOf(made, 'partner', at)}`
    await user.click(await screen.findByRole('button', { name: `Accept: ${pair(0)}` }))
    expect(await screen.findByText(`${nameOf(made, 'partner', 0)} accepted.`)).toBeVisible()
    const rowOf = (at: number) =>
      within(screen.getByRole('checkbox', { name: `Select ${pair(at)}` }).closest('tr') as HTMLElement)
    expect(await rowOf(0).findByText('Agreed')).toBeVisible()

    await user.click(screen.getByRole('checkbox', { name: `Select ${pair(1)}` }))
    await user.click(screen.getByRole('checkbox', { name: `Select ${pair(2)}` }))
    const bulk = within(screen.getByRole('toolbar', { name: 'Actions on the selection' }))
    await user.click(bulk.getByRole('button', { name: 'Accept' }))
    await waitFor(async () => expect((await held(made)).every(({ pair }) => pair === 'agreed')).toBe(true))

    await user.click(await screen.findByRole('checkbox', { name: `Select ${pair(2)}` }))
    await user.click(
      within(screen.getByRole('toolbar', { name: 'Actions on the selection' })).getByText('Veto'),
    )
    await waitFor(async () =>
      expect((await held(made)).filter(({ pair }) => pair === 'vetoed')).toHaveLength(2),
    )
  })
})

it('asks for no answer where both asked, nor where one of them never will', async () => {
  const made = await world()
  const [a, b] = [made.home[0]?.id ?? '', made.home[1]?.id ?? '']
  const [x, y] = [made.partner[0]?.id ?? '', made.partner[1]?.id ?? '']
  const requests = [
    { fromId: a, toId: x },
    { fromId: x, toId: a },
    { fromId: b, toId: y },
    { fromId: y, toId: b, wish: 'never' as const },
  ]
  await api.call(enterRequests, { params: { id: made.mission.id }, body: { requests } })
  await openScreen(api, address(made))
  expect(await screen.findAllByText('Asked too')).toHaveLength(2)
  expect(screen.getAllByText('Needs none')).toHaveLength(2)
  expect(screen.queryByRole('button', { name: /^Accept: / })).toBeNull()
})

describe('a list of requests', () => {
  it('is read, unknown names are settled in the grid, and nothing is lost on the way', async () => {
    const made = await world()
    const n = worlds
    const { user } = await openScreen(api, address(made, '&dialog=import-requests'))
    const csv = [
      'Société;Souhaite rencontrer;Priorité;Commentaires',
      `domain therapeutique ${n};KYOTO BIO INSTRUMENTS ${n} Co. Ltd.;indispensable;veut voir l’essai`,
      `Nicox ${n};Kobe Cell ${n};souhaité;`,
      `Nicox ${n};Zeppelin;souhaité;qui est-ce ?`,
      `Trophos ${n};Kobe Cell ${n};parfois;`,
    ].join('\n')
    // Latin letters, as a French spreadsheet writes them.
    const bytes = Uint8Array.from(csv.replaceAll('’', "'"), (letter) => letter.charCodeAt(0))
    await user.upload(
      await screen.findByLabelText('Choose a file', { selector: 'input' }),
      new File([bytes], 'souhaits.csv'),
    )
    expect(await screen.findByLabelText('Encoding of the file')).toHaveValue('windows-1252')
    expect(await screen.findByLabelText('Whom')).toHaveDisplayValue('Souhaite rencontrer')
    await user.click(screen.getByRole('button', { name: 'Check 4 rows' }))
    expect(await screen.findByText('1 request ready')).toBeVisible()
    expect(screen.getByLabelText('Only the 3 rows to settle')).not.toBeChecked()

    openAgain(address(made, '&dialog=import-requests'))
    expect(await screen.findByText('1 request ready')).toBeVisible()
    const kobe = nameOf(made, 'partner', 1)
    const whom = screen.getByLabelText('Whom, row 3')
    expect(within(whom).getByRole('group', { name: 'Likely' })).toHaveTextContent(kobe)
    await user.selectOptions(whom, kobe)
    // The same text in row 5 is settled with it; its wish is still unknown.
    expect(screen.getByText('2 requests ready')).toBeVisible()
    await user.selectOptions(screen.getByLabelText('Wish, row 5'), 'Open')
    expect(screen.getByText('3 requests ready')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Enter 3 requests' }))
    expect(await screen.findByText('Entered 3, changed 0, unchanged 0.')).toBeVisible()
    expect((await held(made)).map(({ from, to, wish, note }) => [from.name, to.name, wish, note])).toEqual([
      [nameOf(made, 'home', 0), nameOf(made, 'partner', 0), 'must', "veut voir l'essai"],
      [nameOf(made, 'home', 1), kobe, 'want', null],
      [nameOf(made, 'home', 2), kobe, 'open', null],
    ])

    // What was not settled waits on.
    openAgain(address(made, '&dialog=import-requests'))
    const left = await screen.findByLabelText('Whom, row 4')
    expect(left).toBeInvalid()
    expect(left).toHaveDisplayValue('“Zeppelin”: who is this?')
    await user.selectOptions(left, nameOf(made, 'partner', 2))
    await user.click(screen.getByRole('button', { name: 'Enter 1 request' }))
    await waitFor(async () => expect(await held(made)).toHaveLength(4))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})
