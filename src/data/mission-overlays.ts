import { type Meeting, readMeeting, readSchedule, type recordMeeting } from '../contract/meetings.ts'
import {
  listParticipations,
  type noteAttendance,
  type Participation,
  readParticipation,
} from '../contract/participations.ts'
import type { ParticipationState } from '../domain/participation.ts'
import { lay, type Overlay, withChanged } from './outbox/overlays.ts'

/** How what is recorded on site looks on the screen while it waits for the connection. */

/** What was left out of the body stays as it is. */
const given = <T extends object>(body: T) =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Partial<T>

export const meetingRecorded: Overlay<typeof recordMeeting> = {
  reply: ({ at, base, input: { body } }) => ({ ...(base as Meeting), ...given(body), updatedAt: at }),
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

const presence = (attended: boolean | null): ParticipationState =>
  attended === null ? 'confirmed' : attended ? 'attended' : 'no_show'

export const presenceNoted: Overlay<typeof noteAttendance> = {
  reply: ({ base, input: { body } }) => ({
    ...(base as Participation),
    state: presence(body.attended),
    since: body.on,
  }),
  title: ({ base }) => (base as Participation | undefined)?.organisation.name ?? '',
  apply: [
    lay(readSchedule, (schedule, { input: { params, body } }) => {
      const held = schedule.participants.find(({ id }) => id === params.id)
      if (!held) return schedule
      const changed = { ...held, state: presence(body.attended) }
      return { ...schedule, participants: withChanged(schedule.participants, changed) }
    }),
    lay(readParticipation, (participation, { input: { params, body } }) =>
      participation.id === params.id
        ? { ...participation, state: presence(body.attended), since: body.on }
        : participation,
    ),
    lay(listParticipations, (page, { input: { params, body } }) => {
      const held = page.items.find(({ id }) => id === params.id)
      if (!held) return page
      return { ...page, items: withChanged(page.items, { ...held, state: presence(body.attended) }) }
    }),
  ],
}
