import { createMeetings, setGrid } from '../../src/contract/meetings.ts'
import { type Mission, missionRecords } from '../../src/contract/missions.ts'
import type { Participation } from '../../src/contract/participations.ts'
import { enterRequests } from '../../src/contract/requests.ts'
import type { TestApi } from './api.ts'
import { makers } from './make.ts'
import { participationVerbs } from './participations.ts'

/**
 * A mission with something of everything that hangs on one, entered over the API: bodies, an agreement with an action,
 * checklist, criteria and scores; two companies and a counterpart with people; slots, tables, who can't come when;
 * requests, and a meeting in the grid.
 */
export async function wholeMission(
  api: TestApi,
  fields: Parameters<ReturnType<typeof makers>['mission']>[0] = {},
) {
  const make = makers(api)
  const cluster = await make.organisation()
  const market = await make.market({ regions: [{ name: 'Kansai' }] })
  const agreement = await make.agreement({ marketId: market.id, actions: [{ title: 'Seminars' }] })
  const mission = await make.mission({
    kind: 'trade_fair',
    template: true,
    marketId: market.id,
    regionId: market.regions[0]?.id,
    starts: '2008-10-15',
    ends: '2008-10-17',
    startTime: '09:00',
    timeZone: 'Asia/Tokyo',
    homeTimeZone: 'Europe/Paris',
    capacity: 2,
    fee: { minor: 150_000, currency: 'EUR' },
    bodies: [{ organisationId: cluster.id, role: 'lead' }],
    agreements: [{ agreementId: agreement.id, actionId: agreement.actions[0]?.id }],
    criteria: [{ name: 'Ready to export', weight: 2 }],
    steps: [{ phase: 'briefing', title: 'Book interpreters', due: '2008-09-30' }],
    ...fields,
  })
  const params = { id: mission.id }
  const day = '2008-10-15'
  const grid = await api.call(
    setGrid,
    {
      params,
      body: {
        slots: [
          { day, starts: '09:00', ends: '09:30', session: 'morning' },
          { day, starts: '09:30', ends: '10:00', session: 'morning' },
        ],
        tables: [{ name: 'Table 1' }, { name: 'Table 2' }],
      },
    },
    { version: mission.version },
  )
  const [slot, later] = grid.slots
  const verbs = participationVerbs(api)
  const person = await make.person({ at: cluster.id })
  const company = async () => {
    const made = await make.participation({
      missionId: mission.id,
      clusterId: cluster.id,
      state: 'accepted',
      reason: 'Known to us',
      themes: ['vaccines'],
    })
    return verbs.update(made, {
      people: [person.id],
      unavailable: [later?.id ?? ''],
      scores: [{ criterionId: mission.criteria[0]?.id ?? '', score: 4, note: 'Sells abroad' }],
      fee: { minor: 100_000, currency: 'EUR' },
    })
  }
  const companies: [Participation, Participation] = [await company(), await company()]
  const counterpart = await make.participation({ missionId: mission.id, side: 'partner', state: 'accepted' })
  const requests = companies.map(({ id }) => ({
    fromId: id,
    toId: counterpart.id,
    answer: 'accepted' as const,
  }))
  await api.call(enterRequests, { params, body: { requests } })
  const pair = { aId: companies[0].id, bId: counterpart.id }
  const placed = { slotId: slot?.id ?? null, tableId: grid.tables[0]?.id ?? null }
  const { meetings } = await api.call(createMeetings, { params, body: { pairs: [{ ...pair, ...placed }] } })
  const meetingId = meetings[0]?.id ?? ''
  const whole: Mission = await api.call(missionRecords.read, { params })
  return { mission: whole, cluster, market, agreement, companies, counterpart, meetingId, grid }
}
