import type { MissionInput } from '../../../contract/missions.ts'
import type { Named } from '../../../contract/primitives.ts'
import type { MissionKind } from '../../../domain/mission.ts'
import { hereZone } from '../../../ui/here-zone.ts'

/** A new mission as it stands in the dialog. */
export interface NewMission {
  title: string
  kind: MissionKind
  starts: string | null
  ends: string | null
  alliance: Named | null
  market: Named | null
  lead: Named | null
  /** The agreement that it serves. */
  agreement: Named | null
  town: string
  country: string | null
  timeZone: string | null
  capacity: number | null
  template: boolean
}

export const blank: NewMission = {
  title: '',
  kind: 'trade_fair',
  starts: null,
  ends: null,
  alliance: null,
  market: null,
  lead: null,
  agreement: null,
  town: '',
  country: null,
  timeZone: null,
  capacity: null,
  template: true,
}

/** Home is where the mission is planned, until its page says otherwise. */

/** What the API is asked for. Who creates it plans it: an idea has no dates yet. */
export function toInput(values: NewMission, day: string): MissionInput {
  const { alliance, market, lead, agreement, town, ...rest } = values
  return {
    ...rest,
    town: town || null,
    homeTimeZone: values.timeZone && hereZone() !== values.timeZone ? hereZone() : null,
    allianceId: alliance?.id ?? null,
    marketId: market?.id ?? null,
    agreements: agreement ? [{ agreementId: agreement.id }] : [],
    bodies: lead ? [{ organisationId: lead.id, role: 'lead' }] : [],
    stage: values.starts ? 'planned' : 'idea',
    stageSince: day,
  }
}
