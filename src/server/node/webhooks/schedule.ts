/** Seconds before each attempt after the first, as Standard Webhooks recommends: ten attempts in a little over three days. */
const pauses = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]

/** Retry-After is heeded up to a day. */
const longest = 86_400

/**
 * When to try again after so many failed attempts; null where it has been tried enough. `chance` (0 to 1) spreads those who failed
 * together, and never shortens a pause.
 */
export function nextAttempt(
  failures: number,
  now: Date,
  chance: number,
  retryAfter: string | null,
): Date | null {
  const pause = pauses[failures - 1]
  if (pause === undefined) return null
  const asked = Math.min(secondsAsked(retryAfter, now), longest)
  return new Date(now.getTime() + Math.max(pause * (1 + chance / 5), asked) * 1000)
}

/** Retry-After is a number of seconds or a date. */
function secondsAsked(value: string | null, now: Date): number {
  if (value === null) return 0
  const seconds = /^\d{1,9}$/.test(value) ? Number(value) : (Date.parse(value) - now.getTime()) / 1000
  return Number.isNaN(seconds) ? 0 : seconds
}
