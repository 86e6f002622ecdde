import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { missionRecords } from '../../src/contract/missions.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { inviteParticipants, updateParticipation } from '../../src/contract/participations.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { titled } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { type MeetingWorld, meetingWorld } from '../support/meeting-world.ts'
import { schedules } from '../support/schedule.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
let made: MeetingWorld
const kanji = '神戸臨床研究情報センター'
beforeAll(async () => {
  api = await startApi()
  made = await meetingWorld(api, {
    title: 'Bio-Japan 2008',
    home: ['Nicox', 'Trophos'],
    partner: ['Kobe Centre', 'Osaka Bio'],
    starts: ['09:00', '14:00'],
    tables: 2,
    agreed: [
      [0, 0],
      [0, 1],
    ],
  })
  const { mission, home, partner } = made
  const params = { id: mission.id }
  const { version } = await api.call(missionRecords.read, { params })
  const place = { town: 'Yokohama', country: 'JP', venue: 'Pacifico', summary: 'The biotech fair' }
  await api.call(missionRecords.update, { params, body: place }, { version })
  const kobe = { params: { id: partner[0]?.organisation.id ?? '' } }
  const held = await api.call(organisationRecords.read, kobe)
  const names = [{ name: kanji, kind: 'translation' as const }]
  await api.call(organisationRecords.update, { ...kobe, body: { names } }, { version: held.version })
  const person = await makers(api).person({
    givenName: 'Hiroshi',
    familyName: 'Tanaka',
    nativeName: '田中 博',
  })
  const them = partner[0]
  await api.call(
    updateParticipation,
    { params: { id: them?.id ?? '' }, body: { people: [person.id] } },
    { version: them?.version },
  )
  const { meetings, slots, tables } = await made.schedule()
  const on = schedules(api)
  for (const index of [0, 1]) {
    const meeting = meetings.find(({ bId }) => bId === partner[index]?.id)
    const spot = { slotId: slots[index]?.id, tableId: tables[index]?.id }
    await on.move(mission.id, meeting?.id ?? '', spot)
  }
  expect(home).toHaveLength(2)
})
afterAll(() => api.stop())

const address = (rest: string) => `/missions/${made.mission.id}/${rest}`
const sheet = (name: string | RegExp) => screen.findByRole('article', { name })
const rowsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent?.trim()))
async function flaws(): Promise<unknown[]> {
  const { violations } = await axe.run(document.body, {
    // jsdom neither lays out nor paints.
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 200))])
}

describe('a programme', () => {
  it('says when, where and with whom, on both clocks, with both names', async () => {
    await openScreen(api, address(`programmes/${made.home[0]?.id}`))
    const paper = within(await sheet('Programme of Nicox'))
    expect(paper.getByText('15 Oct 2008 · Pacifico, Yokohama, Japan')).toBeVisible()
    expect(paper.getByRole('heading', { name: 'Wednesday, 15 October 2008' })).toBeVisible()
    expect(rowsOf(paper.getByRole('table'))).toEqual([
      ['Time in Yokohama', 'Time in Paris', 'Table', 'Meeting with', 'Notes'],
      ['09:00–09:30', '02:00', 'Table 1', `Kobe Centre ${kanji}Hiroshi Tanaka (田中 博)`, ''],
      ['14:00–14:30', '07:00', 'Table 2', 'Osaka Bio', ''],
    ])
    expect(await flaws()).toEqual([])
  })

  it('is on paper in French or Japanese whatever the language of the screen', async () => {
    const { user, router } = await openScreen(api, address(`programmes/${made.partner[0]?.id}`))
    await sheet('Programme of Kobe Centre')
    await user.click(screen.getByText('Français'))
    const french = within(await sheet(/^Programme d.*Kobe Centre/))
    expect(french.getByRole('heading', { name: 'mercredi 15 octobre 2008' })).toBeVisible()
    await user.click(screen.getByText('日本語'))
    const japanese = await sheet('Kobe Centre 商談予定')
    expect(within(japanese).getByRole('heading', { name: '2008年10月15日水曜日' })).toBeVisible()
    expect(within(japanese).getByText(kanji)).toBeVisible()
    expect(japanese.closest('[lang]')).toHaveAttribute('lang', 'ja')
    expect(new URLSearchParams(router.state.location.search).get('paper')).toBe('ja')
    expect(screen.getByRole('button', { name: 'Print' })).toBeVisible()
  })

  it('is printed, and taken along as a calendar', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => {})
    const files: Blob[] = []
    vi.stubGlobal(
      'URL',
      Object.assign(URL, {
        createObjectURL: (file: Blob) => {
          files.push(file)
          return 'blob:calendar'
        },
        revokeObjectURL: () => {},
      }),
    )
    const { user } = await openScreen(api, address(`programmes/${made.home[0]?.id}`))
    await sheet('Programme of Nicox')
    await user.click(screen.getByRole('button', { name: 'Print' }))
    expect(print).toHaveBeenCalledOnce()
    await user.click(screen.getByRole('button', { name: 'Calendar file' }))
    await waitFor(() => expect(files).toHaveLength(1))
    expect(await files[0]?.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*SUMMARY:Kobe Centre/)
  })

  it('of everybody are as many sheets as there are with meetings', async () => {
    await openScreen(api, address('programmes'))
    await sheet('Programme of Nicox')
    expect(screen.getAllByRole('article')).toHaveLength(1)
    await openScreen(api, address('programmes?side=partner'))
    await sheet('Programme of Kobe Centre')
    expect(screen.getAllByRole('article')).toHaveLength(2)
  })

  it('says so where nobody has that name', async () => {
    await openScreen(api, address(`programmes/${made.mission.id}`))
    expect(await screen.findByText('There is no such participant in this mission.')).toBeVisible()
  })
})

it('the book has who takes part, every day, and a sheet for each company', async () => {
  const out = await makers(api).organisation({ name: 'Withdrawn Labs', kinds: ['company'] })
  await api.call(inviteParticipants, {
    params: { id: made.mission.id },
    body: { side: 'home', state: 'waitlisted', invitees: [{ organisationId: out.id }] },
  })
  await openScreen(api, address('book'))
  await titled('Mission book')
  expect(within(await sheet('Mission book')).getByText('The biotech fair')).toBeVisible()
  expect(within(await sheet('Who takes part')).getByText('Hiroshi Tanaka')).toBeVisible()
  expect(screen.getAllByText('Trophos')).not.toEqual([])
  expect(screen.queryByText('Withdrawn Labs')).toBeNull()
  const day = within(await sheet('Schedule, Wednesday, 15 October 2008'))
  expect(rowsOf(day.getByRole('table')).slice(1)).toEqual([
    ['09:00–09:30', 'Table 1', 'Nicox', 'Kobe Centre'],
    ['14:00–14:30', 'Table 2', 'Nicox', 'Osaka Bio'],
  ])
  expect(await sheet('Programme of Nicox')).toBeVisible()
  expect(screen.queryByRole('article', { name: 'Programme of Trophos' })).toBeNull()
  expect(await flaws()).toEqual([])
})

it('a table sheet has who meets there, with room to sign', async () => {
  await openScreen(api, address('table-sheets'))
  const first = within(await sheet('Table 1'))
  expect(rowsOf(first.getByRole('table'))).toEqual([
    ['Time', 'Companies', 'Counterparts', 'Signature'],
    ['09:00–09:30', 'Nicox', `Kobe Centre ${kanji}`, ''],
  ])
  expect(screen.getAllByRole('article')).toHaveLength(2)
  expect(await flaws()).toEqual([])
})
