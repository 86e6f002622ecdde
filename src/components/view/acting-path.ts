import type { ActKind } from '../../domain/acting.ts'

/** Where the acts are: those by a cluster or for it, or of all. */
export function actingPath(kind: ActKind, who: { by?: string; for?: string } = {}): string {
  return `/acting/records?${new URLSearchParams({ kind, ...who })}`
}
