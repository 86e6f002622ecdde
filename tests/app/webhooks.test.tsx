import { randomUUID } from 'node:crypto'
import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listDeliveries, listWebhooks } from '../../src/contract/webhooks.ts'
import { record } from '../../src/server/node/webhooks/record.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { toastSaying } from '../support/app-acts.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
beforeAll(async () => {
  api = await startApi({ clock: '2026-03-02', webhooks: { local: false, private: false } })
})
afterAll(() => api.stop())

const address = 'https://crm.example.org/corridor'

it('is added with its address; the secret is shown once', async () => {
  const { user } = await openScreen(api, '/settings/webhooks')
  expect(await screen.findByText('Nobody is told yet')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Add a webhook' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByLabelText(/^Address/), 'http://crm.example.org/')
  await user.click(within(dialog).getByRole('button', { name: 'Add' }))
  expect(await within(dialog).findByText('The address has to begin with https://.')).toBeVisible()
  await user.clear(within(dialog).getByLabelText(/^Address/))
  await user.type(within(dialog).getByLabelText(/^Address/), address)
  await user.click(within(dialog).getByRole('button', { name: 'Add' }))
  const shown = await screen.findByRole('dialog', { name: 'The secret that signs' })
  expect(within(shown).getByLabelText<HTMLInputElement>('Secret').value).toMatch(/^whsec_/)
  await user.click(within(shown).getByRole('button', { name: 'I have it' }))
  expect(await screen.findByRole('link', { name: address })).toBeVisible()
  expect(screen.getByText('Not tried yet')).toBeVisible()
})

it('tells of each event what came of it, and sends it again', async () => {
  const { user } = await openScreen(api, '/settings/webhooks')
  await user.click(await screen.findByRole('link', { name: address }))
  expect(await screen.findByText('Nothing was sent yet')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Send a test' }))
  await toastSaying('A test is on its way')
  const log = await screen.findByRole('list', { name: 'What was sent' })
  expect(await within(log).findByText('webhook.test')).toBeVisible()
  expect(within(log).getByText('On its way')).toBeVisible()

  const [webhook] = (await api.call(listWebhooks, {})).items
  const id = webhook?.id as string
  const [sent] = (await api.call(listDeliveries, { params: { id } })).items
  await attempted(sent?.id as string, id, 500)
  expect(await within(log).findByText('Sent again later')).toBeVisible()
  expect(within(log).getByText(/it answered with an error \(500, 120 ms\)/)).toBeVisible()
  await user.click(within(log).getByRole('button', { name: /^Send webhook.test of .* again$/ }))
  await toastSaying('It is on its way')
  await attempted(sent?.id as string, id, 204)
  const again = await openScreen(api, `/settings/webhooks/${id}`)
  expect(await screen.findByText('Arrived')).toBeVisible()
  expect(screen.getByText('2 attempts')).toBeVisible()
  expect(screen.getByText('Well')).toBeVisible()
  await again.user.click(within(screen.getByRole('main')).getByRole('button', { name: 'More' }))
  await again.user.click(await screen.findByRole('menuitem', { name: 'Switch off' }))
  expect(await screen.findByText('Switched off')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Send a test' })).toHaveAccessibleDescription(
    'It is switched off.',
  )
})

it('says in a browser that only a server sends', async () => {
  const browser = await startApi()
  await openScreen(browser, '/settings/webhooks', 'fr')
  expect(await screen.findByText('Personne n’est encore informé')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Ajouter un webhook' })).toHaveAccessibleDescription(/serveur/)
  await browser.stop()
})

/** What a node writes once it was answered. */
async function attempted(deliveryId: string, endpointId: string, status: number) {
  const claim = randomUUID()
  const { tries, at, type } = await api.db
    .updateTable('webhook_deliveries')
    .set({ claim })
    .where('id', '=', deliveryId)
    .returning(['tries', 'at', 'type'])
    .executeTakeFirstOrThrow()
  const nothing = { noun: null, recordId: null, version: null, count: null, verb: null }
  await record(
    api.db,
    { id: deliveryId, claim, tries, at, type, ...nothing },
    {
      endpointId,
      outcome: { status, error: status < 300 ? null : 'status', retryAfter: null },
      at: new Date('2026-03-02T12:00:00Z'),
      now: new Date('2026-03-02T12:00:00.120Z'),
      chance: 0,
    },
  )
}
