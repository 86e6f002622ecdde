import type { CivilDate } from './partial-date.ts'

/** A dated stage on the way of an agreement or a mission; it holds from its day until the next one begins. */
export interface StageEntry<S extends string> {
  stage: S
  since: CivilDate
}

/** The last stage begun by a day, of entries in any order; of two begun that day the later in `order`. Null before any. */
export function stageReached<S extends string>(
  order: readonly S[],
  entries: readonly StageEntry<S>[],
  day: CivilDate,
): S | null {
  let found: StageEntry<S> | null = null
  for (const entry of entries) {
    if (entry.since > day) continue
    const later =
      !found ||
      entry.since > found.since ||
      (entry.since === found.since && order.indexOf(entry.stage) > order.indexOf(found.stage))
    if (later) found = entry
  }
  return found?.stage ?? null
}

/**
 * The day of the newest other stage that begins after a day: a move to that day would change the past and not where the
 * record stands. Null where none does. The stage it has, known from an earlier day on, has none in its way.
 */
export function laterStage<S extends string>(
  entries: readonly StageEntry<S>[],
  { stage, since }: StageEntry<S>,
): CivilDate | null {
  let newest: CivilDate | null = null
  for (const entry of entries) {
    if (entry.stage === stage || entry.since <= since) continue
    if (newest === null || entry.since > newest) newest = entry.since
  }
  return newest
}
