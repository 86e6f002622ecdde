import type { PartialDate } from '../domain/partial-date.ts'
import type { Format } from '../i18n/format.ts'

/** When a mission is: one that names no last day is over on its first. */
export const missionDates = (
  f: Pick<Format, 'period'>,
  { starts, ends }: { starts: PartialDate | null; ends: PartialDate | null },
): string => f.period(starts ?? ends, ends ?? starts)
