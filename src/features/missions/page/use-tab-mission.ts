import { useOutletContext } from 'react-router'
import type { Mission } from '../../../contract/missions.ts'

/** The mission whose page a tab stands on. */
export const useTabMission = () => useOutletContext<Mission>()
