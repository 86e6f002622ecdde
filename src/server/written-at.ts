import type { Endpoint } from '../contract/endpoint.ts'
import { writtenHeader } from '../contract/workspace.ts'

/** Longer than anything waits in a browser. */
const longest = 90 * 86_400_000

/**
 * When a write was made that may wait for a connection: what its header says, if that is an instant of the last 90 days.
 * Otherwise now: a clock that is wrong must not date what it sends into the future.
 */
export function writtenAt({ offline }: Endpoint, request: Request, now: Date): Date {
  const said = offline === 'queue' ? Date.parse(request.headers.get(writtenHeader) ?? '') : Number.NaN
  const known = said <= now.getTime() && said >= now.getTime() - longest
  return known ? new Date(said) : now
}
