import { PlanTab } from '../plan/tab.tsx'
import { useTabMission } from './use-tab-mission.ts'

export function Component() {
  return <PlanTab mission={useTabMission()} />
}
