import type { CallInput } from '../../src/contract/endpoint.ts'
import {
  createMeetings,
  readSchedule,
  type Schedule,
  setGrid,
  updateMeeting,
} from '../../src/contract/meetings.ts'
import type { Mission } from '../../src/contract/missions.ts'
import { enterRequests } from '../../src/contract/requests.ts'
import type { TestApi } from './api.ts'
import { makers } from './make.ts'

type Slot = Pick<Schedule['slots'][number], 'day' | 'starts' | 'ends' | 'session'>
type Wanted = CallInput<typeof enterRequests>['body']['requests'][number]

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** So many half-hour slots of a day from 09:00 on; those from noon on are the afternoon's. */
export const slotsOf = (day: string, count: number): Slot[] =>
  Array.from({ length: count }, (_, index) => {
    const starts = 9 * 60 + index * 30
    return {
      day,
      starts: clock(starts),
      ends: clock(starts + 30),
      session: starts < 720 ? 'morning' : 'afternoon',
    }
  })

export interface Planned {
  mission: Mission
  /** Participations of the home side (a, b, …) and of the partner side. */
  home: string[]
  partner: string[]
}

/** What is done to schedules, over the API. */
export function schedules(api: TestApi) {
  const make = makers(api)
  const read = (missionId: string) => api.call(readSchedule, { params: { id: missionId } })

  /** A mission of 15 to 17 October 2008 in Yokohama with so many confirmed participants on either side. */
  async function planned(home = 2, partner = 2): Promise<Planned> {
    const mission = await make.mission({
      kind: 'trade_fair',
      starts: '2008-10-15',
      ends: '2008-10-17',
      timeZone: 'Asia/Tokyo',
      homeTimeZone: 'Europe/Paris',
    })
    const some = async (side: 'home' | 'partner', count: number) => {
      const ids: string[] = []
      for (let n = 0; n < count; n++)
        ids.push((await make.participation({ missionId: mission.id, side, state: 'accepted' })).id)
      return ids
    }
    return { mission, home: await some('home', home), partner: await some('partner', partner) }
  }

  async function grid(missionId: string, body: CallInput<typeof setGrid>['body']): Promise<Schedule> {
    const { version } = await read(missionId)
    return api.call(setGrid, { params: { id: missionId }, body }, { version })
  }

  /** Requests that both sides make of each other: agreed. */
  const agree = (missionId: string, pairs: readonly (readonly [string, string])[]) =>
    enter(
      missionId,
      pairs.map(([fromId, toId]) => ({ fromId, toId, answer: 'accepted' as const })),
    )
  const enter = (missionId: string, requests: Wanted[]) =>
    api.call(enterRequests, { params: { id: missionId }, body: { requests } })
  const meet = (missionId: string, pairs?: CallInput<typeof createMeetings>['body']['pairs']) =>
    api.call(createMeetings, { params: { id: missionId }, body: { pairs } })

  /** Moves a meeting, seen as it is now. */
  async function move(missionId: string, meetingId: string, body: CallInput<typeof updateMeeting>['body']) {
    const { meetings } = await read(missionId)
    const version = meetings.find(({ id }) => id === meetingId)?.version
    return api.call(updateMeeting, { params: { id: meetingId }, body }, { version })
  }

  return { planned, grid, agree, enter, meet, move, read }
}
