import { focusManager } from '@tanstack/react-query'
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { sayHere } from '../../src/contract/live.ts'
import { useConnection } from '../../src/data/connection.ts'
import { freshness } from '../../src/data/freshness.ts'
import { listenLive } from '../../src/data/live.ts'
import { noteOwnWrite } from '../../src/data/own-writes.ts'
import { createQueryClient } from '../../src/data/query-client.ts'
import agreementsEn from '../../src/i18n/en/agreements.ts'
import common from '../../src/i18n/en/common.ts'
import ui from '../../src/i18n/en/ui.ts'
import type { Actor } from '../../src/server/context.ts'
import { startLive } from '../../src/server/live/hub.ts'
import type { Live } from '../../src/server/live/live.ts'
import { apiOver, type TestApi } from '../support/api.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { liveSource } from '../support/live-source.ts'
import { makers } from '../support/make.ts'
import { openScreen } from '../support/screen.tsx'

const somebody = (name: string): Actor => ({
  id: null,
  name,
  role: 'manager',
  userId: `user-${name}`,
  appointments: [{ role: 'manager', organisationId: null, allianceId: null }],
})
const marie = somebody('Marie Dupont')
const paul = somebody('Paul Roy')

let held: TestDatabase
let live: Live
let api: TestApi
beforeAll(async () => {
  held = await testDatabase()
  live = startLive({
    db: held.db,
    clock: () => new Date(),
    newId: () => crypto.randomUUID(),
    times: { gather: 5 },
  })
  api = apiOver(held.db, { live, actor: marie })
  useConnection.setState({ network: true })
})
afterAll(async () => {
  await live.stop()
  await held.drop()
})
afterEach(() => focusManager.setFocused(undefined))

const { reference } = agreementsEn.fact
const named = (text: string, values: Record<string, string>) =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')

it('shows what another writes, who is there, and keeps what is being typed', async () => {
  const agreement = await makers(api).agreement({ title: 'Understanding', reference: 'A-1' })
  const at = { noun: 'agreements', recordId: agreement.id } as const
  const params = { id: agreement.id }
  const paulIs = (doing: 'looks' | 'edits') =>
    api.call(sayHere, { body: { tab: 'window-of-paul', at, doing } }, { actor: paul })
  await paulIs('looks')

  const { user, client } = await openScreen(api, `/agreements/${agreement.id}`)
  const stop = listenLive(client, liveSource(api, marie))
  await screen.findByText('Paul Roy has this open too')
  await paulIs('edits')
  expect(await screen.findByText('Paul Roy is editing this')).toHaveAttribute('role', 'status')

  // He renames it: the title changes as she looks.
  await api.call(agreementRecords.update, { params, body: { title: 'Accord' } }, { version: 1, actor: paul })
  await screen.findByRole('heading', { level: 1, name: 'Accord' })

  // She types; he changes the same field.
  await user.click(screen.getByRole('button', { name: named(ui.edit.start, { field: reference }) }))
  const field = screen.getByRole('textbox', { name: reference })
  await user.clear(field)
  await user.type(field, 'A-2 (Marie)')
  await waitFor(async () => {
    expect((await paulIs('looks')).others).toEqual([{ name: 'Marie Dupont', doing: 'edits' }])
  })
  await api.call(
    agreementRecords.update,
    { params, body: { reference: 'A-2 (Paul)' } },
    { version: 2, actor: paul },
  )
  expect(await screen.findByText(ui.conflict.meanwhile)).toHaveTextContent('A-2 (Paul)')
  expect(field).toHaveValue('A-2 (Marie)')
  await user.click(screen.getByRole('button', { name: common.save }))
  await screen.findByRole('group', { name: ui.conflict.title })
  expect((await api.call(agreementRecords.read, { params })).reference).toBe('A-2 (Paul)')

  await api.call(sayHere, { body: { tab: 'window-of-paul', at: null } }, { actor: paul })
  await waitFor(() => expect(screen.queryByText(/Paul Roy (has|is)/)).toBeNull())
  stop()
  cleanup()
})

/** A client with one answer of a record and one of a list on its screen; gives how often each was asked for. */
function asked() {
  const client = createQueryClient()
  client.mount()
  const [record, list] = [vi.fn(async () => 1), vi.fn(async () => 1)]
  const fresh = freshness(client)
  return { client, record, list, fresh }
}

it('asks at once for the record that changed, and once for all else, however much comes', async () => {
  const { QueryObserver } = await import('@tanstack/react-query')
  const { client, record, list, fresh } = asked()
  const ends = [
    new QueryObserver(client, {
      queryKey: ['agreements', 'agreements.read', { params: { id: 'r1' } }],
      queryFn: record,
    }),
    new QueryObserver(client, { queryKey: ['agreements', 'agreements.list', {}], queryFn: list }),
  ].map((observer) => observer.subscribe(() => {}))
  await waitFor(() => expect([record, list].map(({ mock }) => mock.calls.length)).toEqual([1, 1]))
  for (let n = 0; n < 50; n++) fresh.changes({ records: ['r1'], sets: [`set-${n}`], pace: 300 })
  await waitFor(() => expect(record).toHaveBeenCalledTimes(2))
  expect(list).toHaveBeenCalledTimes(1)
  await waitFor(() => expect(list).toHaveBeenCalledTimes(2))
  expect(record).toHaveBeenCalledTimes(2)

  // One's own are known; a window that nobody sees waits until it is looked at.
  noteOwnWrite('own-set')
  fresh.changes({ records: ['r1'], sets: ['own-set'], pace: 1 })
  await act(() => new Promise((resolve) => setTimeout(resolve, 400)))
  expect([record, list].map(({ mock }) => mock.calls.length)).toEqual([2, 2])
  focusManager.setFocused(false)
  fresh.changes({ records: ['r1'], sets: ['their-set'], pace: 1 })
  await act(() => new Promise((resolve) => setTimeout(resolve, 400)))
  expect([record, list].map(({ mock }) => mock.calls.length)).toEqual([2, 2])
  focusManager.setFocused(true)
  await waitFor(() => expect([record, list].map(({ mock }) => mock.calls.length)).toEqual([3, 3]))
  for (const end of ends) end()
  fresh.stop()
  client.unmount()
})
