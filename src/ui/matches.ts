/** Text without case and accents, for finding "Lyonbiopôle" by "lyonbiopole". */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** True where every word of the search stands in the text. */
export function matches(text: string, search: string): boolean {
  const within = plain(text)
  return plain(search)
    .split(/\s+/)
    .every((word) => within.includes(word))
}
