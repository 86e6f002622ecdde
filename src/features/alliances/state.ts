import { type CivilDate, firstDay, lastDay, type PartialDate } from '../../domain/partial-date.ts'
import type { Tone } from '../../ui/theme.ts'

export type AllianceState = 'planned' | 'running' | 'ended'

export const stateTones: Record<AllianceState, Tone> = {
  planned: 'planned',
  running: 'active',
  ended: 'closed',
}

/** Whether an alliance has begun and not ended on a day; null where neither end of its period is known. */
export function stateOn(
  { starts, ends }: { starts: PartialDate | null; ends: PartialDate | null },
  day: CivilDate,
): AllianceState | null {
  if (starts && day < firstDay(starts)) return 'planned'
  if (ends && lastDay(ends) < day) return 'ended'
  return starts || ends ? 'running' : null
}
