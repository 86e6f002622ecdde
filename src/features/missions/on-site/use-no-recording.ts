import { useNoWriting } from '../../../components/may-write.ts'
import { useReason } from '../../../components/problem-sentence.ts'
import type { Mission } from '../../../contract/missions.ts'
import { missionCan } from '../../../domain/mission.ts'

/** Why nothing can be recorded of a mission now, in a sentence; null where it can. */
export function useNoRecording(mission: Mission): string | null {
  const noWriting = useNoWriting()
  const reason = useReason()
  return noWriting ?? reason(missionCan.change(mission))
}
