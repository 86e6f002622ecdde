import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enterRequests } from '../../src/contract/requests.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { dialogOf, noDialog, seenBy, toastSaying, type User } from '../support/app-acts.ts'
import { type MeetingWorld, meetingWorld } from '../support/meeting-world.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
let made: MeetingWorld
beforeAll(async () => {
  api = await startApi()
  made = await meetingWorld(api, {
    home: ['Nicox', 'Trophos'],
    partner: ['Kobe', 'Osaka', 'Sakai'],
    starts: ['09:00', '09:30'],
    tables: 1,
  })
  const params = { id: made.mission.id }
  const ask = (from: number, to: number, wish: 'want' | 'never') => ({
    fromId: made.home[from]?.id ?? '',
    toId: made.partner[to]?.id ?? '',
    wish,
  })
  await api.call(enterRequests, { params, body: { requests: [ask(1, 1, 'never'), ask(1, 2, 'want')] } })
})
afterAll(() => api.stop())

const open = async (over = api) => {
  const opened = await openScreen(over, `/missions/${made.mission.id}/meetings`)
  return { ...opened, button: await screen.findByRole('button', { name: 'Add a meeting' }) }
}
async function choose(user: User, label: string, option: string) {
  const dialog = await dialogOf('Add a meeting by hand')
  await user.click(dialog.getByRole('combobox', { name: label }))
  await user.click(await screen.findByRole('option', { name: option }))
}
/** What is said of the place before it is saved. */
const verdict = async () => within((await dialogOf('Add a meeting by hand')).getByRole('status'))
const save = async () =>
  (await dialogOf('Add a meeting by hand')).getByRole('button', { name: 'Add the meeting' })

it('takes two who asked nothing to the first place that is free', async () => {
  const { user, button } = await open()
  await user.click(button)
  await choose(user, 'Who', 'Nicox')
  await user.click((await dialogOf(/by hand/)).getByRole('combobox', { name: 'Meets whom' }))
  // Nobody meets itself.
  expect(screen.queryByRole('option', { name: 'Nicox' })).toBeNull()
  await user.click(await screen.findByRole('option', { name: 'Kobe' }))
  const said = await verdict()
  expect(await said.findByText(/^This place is free\. Neither has asked/)).toBeVisible()
  await user.click(await save())
  await toastSaying('Nicox and Kobe will meet.')
  await noDialog()
  const { meetings, slots } = await made.schedule()
  expect(meetings).toMatchObject([{ slotId: slots[0]?.id, value: 0, state: 'planned' }])
})

it('says what is in the way before it is saved, and that the two meet already', async () => {
  const { user, button } = await open()
  await user.click(button)
  await choose(user, 'Who', 'Nicox')
  await choose(user, 'Meets whom', 'Kobe')
  const dialog = await dialogOf('Add a meeting by hand')
  const said = await verdict()
  expect(await said.findByText('The two have a meeting already: Wed 15 Oct, 09:00 (planned).')).toBeVisible()
  await choose(user, 'Meets whom', 'Osaka')
  expect(await said.findByText(/^This place is free/)).toBeVisible()
  expect(dialog.getByRole('combobox', { name: 'When' })).toHaveValue('Wed 15 Oct, 09:30')
  await choose(user, 'When', 'Wed 15 Oct, 09:00')
  expect(await said.findByText('Nicox already meets Kobe on Wed 15 Oct, 09:00.')).toBeVisible()
  expect(said.getByText('Table 1 is taken by Nicox – Kobe on Wed 15 Oct, 09:00.')).toBeVisible()
  const before = (await made.schedule()).meetings.length
  await user.click(await save())
  expect((await made.schedule()).meetings).toHaveLength(before)
})

it('makes no meeting of two who do not agree', async () => {
  const { user, button } = await open()
  await user.click(button)
  await choose(user, 'Who', 'Trophos')
  await choose(user, 'Meets whom', 'Osaka')
  const said = await verdict()
  expect(await said.findByText('One of the two never wants to meet the other.')).toBeVisible()
  await choose(user, 'Meets whom', 'Sakai')
  expect(await said.findByText(/has not answered yet/)).toBeVisible()
  expect(await save()).toHaveAttribute('aria-disabled', 'true')
})

it('says why somebody who looks only can’t', async () => {
  const { button } = await open(seenBy(api, viewer))
  await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'true'))
  expect(within(document.body).queryByRole('dialog')).toBeNull()
})
