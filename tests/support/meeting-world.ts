import type { CallInput } from '../../src/contract/endpoint.ts'
import { createMeetings, readSchedule, type Schedule, setGrid } from '../../src/contract/meetings.ts'
import { type Mission, missionRecords } from '../../src/contract/missions.ts'
import { inviteParticipants, type Participation } from '../../src/contract/participations.ts'
import { enterRequests } from '../../src/contract/requests.ts'
import type { TestApi } from './api.ts'
import { makers } from './make.ts'

interface Wanted {
  title?: string
  /** Names of the companies and of those they meet. */
  home: readonly string[]
  partner: readonly string[]
  days?: readonly string[]
  /** Beginnings of slots of half an hour: "09:00". */
  starts?: readonly string[]
  tables?: number
  /** Pairs that agree, by their positions: company, counterpart. */
  agreed?: readonly (readonly [home: number, partner: number])[]
  /** The words that the participants have for matching. */
  words?: (
    side: 'home' | 'partner',
    index: number,
  ) => {
    themes?: string[]
    offers?: string[]
    seeks?: string[]
  }
}

export interface MeetingWorld {
  mission: Mission
  home: Participation[]
  partner: Participation[]
  schedule: () => Promise<Schedule>
}

const halfHourLater = (start: string) => {
  const minutes = Number(start.slice(0, 2)) * 60 + Number(start.slice(3)) + 30
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** A mission with participants who are accepted, slots, tables, and meetings of the pairs that agree; none is placed. */
export async function meetingWorld(
  api: TestApi,
  {
    title = 'Bio-Japan',
    home,
    partner,
    days = ['2008-10-15'],
    starts = ['09:00', '09:30', '14:00'],
    tables = 2,
    agreed = [],
    words = () => ({}),
  }: Wanted,
): Promise<MeetingWorld> {
  const make = makers(api)
  const mission = await api.call(missionRecords.create, {
    body: {
      title,
      kind: 'trade_fair',
      starts: days[0],
      ends: days.at(-1),
      timeZone: 'Asia/Tokyo',
      homeTimeZone: 'Europe/Paris',
    },
  })
  const params = { id: mission.id }
  const cluster = await make.organisation()
  const invite = async (side: 'home' | 'partner', names: readonly string[]) => {
    const invitees: CallInput<typeof inviteParticipants>['body']['invitees'] = []
    for (const [index, name] of names.entries()) {
      const organisation = await make.organisation({ name, kinds: [side === 'home' ? 'company' : 'partner'] })
      const brought = side === 'home' ? { clusterId: cluster.id } : {}
      invitees.push({ organisationId: organisation.id, ...brought, ...words(side, index) })
    }
    if (invitees.length === 0) return []
    const { items } = await api.call(inviteParticipants, {
      params,
      body: { side, state: 'accepted', since: '2008-07-01', reason: 'Agreed by telephone', invitees },
    })
    const order = new Map(invitees.map(({ organisationId }, index) => [organisationId, index]))
    return items.toSorted((x, y) => (order.get(x.organisation.id) ?? 0) - (order.get(y.organisation.id) ?? 0))
  }
  const companies = await invite('home', home)
  const counterparts = await invite('partner', partner)
  const schedule = () => api.call(readSchedule, { params })
  if (starts.length > 0 && tables > 0) {
    const slots = days.flatMap((day) =>
      starts.map((start) => ({
        day,
        starts: start,
        ends: halfHourLater(start),
        session: start < '12:30' ? ('morning' as const) : ('afternoon' as const),
      })),
    )
    const body = {
      slots,
      tables: Array.from({ length: tables }, (_, index) => ({ name: `Table ${index + 1}` })),
    }
    await api.call(setGrid, { params, body }, { version: (await schedule()).version })
  }
  if (agreed.length > 0) {
    const requests = agreed.map(([from, to]) => ({
      fromId: companies[from]?.id ?? '',
      toId: counterparts[to]?.id ?? '',
      wish: 'want' as const,
      answer: 'accepted' as const,
    }))
    await api.call(enterRequests, { params, body: { requests } })
    await api.call(createMeetings, { params, body: {} })
  }
  return { mission, home: companies, partner: counterparts, schedule }
}
