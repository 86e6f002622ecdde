/** Something that the palette offers. With an address it can be opened in a new tab. */
export type Entry = {
  id: string
  title: string
  detail?: string | null
  kind?: string
} & ({ href: string; run?: undefined } | { href?: undefined; run: () => void })

export interface EntryGroup {
  name: string
  entries: Entry[]
}

/** Entries, or records, each once: the first of those with one id. */
export function once<T extends { id: string }>(entries: readonly T[]): T[] {
  const seen = new Set<string>()
  return entries.filter(({ id }) => !seen.has(id) && seen.add(id))
}
