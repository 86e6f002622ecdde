import type { QueryClient } from '@tanstack/react-query'

/** Ends the session, and leaves nothing of what was read to who comes next. */
export async function leave(client: QueryClient): Promise<void> {
  const { signOutHere } = await import('../data/sign-out.ts')
  await signOutHere(client)
}
