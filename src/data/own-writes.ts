/** Change sets that were made here lately: what they changed is known already. */
const own = new Set<string>()
const most = 100

export function noteOwnWrite(changeSetId: string | null): void {
  if (!changeSetId) return
  own.add(changeSetId)
  for (const oldest of own) {
    if (own.size <= most) break
    own.delete(oldest)
  }
}

export const isOwnWrite = (changeSetId: string): boolean => own.has(changeSetId)
