import type { CivilDate } from './partial-date.ts'

/** Whether a task is done as seen from a day: one that was done later was still open then. */
export const isDoneBy = ({ doneOn }: { doneOn: CivilDate | null }, day: CivilDate): boolean =>
  doneOn !== null && doneOn <= day
