/** How both engines' values are read, so that they arrive alike. */

/** A bigint as a number that holds it exactly. */
export function exactInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the exact integers`)
  return value
}

/** An instant as PostgreSQL prints it, in RFC 3339 with milliseconds, UTC. */
export function instantText(text: string): string {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
}
