import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Meeting, recordMeeting, removeMeeting, type Schedule } from '../../src/contract/meetings.ts'
import { createOutcome, type Outcome, readResults } from '../../src/contract/outcomes.ts'
import { listParticipations, moveParticipation } from '../../src/contract/participations.ts'
import { listRequests, type MeetingRequest } from '../../src/contract/requests.ts'
import { answers, pairsOf, wishes } from '../../src/domain/matching.ts'
import { meetingStates, ratingFits, ratings } from '../../src/domain/meeting.ts'
import { firstDay } from '../../src/domain/partial-date.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { schedules, slotsOf } from '../support/schedule.ts'

let api: TestApi
let on: ReturnType<typeof schedules>
beforeAll(async () => {
  api = await startApi()
  on = schedules(api)
})
afterAll(() => api.stop())

const side = 3
const days = ['2008-09-01', '2008-09-20', '2008-10-15', '2008-10-16', '2008-11-30', '2009-06-30']
const day = fc.constantFrom(...days)
const one = fc.nat({ max: 2 * side - 1 })

const request = fc.record({
  from: one,
  to: one,
  wish: fc.constantFrom(...wishes),
  answer: fc.constantFrom(...answers),
  expiresOn: fc.option(day),
})
/** What may happen in a mission: each is done to whichever meeting its number comes upon. */
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ask' as const), requests: fc.array(request) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('meet' as const) }) },
  fc.record({ do: fc.constant('place' as const), which: fc.nat(), slot: fc.nat(), table: fc.nat() }),
  fc.record({
    do: fc.constant('record' as const),
    which: fc.nat(),
    state: fc.constantFrom(...meetingStates),
    rating: fc.option(fc.constantFrom(...ratings)),
  }),
  fc.record({ do: fc.constant('bin' as const), which: fc.nat() }),
  fc.record({ do: fc.constant('withdraw' as const), who: one }),
  fc.record({
    do: fc.constant('outcome' as const),
    which: fc.option(fc.nat()),
    on: fc.option(fc.constantFrom('2008', '2008-10', ...days)),
    minor: fc.option(fc.nat({ max: 1_000_000 })),
    currency: fc.constantFrom('EUR', 'JPY'),
  }),
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

type World = Awaited<ReturnType<typeof world>>
/** A mission in which each company agreed with its counterpart, and some have a place on either day. */
async function world() {
  const { mission, home, partner } = await on.planned(side, side)
  const wanted = [...slotsOf('2008-10-15', 2), ...slotsOf('2008-10-16', 2)]
  const { slots, tables } = await on.grid(mission.id, {
    slots: wanted,
    tables: [{ name: 'A' }, { name: 'B' }],
  })
  const pairs = home.map((id, index) => [id, partner[index] ?? ''] as const)
  await on.agree(mission.id, pairs)
  const place = (index: number) => ({ slotId: slots[index * 2]?.id, tableId: tables[0]?.id })
  await on.meet(
    mission.id,
    pairs.map(([aId, bId], index) => ({ aId, bId, ...(index < 2 ? place(index) : {}) })),
  )
  return { id: mission.id, all: [...home, ...partner] }
}

/** Does what is asked on a day; what the rules refuse is not done. */
async function perform(what: Act, { id, all }: World): Promise<void> {
  const { meetings, slots, tables } = await on.read(id)
  const at = (which: number) => meetings[which % Math.max(1, meetings.length)]
  const perhaps = (work: Promise<unknown>) =>
    work.catch((error: { status?: number }) => expect([409, 422]).toContain(error.status))
  switch (what.do) {
    case 'ask': {
      const wanted = new Map(
        what.requests
          .filter(({ from, to }) => from !== to)
          .map(({ from, to, ...more }) => [
            `${from} ${to}`,
            { ...more, fromId: all[from] ?? '', toId: all[to] ?? '' },
          ]),
      )
      if (wanted.size > 0) await perhaps(on.enter(id, [...wanted.values()]))
      return
    }
    case 'meet':
      await on.meet(id)
      return
    case 'place': {
      const [slot, table] = [slots[what.slot % slots.length], tables[what.table % tables.length]]
      const meeting = at(what.which)
      if (meeting) await perhaps(on.move(id, meeting.id, { slotId: slot?.id, tableId: table?.id }))
      return
    }
    case 'record': {
      const meeting = at(what.which)
      const { state, rating } = what
      const body = ratingFits(state, rating) ? { state, rating } : { state }
      if (meeting) await api.call(recordMeeting, { params: { id: meeting.id }, body })
      return
    }
    case 'bin': {
      const meeting = at(what.which)
      const params = { id: meeting?.id ?? '' }
      if (meeting) await perhaps(api.call(removeMeeting, { params }, { version: meeting.version }))
      return
    }
    case 'withdraw': {
      const { items } = await api.call(listParticipations, { query: { mission: id } })
      const held = items.find((item) => item.id === all[what.who])
      const body = { state: 'withdrawn' as const, reason: 'Changed their mind' }
      if (held)
        await perhaps(
          api.call(moveParticipation, { params: { id: held.id }, body }, { version: held.version }),
        )
      return
    }
    case 'outcome': {
      const meetingId = what.which === null ? null : (at(what.which)?.id ?? null)
      const value = what.minor === null ? null : { minor: what.minor, currency: what.currency }
      const body = { kind: 'lead' as const, title: 'Talks', on: what.on, meetingId, value }
      await api.call(createOutcome, { params: { id }, body })
    }
  }
}

interface Records {
  requests: MeetingRequest[]
  schedule: Schedule
  outcomes: Outcome[]
}

/** The results as anybody would count them by hand from the records, as of a day. */
function replay({ requests, schedule, outcomes }: Records, asOf: string) {
  const known = requests.map(({ from, to, wish, answer, answeredOn, expiresOn }) => ({
    fromId: from.id,
    toId: to.id,
    wish,
    expiresOn,
    answer: answeredOn !== null && answeredOn > asOf ? ('pending' as const) : answer,
  }))
  const pairs = pairsOf(known, asOf).filter(({ aId, bId }) =>
    known.some(
      ({ wish, fromId, toId }) =>
        wish !== 'never' && [aId, bId].includes(fromId) && [aId, bId].includes(toId),
    ),
  )
  const dayOf = ({ slotId }: Meeting) => schedule.slots.find(({ id }) => id === slotId)?.day ?? '2008-10-15'
  const past = (meeting: Meeting) => dayOf(meeting) <= asOf
  const { meetings } = schedule
  const held = meetings.filter((meeting) => meeting.state === 'held' && past(meeting))
  const told = outcomes.filter((outcome) => outcome.on === null || firstDay(outcome.on) <= asOf)
  const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id).sort()
  const sums = new Map<string, number>()
  for (const { value } of told)
    if (value) sums.set(value.currency, (sums.get(value.currency) ?? 0) + value.minor)
  return {
    requested: pairs.map(({ aId, bId }) => `${aId} ${bId}`).sort(),
    accepted: pairs
      .filter(({ state }) => state === 'agreed')
      .map(({ aId, bId }) => `${aId} ${bId}`)
      .sort(),
    scheduled: ids(
      meetings.filter(
        (meeting) =>
          meeting.slotId !== null || (['held', 'no_show'].includes(meeting.state) && past(meeting)),
      ),
    ),
    held: ids(held),
    useful: ids(held.filter(({ rating }) => rating === 'informative' || rating === 'cooperation_possible')),
    outcome: ids(meetings.filter(({ id }) => told.some(({ meetingId }) => meetingId === id))),
    outcomes: ids(told),
    ratings: ratings.map((rating) => meetings.filter((one) => one.rating === rating && past(one)).length),
    values: Object.fromEntries(sums),
  }
}

it('are what a count by hand of the records gives, whatever happened, as of any day', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ day, acts: fc.array(act, { minLength: 1, maxLength: 6 }) }), {
        minLength: 2,
        maxLength: 4,
      }),
      async (course) => {
        api.setClock('2008-09-01')
        const made = await world()
        for (const { day: today, acts } of course.toSorted((x, y) => x.day.localeCompare(y.day))) {
          api.setClock(today)
          for (const what of acts) await perform(what, made)
        }
        const params = { id: made.id }
        const results = (asOf: string) => api.call(readResults, { params, query: { asOf } })
        const { items: requests } = await api.call(listRequests, { query: { mission: made.id, limit: 200 } })
        const records: Records = {
          requests,
          schedule: await on.read(made.id),
          outcomes: (await results('9999-12-31')).outcomes,
        }
        for (const asOf of days) {
          const found = await results(asOf)
          expect(
            {
              ...Object.fromEntries(found.funnel.map(({ step, ids }) => [step, [...ids].sort()])),
              outcomes: found.outcomes.map(({ id }) => id).sort(),
              ratings: found.ratings.map(({ count }) => count),
              values: Object.fromEntries(found.values.map(({ minor, currency }) => [currency, minor])),
            },
            asOf,
          ).toEqual(replay(records, asOf))
          for (const { count, ids } of found.funnel) expect(count).toBe(ids.length)
        }
      },
    ),
    { numRuns: 8, endOnFailure: true },
  )
}, 180_000)
