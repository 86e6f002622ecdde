import type { QueryClient } from '@tanstack/react-query'
import { answerKey, pagesKey } from './keys.ts'

interface FirstAnswers {
  answers: { endpoint: string; input: object; reply: unknown }[]
}

/**
 * On a first visit to the demo the answers of its first screens are shipped as a small file, so that rows show before
 * the database is up. They count as old: the API's own answers replace them as soon as they come.
 */
export async function fillFirstAnswers(client: QueryClient, address: string): Promise<void> {
  try {
    const response = await fetch(address)
    if (!response.ok || !response.headers.get('Content-Type')?.includes('json')) return
    const { answers } = (await response.json()) as FirstAnswers
    for (const { endpoint, input, reply } of answers) {
      // Who is asking, and what day it is, was something else when the file was made.
      if (endpoint === 'session.read') continue
      fill(client, answerKey({ id: endpoint }, input), reply)
      if (isPage(reply)) {
        fill(client, pagesKey({ id: endpoint }, input), { pages: [reply], pageParams: [null] })
      }
    }
  } catch {
    // Without the file the screens wait for the API: slower, not wrong.
  }
}

const isPage = (reply: unknown): boolean =>
  typeof reply === 'object' && reply !== null && 'items' in reply && 'next' in reply

function fill(client: QueryClient, key: readonly unknown[], data: unknown): void {
  // 1, not 0: react-query takes an entry of the year dot as never having been filled.
  if (client.getQueryData(key) === undefined) client.setQueryData(key, data, { updatedAt: 1 })
}
