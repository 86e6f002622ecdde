import { CompaniesTab } from '../companies/tab.tsx'
import { useTabMission } from './use-tab-mission.ts'

export function Component() {
  return <CompaniesTab mission={useTabMission()} />
}
