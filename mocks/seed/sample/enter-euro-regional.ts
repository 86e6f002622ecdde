import { listTasks, updateTask } from '../../../src/contract/dossier.ts'
import { createMeetings, recordMeeting, type Schedule, setGrid } from '../../../src/contract/meetings.ts'
import { missionRecords } from '../../../src/contract/missions.ts'
import { createOutcome, planFollowUp, readResults } from '../../../src/contract/outcomes.ts'
import { noteAttendance } from '../../../src/contract/participations.ts'
import { enterRequests } from '../../../src/contract/requests.ts'
import type { Call } from '../call.ts'
import type { Bodies, BodyKey } from './bodies.ts'
import { type NeighbourKey, neighbours } from './counterparts.ts'
import { asked, came, meetings, outcomes, slots, tables } from './euro-regional.ts'
import { enterParticipants, type Participants } from './participants.ts'
import { plan } from './plan.ts'

/** Enters the invented business meetings of December 2007, as they went and what came of them. */
export async function enterEuroRegional(call: Call, missionId: string, bodies: Bodies): Promise<void> {
  const { version } = await call(missionRecords.read, { params: { id: missionId } })
  await call(setGrid, { params: { id: missionId }, body: { slots, tables } }, version)
  const participants = await takeIn(call, missionId, bodies)
  const pairs = meetings.map(([a, b]) => ({ a, b, aId: idIn(participants, a), bId: idIn(participants, b) }))
  await call(enterRequests, {
    params: { id: missionId },
    body: {
      requests: pairs.flatMap(({ aId, bId }) => [
        { fromId: aId, toId: bId, wish: 'want' as const },
        { fromId: bId, toId: aId, wish: 'open' as const },
      ]),
    },
  })
  const made = await call(createMeetings, { params: { id: missionId }, body: {} })
  const planned = await plan(call, made, 'As it was held', 1)
  await tellHow(call, planned, participants)
  await tellWhat(call, planned, participants, bodies)
  await followUp(call, missionId, participants)
}

function idIn(participants: Participants, key: BodyKey): string {
  const id = participants.get(key)
  if (!id) throw new Error(`“${key}” does not take part`)
  return id
}

async function takeIn(call: Call, missionId: string, bodies: Bodies): Promise<Participants> {
  const coming = (side: 'home' | 'partner') =>
    (Object.keys(came) as BodyKey[])
      .filter((key) => isNeighbour(key) === (side === 'partner'))
      .map((key) => ({
        key,
        path: [
          ['accepted', '2007-11-05'],
          ['confirmed', '2007-11-19'],
        ] as const,
      }))
  return new Map([
    ...(await enterParticipants(call, missionId, 'home', bodies, coming('home'))),
    ...(await enterParticipants(call, missionId, 'partner', bodies, coming('partner'))),
  ])
}

const isNeighbour = (key: string): key is NeighbourKey => Object.hasOwn(neighbours, key)

async function tellHow(call: Call, schedule: Schedule, participants: Participants): Promise<void> {
  for (const [key, attended] of Object.entries(came))
    await call(noteAttendance, {
      params: { id: idIn(participants, key as BodyKey) },
      body: { attended: attended === true, on: '2007-12-03' },
    })
  for (const [a, b, rating, remark = null] of meetings) {
    if (rating === null) continue
    const id = meetingOf(schedule, idIn(participants, a), idIn(participants, b))
    const state = rating === 'did_not_take_place' ? 'no_show' : 'held'
    await call(recordMeeting, { params: { id }, body: { state, rating, remark } })
  }
}

function meetingOf(schedule: Schedule, aId: string, bId: string): string {
  const found = schedule.meetings.find((meeting) => meeting.aId === aId && meeting.bId === bId)
  if (!found) throw new Error('The two have no meeting')
  return found.id
}

async function tellWhat(call: Call, schedule: Schedule, participants: Participants, bodies: Bodies) {
  const organisationId = (key: BodyKey) => {
    const body = bodies.get(key)
    if (!body) throw new Error(`“${key}” has not been entered`)
    return body.organisationId
  }
  for (const { of, ...outcome } of outcomes) {
    const [company, counterpart] = of
    await call(createOutcome, {
      params: { id: schedule.missionId },
      body: {
        ...outcome,
        companies: [organisationId(company)],
        counterpartId: organisationId(counterpart),
        meetingId: meetingOf(schedule, idIn(participants, company), idIn(participants, counterpart)),
      },
    })
  }
}

/** The questions after 3, 6 and 12 months, ticked off as far as they have been asked. */
async function followUp(call: Call, missionId: string, participants: Participants): Promise<void> {
  await call(planFollowUp, { params: { id: missionId } })
  const { followUp: planned } = await call(readResults, { params: { id: missionId } })
  const { items: tasks } = await call(listTasks, { query: { state: 'all', limit: 200 } })
  for (const [key, days] of Object.entries(asked))
    for (const [index, doneOn] of (days ?? []).entries()) {
      const participationId = idIn(participants, key as BodyKey)
      const months = [3, 6, 12][index]
      const task = planned.find((one) => one.participationId === participationId && one.months === months)
      const version = tasks.find(({ id }) => id === task?.taskId)?.version
      if (!task || !version) throw new Error(`Nobody is to ask “${key}” after ${months} months`)
      await call(updateTask, { params: { id: task.taskId }, body: { doneOn } }, version)
    }
}
