/** Notes that something went wrong: what it was, and the error, of which the host says no more than may stand in a log. */
export type Failed = (words: string, error: unknown) => void

/**
 * What the library that signs people in has to say, told as the host tells of itself: one entry each. Its own way is coloured, has
 * several lines, and would put into a log whatever a database says of its rows.
 */
export const libraryLog =
  (failed: Failed) =>
  (_level: string, message: unknown, ...more: unknown[]): void =>
    failed('signing in: the library failed', [message, ...more].find(isError) ?? new LibraryMessage(message))

const isError = (value: unknown): value is Error => value instanceof Error

/** Words without an error: from where they were said is no help. */
class LibraryMessage extends Error {
  constructor(message: unknown) {
    super(String(message))
    this.name = 'LibraryMessage'
    this.stack = ''
  }
}
