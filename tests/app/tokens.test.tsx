import { randomUUID } from 'node:crypto'
import { screen, within } from '@testing-library/react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listTokens } from '../../src/contract/tokens.ts'
import en from '../../src/i18n/en/tokens.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { toastSaying } from '../support/app-acts.ts'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
beforeAll(async () => {
  const userId = randomUUID()
  api = await startApi({
    clock: new Date().toISOString(),
    actor: {
      ...{ id: null, name: 'Ada First', role: 'manager', userId },
      appointments: [{ role: 'assistant', organisationId: null, allianceId: null }],
    },
  })
  const at = new Date().toISOString()
  await api.db
    .insertInto('auth_users')
    .values({ id: userId, name: 'Ada First', email: 'ada@example.org', created_at: at, updated_at: at })
    .execute()
})
afterAll(() => api.stop())

describe('tokens for programs', () => {
  it('are made as far as one’s own roles go, shown once, and revoked after a question', async () => {
    const { user } = await openScreen(api, '/settings')
    await user.click(await screen.findByRole('link', { name: 'Tokens for programs' }))
    expect(await screen.findByText('You have made no token yet.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Make a token' }))
    const form = await screen.findByRole('dialog', { name: 'Make a token' })
    // An assistant decides nothing and erases nobody, and so has no use for a token that does.
    expect(within(form).getAllByRole('checkbox')).toHaveLength(5)
    await user.type(within(form).getByRole('textbox', { name: 'Name' }), 'Nightly figures')
    await user.click(within(form).getByRole('button', { name: 'Make the token' }))

    const made = await screen.findByRole('dialog', { name: 'Token “Nightly figures”' })
    const secret = within(made).getByRole<HTMLInputElement>('textbox', { name: 'The token' }).value
    expect(secret).toMatch(/^corridor_/)
    await user.click(within(made).getByRole('button', { name: 'Copy' }))
    expect(await within(made).findByRole('button', { name: 'Copied' })).toBeVisible()
    await user.click(within(made).getByRole('button', { name: 'Done' }))

    const list = await screen.findByRole('list', { name: 'In force' })
    expect(await within(list).findByText('Nightly figures')).toBeVisible()
    expect(document.body.textContent).not.toContain(secret)
    expect(list).toHaveTextContent(/Read records · valid until .* · never used/)

    await user.click(within(list).getByRole('button', { name: 'Revoke Nightly figures' }))
    const asked = await screen.findByRole('dialog', { name: 'Revoke “Nightly figures”?' })
    expect((await api.call(listTokens, {})).items[0]?.revokedAt).toBeNull()
    await user.click(within(asked).getByRole('button', { name: 'Revoke the token' }))
    await toastSaying('“Nightly figures” revoked')
    const ended = await screen.findByRole('list', { name: 'Ended' })
    expect(within(ended).getByText(/revoked on/)).toBeVisible()
    expect((await api.call(listTokens, {})).items[0]?.revokedAt).not.toBeNull()
  })

  it('are none where nobody signs in, and the page says where they are made', async () => {
    const alone = await startApi()
    try {
      await openScreen(alone, '/settings/tokens')
      expect(await screen.findByText(en.noAccounts)).toBeVisible()
      expect(screen.queryByRole('button', { name: en.make })).toBeNull()
    } finally {
      await alone.stop()
    }
  })
})
