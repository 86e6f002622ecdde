import { waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import type { Role } from '../../src/domain/rights.ts'
import type { Actor } from '../../src/server/context.ts'
import type { TestApi } from './api.ts'
import { seenBy, titled } from './app-acts.ts'
import { openScreen } from './screen.tsx'

/** Somebody who has a role for an organisation, or, without one, for the whole workspace. */
export const somebody = (role: Role, organisationId: string | null): Actor => ({
  id: null,
  name: role,
  role: 'viewer',
  userId: crypto.randomUUID(),
  appointments: [{ role, organisationId, allianceId: null }],
})

/** The app as somebody sees it, with the operations that were refused to them. */
export async function openAs(api: TestApi, actor: Actor, path: string) {
  const refused: string[] = []
  const seen = seenBy(api, actor)
  let known = false
  const noting: TestApi = {
    ...seen,
    fetch: async (request) => {
      const { pathname } = new URL(request.url)
      // What is asked before the app can know who asks is another matter.
      const counts = known
      const answer = await seen.fetch(request)
      if (pathname === '/api/session') known = true
      if (answer.status === 403 && counts) refused.push(`${request.method} ${pathname}`)
      return answer
    },
  }
  const opened = await openScreen(noting, path)
  await titled(/./)
  await waitFor(() => expect(opened.client.isFetching()).toBe(0))
  return { ...opened, refused }
}
