import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Participation } from '../../src/contract/participations.ts'
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
})
