import { screen, waitFor, within } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { useSignInNeeded } from '../../src/data/sign-in-needed.ts'
import access from '../../src/i18n/en/access.ts'
import common from '../../src/i18n/en/common.ts'
import dossier from '../../src/i18n/en/dossier.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { seenBy } from '../support/app-acts.ts'
import { makers } from '../support/make.ts'
import { somebody } from '../support/roles.tsx'
import { openScreen } from '../support/screen.tsx'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const host = Object.assign(document.createElement('meta'), { name: 'corridor-host', content: 'node' })
beforeEach(() => document.head.append(host))
afterEach(() => {
  host.remove()
  useSignInNeeded.setState({ needed: false })
})

/** The API as an account without a person sees it, and as nobody does once it is signed out. */
function withSession(signedIn: boolean) {
  const state = { signedIn }
  const seen = seenBy(api, somebody('administrator', null))
  const fetch = async (request: Request) => {
    if (state.signedIn) return seen.fetch(request)
    const problem = {
      type: 'about:blank',
      title: 'Sign in',
      status: 401,
      code: 'not_signed_in',
      requestId: 'r',
    }
    const headers = { 'content-type': 'application/problem+json' }
    return new Response(JSON.stringify(problem), { status: 401, headers })
  }
  return { state, api: { ...seen, fetch } }
}

it('leaves what is typed where it is when a session ends, of an account without a person too', async () => {
  const { id } = await makers(api).organisation({ name: 'Lyonbiopôle' })
  const { state, api: seen } = withSession(true)
  const { user, router } = await openScreen(seen, `/organisations/${id}`)
  const note = await screen.findByLabelText(dossier.notes.write)
  await user.click(note)
  await user.paste('A long thought')
  const { pathname } = router.state.location
  state.signedIn = false
  await user.click(within(note.closest('form') as HTMLElement).getByRole('button', { name: common.add }))
  expect(await screen.findByText(access.signIn.againText)).toBeVisible()
  expect(router.state.location.pathname).toBe(pathname)
  expect(note).toHaveValue('A long thought')
})

it('leads a stranger to where one signs in, and keeps where they wanted to go', async () => {
  const { router } = await openScreen(withSession(false).api, '/missions?status=planned#list')
  await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'))
  expect(new URLSearchParams(router.state.location.search).get('back')).toBe('/missions?status=planned#list')
})
