import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listHistory, undoChange } from '../../src/contract/history.ts'
import { cancelMission, missionRecords } from '../../src/contract/missions.ts'
import {
  inviteParticipants,
  moveParticipation,
  type Participation,
} from '../../src/contract/participations.ts'
import { canMove, participationStates } from '../../src/domain/participation.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { participationVerbs } from '../support/participations.ts'

let api: TestApi
let make: ReturnType<typeof makers>
let verbs: ReturnType<typeof participationVerbs>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
  verbs = participationVerbs(api)
})
afterAll(() => api.stop())

/** A mission of so many places, and companies that applied to it one after the other. */
async function applied(
  capacity: number | null,
  count: number,
  fields: Parameters<typeof make.mission>[0] = {},
) {
  const mission = await make.mission({ capacity, ...fields })
  const companies: Participation[] = []
  for (let n = 0; n < count; n++)
    companies.push(await make.participation({ missionId: mission.id, state: 'applied', since: '2008-06-01' }))
  return {
    mission,
    companies: companies as [Participation, Participation, Participation, ...Participation[]],
  }
}

const undoLast = async () => {
  const { items } = await api.call(listHistory, { query: { limit: 1 } })
  return api.call(undoChange, { params: { id: items[0]?.id ?? '' } })
}

const statesIn = async (missionId: string) =>
  (await verbs.list({ mission: missionId, limit: 200 })).map(({ state }) => state)

describe('places', () => {
  it('are given until there are none; who comes next waits in turn', async () => {
    const { companies } = await applied(1, 3)
    const [a, b, c] = companies
    expect((await verbs.move(a, 'accepted')).participation).toMatchObject({
      state: 'accepted',
      waiting: null,
    })
    expect((await verbs.move(b, 'accepted')).participation).toMatchObject({ state: 'waitlisted', waiting: 1 })
    expect((await verbs.move(c, 'accepted')).participation).toMatchObject({ state: 'waitlisted', waiting: 2 })
  })

  it('has no end without a capacity, and counterparts take none', async () => {
    const { mission, companies } = await applied(null, 3)
    for (const company of companies)
      expect((await verbs.move(company, 'accepted')).participation.state).toBe('accepted')
    const tight = await make.mission({ capacity: 1 })
    await make.participation({ missionId: tight.id, state: 'accepted' })
    const host = await make.participation({ missionId: tight.id, side: 'partner', state: 'accepted' })
    expect(host.state).toBe('accepted')
    expect(await statesIn(mission.id)).toEqual(['accepted', 'accepted', 'accepted'])
  })

  it('who waits and is accepted while all is full keeps the turn', async () => {
    const { companies } = await applied(1, 3)
    const [a, b, c] = companies
    await verbs.move(a, 'accepted')
    const waiting = (await verbs.move(b, 'accepted')).participation
    await verbs.move(c, 'accepted')
    expect((await verbs.move(waiting, 'accepted')).participation).toEqual(waiting)
  })

  it('a withdrawal offers the place to the first who waits', async () => {
    const { companies } = await applied(1, 3)
    const [a, b, c] = companies
    const placed = (await verbs.move(a, 'accepted')).participation
    await verbs.move(b, 'accepted')
    const last = (await verbs.move(c, 'accepted')).participation
    const { participation, promoted } = await verbs.move(placed, 'withdrawn', { since: '2008-09-20' })
    // From the 20th on; the clock shows the 15th.
    expect(participation).toMatchObject({ state: 'accepted', version: placed.version + 1 })
    expect(participation.states.at(-1)).toMatchObject({ state: 'withdrawn', since: '2008-09-20' })
    expect(promoted).toMatchObject({ id: b.id })
    expect(promoted?.states.at(-1)).toMatchObject({ state: 'accepted', since: '2008-09-20' })
    expect(await verbs.read(last)).toMatchObject({ state: 'waitlisted', waiting: 2 })
    expect(await verbs.read(last, '2008-09-20')).toMatchObject({ waiting: 1 })
  })

  it('asked for on entry are given as far as they go', async () => {
    const mission = await make.mission({ capacity: 2 })
    const companies = [await make.organisation(), await make.organisation(), await make.organisation()]
    const { items } = await verbs.invite(mission.id, {
      side: 'home',
      state: 'confirmed',
      reason: 'Came last year',
      invitees: companies.map(({ id }) => ({ organisationId: id })),
    })
    expect(items.map(({ state, waiting }) => [state, waiting])).toEqual([
      ['confirmed', null],
      ['confirmed', null],
      ['waitlisted', 1],
    ])
  })

  it('can’t be fewer than are taken, and more of them go to who waits', async () => {
    const { mission, companies } = await applied(2, 4)
    for (const company of companies) await verbs.move(company, 'accepted')
    const change = (capacity: number | null, version: number) =>
      api.call(missionRecords.update, { params: { id: mission.id }, body: { capacity } }, { version })
    await expect(change(1, mission.version)).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'capacity', code: 'places_taken', params: { taken: 2 } }] },
    })
    expect((await change(3, mission.version)).counts).toMatchObject({ placed: 3, waitlisted: 1 })
    expect(await statesIn(mission.id)).toEqual(['accepted', 'accepted', 'accepted', 'waitlisted'])
    expect((await verbs.read(companies[2])).states.at(-1)).toMatchObject({
      state: 'accepted',
      since: '2008-09-15',
    })
    await undoLast()
    expect(await statesIn(mission.id)).toEqual(['accepted', 'accepted', 'waitlisted', 'waitlisted'])
    const again = await api.call(missionRecords.read, { params: { id: mission.id } })
    expect(again.capacity).toBe(2)
    // Changing something else offers nothing, and without a limit nobody waits any more.
    const { version } = await api.call(
      missionRecords.update,
      { params: { id: mission.id }, body: { capacity: 2, title: 'Other' } },
      { version: again.version },
    )
    expect(await statesIn(mission.id)).toEqual(['accepted', 'accepted', 'waitlisted', 'waitlisted'])
    expect((await change(null, version)).counts).toMatchObject({ placed: 4, waitlisted: 0 })
  })

  it('of a cancelled mission are offered to nobody', async () => {
    const { mission, companies } = await applied(1, 3)
    const placed = (await verbs.move(companies[0], 'accepted')).participation
    await verbs.move(companies[1], 'accepted')
    const { version } = await api.call(
      cancelMission,
      { params: { id: mission.id }, body: { on: '2008-09-01', reason: 'No funds' } },
      { version: mission.version },
    )
    await api.call(missionRecords.update, { params: { id: mission.id }, body: { capacity: 3 } }, { version })
    expect((await verbs.remove(placed)).promoted).toBeNull()
    expect(await statesIn(mission.id)).toEqual(['waitlisted', 'applied'])
  })

  it('that become free by the bin go to who waits; undone, everybody is where they were', async () => {
    const { mission, companies } = await applied(1, 3)
    const [a, b, c] = companies
    const placed = (await verbs.move(a, 'accepted')).participation
    await verbs.move(b, 'accepted')
    await verbs.move(c, 'accepted')
    const host = await make.participation({ missionId: mission.id, side: 'partner', state: 'accepted' })
    expect((await verbs.remove(host)).promoted).toBeNull()
    expect(await verbs.remove(placed)).toMatchObject({ promoted: b.organisation })
    expect(await verbs.read(b)).toMatchObject({ state: 'accepted', waiting: null })
    await undoLast()
    expect((await verbs.read(placed)).deletedAt).toBeNull()
    expect(await verbs.read(b)).toMatchObject({ state: 'waitlisted', waiting: 1 })
    // One who waits frees nothing.
    expect((await verbs.remove(await verbs.read(c))).promoted).toBeNull()
    expect((await verbs.read(b)).state).toBe('waitlisted')
  })

  it('given away meanwhile are not there any more for who comes back from the bin', async () => {
    const { mission, companies } = await applied(1, 3)
    const [a, b] = companies
    const placed = (await verbs.move(a, 'accepted')).participation
    await verbs.remove(placed)
    await verbs.move(b, 'accepted')
    expect(await verbs.restore(placed)).toMatchObject({ state: 'waitlisted', waiting: 1, deletedAt: null })
    expect((await statesIn(mission.id)).filter((state) => state === 'accepted')).toHaveLength(1)
  })

  it('are not passed by an undo either', async () => {
    const { companies } = await applied(1, 3)
    const [a, b] = companies
    const placed = (await verbs.move(a, 'accepted')).participation
    await verbs.remove(placed)
    const { items } = await api.call(listHistory, { query: { limit: 1 } })
    await verbs.move(b, 'accepted')
    await expect(api.call(undoChange, { params: { id: items[0]?.id ?? '' } })).rejects.toMatchObject({
      status: 409,
      code: 'undo_blocked',
    })
  })

  it('undone, a withdrawal gives the place back and sends who had it to the waiting list again', async () => {
    const { companies } = await applied(1, 3)
    const [a, b] = companies
    const placed = (await verbs.move(a, 'accepted')).participation
    const waiting = (await verbs.move(b, 'accepted')).participation
    await verbs.move(placed, 'withdrawn')
    const { items } = await api.call(listHistory, { query: { limit: 1 } })
    await api.call(undoChange, { params: { id: items[0]?.id ?? '' } })
    expect((await verbs.read(placed)).state).toBe('accepted')
    expect(await verbs.read(waiting)).toMatchObject({ state: 'waitlisted', waiting: 1 })
  })
})

describe('several at once', () => {
  it('for the last place: one has it, the others wait, whoever is first', async () => {
    const { mission, companies } = await applied(1, 4)
    const answers = await Promise.all(companies.map((company) => verbs.move(company, 'accepted')))
    const states = answers.map(({ participation }) => participation.state).sort()
    expect(states).toEqual(['accepted', 'waitlisted', 'waitlisted', 'waitlisted'])
    expect((await statesIn(mission.id)).sort()).toEqual(states)
    const turns = answers.flatMap(({ participation }) => participation.waiting ?? []).sort()
    expect(turns).toEqual([1, 2, 3])
  })

  it('of the same participation: one goes through, the other sees a newer version', async () => {
    const { companies } = await applied(null, 1)
    const [company] = companies
    const both = await Promise.allSettled([
      verbs.move(company, 'accepted'),
      verbs.move(company, 'rejected', { reason: 'Too small' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toMatchObject({ status: 412, code: 'version_stale' })
  })

  it('inviting the same bodies: each takes part once', async () => {
    const mission = await make.mission()
    const invitees = [{ organisationId: (await make.organisation()).id }]
    const invite = () =>
      api.call(inviteParticipants, { params: { id: mission.id }, body: { side: 'partner', invitees } })
    const answers = await Promise.all([invite(), invite(), invite()])
    expect(answers.map(({ items }) => items.length).sort()).toEqual([0, 0, 1])
    expect(answers.flatMap(({ already }) => already)).toHaveLength(2)
  })
})

describe('any moves in any order', () => {
  it('never pass the capacity, and those who wait are numbered from one', async () => {
    const step = fc.record({ who: fc.nat(5), to: fc.constantFrom(...participationStates) })
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.array(step, { maxLength: 25 }),
        async (capacity, steps) => {
          const { mission, companies } = await applied(capacity, 6)
          for (const { who, to } of steps) {
            const held = await verbs.read(companies[who] as Participation)
            const answer = await api.send(
              moveParticipation,
              { params: { id: held.id }, body: { state: to, reason: 'Any' } },
              { version: held.version },
            )
            expect(answer.status).toBe(canMove(held.state, to) ? 409 : 200)
            const { rows } = await sql<{
              taken: number
            }>`select places_taken(${mission.id}) as taken`.execute(api.db)
            expect(rows[0]?.taken).toBeLessThanOrEqual(capacity)
            const turns = (await verbs.list({ mission: mission.id, state: 'waitlisted' })).map(
              ({ waiting }) => waiting,
            )
            expect(turns.sort()).toEqual(turns.map((_, n) => n + 1))
          }
        },
      ),
      { numRuns: 6 },
    )
  }, 240_000)
})
