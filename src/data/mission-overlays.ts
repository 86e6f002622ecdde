import type { QueryClient } from '@tanstack/react-query'
import {
  type Meeting,
  readMeeting,
  readSchedule,
  type recordMeeting,
  type Schedule,
} from '../contract/meetings.ts'
import {
  listParticipations,
  type noteAttendance,
  type Participation,
  readParticipation,
} from '../contract/participations.ts'
import { recordedAs } from '../domain/meeting.ts'
import type { ParticipationState } from '../domain/participation.ts'
import { lay, type Overlay, withChanged } from './outbox/overlays.ts'

/** How what is recorded on site looks on the screen while it waits for the connection. */

/** What was left out of the body stays as it is. */
const given = <T extends object>(body: T) =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Partial<T>

/** The two of a meeting by their names, as a schedule that was seen tells them; '' where none was. */
function pairOf(client: QueryClient, meeting: Meeting): string {
  const seen = client.getQueriesData<Schedule>({ queryKey: ['meetings', 'meetings.schedule'] })
  const schedule = seen.find(([, one]) => one?.missionId === meeting.missionId)?.[1]
  const names = [meeting.aId, meeting.bId].flatMap(
    (id) => schedule?.participants.find((one) => one.id === id)?.name ?? [],
  )
  return names.join(' – ')
}

export const meetingRecorded: Overlay<typeof recordMeeting> = {
  title: ({ base }, client) => (base ? pairOf(client, base as Meeting) : ''),
  reply: ({ at, base, input: { body } }) => {
    const before = base as Meeting
    return { ...before, ...given(body), ...recordedAs(before, given(body)), updatedAt: at }
  },
  apply: [
    lay(readSchedule, (schedule, { reply, input }) => {
      const held = schedule.meetings.find(({ id }) => id === input.params.id)
      if (!held) return schedule
      return { ...schedule, meetings: withChanged(schedule.meetings, { ...held, ...reply }) }
    }),
    lay(readMeeting, (meeting, { reply, input }) =>
      meeting.id === input.params.id ? { ...meeting, ...reply } : meeting,
    ),
  ],
}

/** Where nothing is known of their presence any more, they are again what they were before it was noted. */
function presence(attended: boolean | null, states: Participation['states'] = []): ParticipationState {
  if (attended !== null) return attended ? 'attended' : 'no_show'
  return states.findLast(({ state }) => state !== 'attended' && state !== 'no_show')?.state ?? 'confirmed'
}

export const presenceNoted: Overlay<typeof noteAttendance> = {
  reply: ({ base, input: { body } }) => ({
    ...(base as Participation),
    state: presence(body.attended, (base as Participation | undefined)?.states),
    since: body.on,
  }),
  title: ({ base }) => (base as Participation | undefined)?.organisation.name ?? '',
  apply: [
    lay(readSchedule, (schedule, { reply, input: { params } }) => {
      const held = schedule.participants.find(({ id }) => id === params.id)
      if (!held) return schedule
      const changed = { ...held, state: reply.state, since: reply.since }
      return { ...schedule, participants: withChanged(schedule.participants, changed) }
    }),
    lay(readParticipation, (participation, { reply, input: { params, body } }) =>
      participation.id === params.id
        ? { ...participation, state: reply.state, since: body.on }
        : participation,
    ),
    lay(listParticipations, (page, { reply, input: { params } }) => {
      const held = page.items.find(({ id }) => id === params.id)
      if (!held) return page
      return { ...page, items: withChanged(page.items, { ...held, state: reply.state }) }
    }),
  ],
}
