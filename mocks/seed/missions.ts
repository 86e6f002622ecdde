import { agreementRecords } from '../../src/contract/agreements.ts'
import { type MissionInput, missionRecords } from '../../src/contract/missions.ts'
import type { AllianceKey } from './alliances.ts'
import type { Entered } from './entry.ts'
import type { Fact } from './facts.ts'
import type { MarketKey, Regions } from './markets.ts'
import { bioxMissions } from './missions-biox.ts'
import { corridorMissions } from './missions-corridor.ts'
import type { OrganisationKey } from './organisations.ts'

type Named = 'allianceId' | 'marketId' | 'regionId' | 'bodies' | 'agreements'

/** A mission as the sources describe it, with what it refers to by key, its region by name, an action by how it begins. */
export type MissionFact = Fact<Omit<MissionInput, Named>> & {
  alliance: AllianceKey
  market?: MarketKey
  region?: string
  participants?: readonly OrganisationKey[]
  organisers?: readonly OrganisationKey[]
  serves?: { agreement: 'kansai'; action?: string }
}

const missions = { ...corridorMissions, ...bioxMissions }
export type MissionKey = keyof typeof missions

/** Enters the missions and events. Everything else must have been entered. */
export async function enterMissions(entered: Entered, regions: Regions): Promise<void> {
  for (const [key, fact] of Object.entries(missions as Record<string, MissionFact>)) {
    const { record, alliance, market, region, participants = [], organisers = [], serves } = fact
    const body = (role: 'participant' | 'organiser') => (of: OrganisationKey) => ({
      organisationId: entered.id('organisations', of),
      role,
    })
    const mission = await entered.call(missionRecords.create, {
      body: {
        ...record,
        allianceId: entered.id('alliances', alliance),
        marketId: market && entered.id('markets', market),
        regionId: region && regions.get(region),
        bodies: [...participants.map(body('participant')), ...organisers.map(body('organiser'))],
        agreements: serves ? [await servedBy(entered, serves)] : [],
      },
    })
    await entered.add('missions', key, mission.id, fact)
  }
}

async function servedBy({ call, id }: Entered, { agreement, action }: NonNullable<MissionFact['serves']>) {
  const agreementId = id('agreements', agreement)
  if (!action) return { agreementId }
  const { actions } = await call(agreementRecords.read, { params: { id: agreementId } })
  const actionId = actions.find(({ title }) => title.startsWith(action))?.id
  if (!actionId) throw new Error(`No action of “${agreement}” begins with “${action}”`)
  return { agreementId, actionId }
}
