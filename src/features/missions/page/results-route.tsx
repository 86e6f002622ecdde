import { ResultsTab } from '../results/tab.tsx'
import { useTabMission } from './use-tab-mission.ts'

export function Component() {
  return <ResultsTab mission={useTabMission()} />
}
