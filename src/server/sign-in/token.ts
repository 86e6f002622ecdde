import { sha256 } from '../sha256.ts'

/** What stands in a link and proves who follows it: 256 bits, in letters that need no escaping. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** What is kept of it. */
export const tokenHash = (token: string): Promise<string> => sha256(new TextEncoder().encode(token))
