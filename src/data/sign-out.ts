import type { QueryClient } from '@tanstack/react-query'
import { signOut } from '../contract/sign-in.ts'
import { call } from './client.ts'
import { forgetCache } from './persisted-cache.ts'

/** Ends the session and begins anew, without what was read: another may sit down here next. */
export async function signOutHere(client: QueryClient): Promise<void> {
  await call(signOut, {})
  client.clear()
  forgetCache()
  location.assign('/')
}
