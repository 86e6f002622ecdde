import { MeetingsTab } from '../meetings/tab.tsx'
import { useTabMission } from './use-tab-mission.ts'

export function Component() {
  return <MeetingsTab mission={useTabMission()} />
}
