import { screen, waitFor, within } from '@testing-library/react'
import { expect } from 'vitest'
import type { Actor } from '../../src/server/context.ts'
import { actorHeader, type TestApi } from './api.ts'
import type { openScreen } from './screen.tsx'

export type User = Awaited<ReturnType<typeof openScreen>>['user']

/** Puts text into a field in place of what stands there; pasted, since a key press draws the form anew each time. */
export async function write(user: User, field: HTMLElement, text: string): Promise<void> {
  await user.clear(field)
  await user.click(field)
  await user.paste(text)
}

/** The dialog of this title, once it is open. */
export const dialogOf = async (name: string | RegExp) => within(await screen.findByRole('dialog', { name }))

/** Waits until no dialog is open. */
export const noDialog = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

/** A part of a page by its title, once it is there. */
export const section = async (name: string | RegExp) => within(await screen.findByRole('region', { name }))

/** The toast that says this, with what it offers. */
export async function toastSaying(words: string | RegExp) {
  const found = await screen.findByText(words)
  const toast = found.closest<HTMLElement>('[role=status], [role=alert]')
  if (!toast) throw new Error(`“${found.textContent}” is not said by a toast`)
  return within(toast)
}

/** The title that the screen comes to have. */
export const titled = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name })

/** The same API as seen by somebody else. */
export const seenBy = (api: TestApi, actor: Actor): TestApi => ({
  ...api,
  fetch: (request) => {
    request.headers.set(actorHeader, JSON.stringify(actor))
    return api.fetch(request)
  },
})
