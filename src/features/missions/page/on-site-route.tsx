import { OnSiteTab } from '../on-site/tab.tsx'
import { useTabMission } from './use-tab-mission.ts'

export function Component() {
  return <OnSiteTab mission={useTabMission()} />
}
