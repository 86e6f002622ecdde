import { createMeetings, type Schedule, setGrid, updateMeeting } from '../../../src/contract/meetings.ts'
import { type Mission, missionRecords } from '../../../src/contract/missions.ts'
import { enterRequests } from '../../../src/contract/requests.ts'
import { type Wish, wishes } from '../../../src/domain/matching.ts'
import { checklistTemplates } from '../../../src/domain/mission.ts'
import type { Call } from '../call.ts'
import { criteria, done, homePaths, partnerPath } from './bio-japan.ts'
import type { Bodies, BodyKey } from './bodies.ts'
import type { CompanyKey } from './companies.ts'
import { type CounterpartKey, counterparts } from './counterparts.ts'
import { enterParticipants, type Participants } from './participants.ts'
import { plan } from './plan.ts'
import { answers, expiries, homeWishes, notes, partnerWishes } from './requests.ts'
import { away, bound, closed, isAt, locked, only, order, slots, tables } from './timetable.ts'

/** Enters the invented activity of Bio-Japan 2008: companies, requests of both sides, and a schedule. */
export async function enterBioJapan(call: Call, missionId: string, bodies: Bodies): Promise<void> {
  const mission = await prepare(call, missionId)
  const schedule = await layOut(call, missionId)
  const participants = new Map([
    ...(await enterHome(call, mission, bodies, schedule)),
    ...(await enterPartners(call, missionId, bodies, schedule)),
  ])
  await enterWishes(call, missionId, participants)
  await scheduleAll(call, missionId, participants)
}

/** The checklist of a fair, as far as it is done, and the criteria of the choice. */
async function prepare(call: Call, id: string): Promise<Mission> {
  const { version } = await call(missionRecords.read, { params: { id } })
  const steps = checklistTemplates.trade_fair.map((step) => ({
    ...step,
    title: null,
    doneOn: done[step.key] ?? null,
  }))
  return call(missionRecords.update, { params: { id }, body: { steps, criteria: [...criteria] } }, version)
}

async function layOut(call: Call, id: string): Promise<Schedule> {
  const { version } = await call(missionRecords.read, { params: { id } })
  const bare = await call(setGrid, { params: { id }, body: { slots, tables } }, version)
  const shut = bare.slots.filter(({ day, session }) => day === closed.day && session === closed.session)
  const kept = bare.tables.map((table, index) =>
    index === closed.table ? { ...table, closed: shut.map((slot) => slot.id) } : table,
  )
  return call(setGrid, { params: { id }, body: { tables: kept } }, bare.version)
}

/** The slots that somebody can't use. */
function unavailable({ slots: all }: Schedule, key: CompanyKey | CounterpartKey): string[] {
  const wanted = only[key]
  const absent = away[key] ?? []
  return all.filter((slot) => (wanted && !isAt(slot, wanted)) || isAt(slot, absent)).map(({ id }) => id)
}

function enterHome(call: Call, mission: Mission, bodies: Bodies, schedule: Schedule): Promise<Participants> {
  const coming = Object.entries(homePaths).map(([key, { path, scores = [] }]) => ({
    key: key as CompanyKey,
    path,
    details: {
      unavailable: unavailable(schedule, key as CompanyKey),
      scores: scores.flatMap((score, index) => {
        const criterion = mission.criteria[index]
        return criterion ? [{ criterionId: criterion.id, score }] : []
      }),
    },
  }))
  return enterParticipants(call, mission.id, 'home', bodies, coming)
}

function enterPartners(call: Call, id: string, bodies: Bodies, schedule: Schedule): Promise<Participants> {
  const coming = (Object.keys(counterparts) as CounterpartKey[]).map((key) => {
    const absent = unavailable(schedule, key)
    return { key, path: partnerPath(key), ...(absent.length > 0 ? { details: { unavailable: absent } } : {}) }
  })
  return enterParticipants(call, id, 'partner', bodies, coming)
}

/** The id of somebody's participation; throws where there is none. */
function idIn(participants: ReadonlyMap<BodyKey, string>, key: BodyKey): string {
  const id = participants.get(key)
  if (!id) throw new Error(`“${key}” does not take part`)
  return id
}

async function enterWishes(call: Call, id: string, participants: ReadonlyMap<BodyKey, string>) {
  const asked = Object.entries({ ...homeWishes, ...partnerWishes }) as [
    BodyKey,
    Partial<Record<Wish, readonly BodyKey[]>>,
  ][]
  const requests = asked.flatMap(([from, wanted]) =>
    wishes.flatMap((wish) =>
      (wanted[wish] ?? []).map((to) => ({
        fromId: idIn(participants, from),
        toId: idIn(participants, to),
        wish,
        answer: answers[`${from} ${to}`] ?? ('pending' as const),
        note: notes[`${from} ${to}`] ?? null,
        expiresOn: expiries[`${from} ${to}`] ?? null,
      })),
    ),
  )
  await call(enterRequests, { params: { id }, body: { requests } })
}

/** A first plan of what matters most, then one of all that was agreed; one meeting is kept where it is. */
async function scheduleAll(
  call: Call,
  id: string,
  participants: ReadonlyMap<BodyKey, string>,
): Promise<void> {
  const bare = await call(createMeetings, { params: { id }, body: { pairs: [] } })
  const urgent = bare.open.filter(({ value }) => value >= 6).map(({ aId, bId }) => ({ aId, bId }))
  await call(createMeetings, { params: { id }, body: { pairs: urgent } })
  const meetingOf = ({ meetings }: Schedule, [a, b]: readonly [BodyKey, BodyKey]) => {
    const found = meetings.find(
      ({ aId, bId }) => aId === idIn(participants, a) && bId === idIn(participants, b),
    )
    if (!found) throw new Error(`“${a}” and “${b}” have no meeting`)
    return found
  }
  const change = (
    schedule: Schedule,
    pair: readonly [BodyKey, BodyKey],
    body: { bound?: 'morning' | 'afternoon'; after?: string[]; locked?: boolean },
  ) => {
    const { id: meetingId, version } = meetingOf(schedule, pair)
    return call(updateMeeting, { params: { id: meetingId }, body }, version)
  }
  const made = await call(createMeetings, { params: { id }, body: { pairs: [] } })
  for (const [a, b, session] of bound) await change(made, [a, b], { bound: session })
  await change(made, order.second, { after: [meetingOf(made, order.first).id] })
  const ready = await call(createMeetings, { params: { id }, body: { pairs: [] } })
  const first = await plan(call, ready, 'First plan: what matters most', 1)
  await change(first, locked, { locked: true })
  const whole = await call(createMeetings, { params: { id }, body: {} })
  await plan(call, whole, 'All that was agreed', 2)
}
