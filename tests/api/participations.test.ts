import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setGrid } from '../../src/contract/meetings.ts'
import { cancelMission, missionRecords } from '../../src/contract/missions.ts'
import { participationEndpoints } from '../../src/contract/participations.ts'
import { problemOf, startApi, type TestApi, viewer } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { wholeMission } from '../support/mission-whole.ts'
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

describe('who may', () => {
  const bodies: Record<string, object> = {
    'participations.invite': { side: 'home', invitees: [{ organisationId: randomUUID() }] },
    'participations.update': {},
    'participations.move': { state: 'applied' },
    'participations.attend': { attended: true, on: '2008-10-15' },
  }

  it.each(participationEndpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s: nobody unknown, viewers only look; 404 where there is none',
    async (_, endpoint) => {
      const held = await make.participation()
      const input = (id: string) => ({ params: { id }, body: bodies[endpoint.id] })
      expect(
        await problemOf(await api.send(endpoint, input(held.id), { actor: null, version: 1 })),
      ).toMatchObject({ status: 401 })
      const looking = await api.send(endpoint, input(held.id), { actor: viewer, version: 1 })
      if (endpoint.access === 'read') expect(looking.status).toBe(200)
      else expect(await problemOf(looking)).toMatchObject({ status: 403, code: 'not_allowed' })
      if (endpoint.id === 'participations.list') return
      expect(await problemOf(await api.send(endpoint, input(randomUUID()), { version: 1 }))).toMatchObject({
        status: 404,
        code: 'not_found',
      })
      expect((await api.send(endpoint, input('1 or 1=1'), { version: 1 })).status).toBe(422)
    },
  )
})

describe('inviting', () => {
  it('takes bodies in once, with what they work on and who comes', async () => {
    const mission = await make.mission()
    const organisation = await make.organisation({
      kinds: ['company'],
      name: 'Shionogi',
      country: 'JP',
      town: 'Osaka',
      names: [{ name: 'Shionogi & Co' }, { name: '塩野義製薬' }],
    })
    const person = await make.person({ nativeName: '田中 花子', givenName: 'Hanako', familyName: 'Tanaka' })
    const invitee = {
      organisationId: organisation.id,
      themes: ['vaccines'],
      offers: ['clinical trials'],
      seeks: ['licences'],
      people: [person.id],
      languages: ['ja', 'en'],
    }
    const { items, already } = await verbs.invite(mission.id, {
      side: 'partner',
      invitees: [invitee, invitee],
    })
    expect(already).toEqual([{ id: organisation.id, name: 'Shionogi' }])
    const { organisationId: _, people: __, ...words } = invitee
    expect(items).toEqual([
      expect.objectContaining({
        ...words,
        mission: { id: mission.id, name: mission.title },
        organisation: { id: organisation.id, name: 'Shionogi' },
        nativeName: '塩野義製薬',
        isCompany: true,
        country: 'JP',
        town: 'Osaka',
        cluster: null,
        state: 'invited',
        since: '2008-09-15',
        people: [{ id: person.id, name: 'Hanako Tanaka', nativeName: '田中 花子' }],
        version: 1,
      }),
    ])
    const again = await verbs.invite(mission.id, { side: 'home', invitees: [invitee] })
    expect(again).toEqual({ items: [], already: [{ id: organisation.id, name: 'Shionogi' }] })
    expect(await verbs.list({ mission: mission.id })).toEqual(items)
  })

  it('takes a company for the nearest cluster whose member it is, where there is just one', async () => {
    const [a, b, allied, elsewhere] = [
      await make.organisation(),
      await make.organisation(),
      await make.organisation(),
      await make.organisation(),
    ]
    const alliance = await make.alliance({ members: [{ organisationId: allied.id }] })
    const mission = await make.mission({
      allianceId: alliance.id,
      bodies: [
        { organisationId: a.id, role: 'lead' },
        { organisationId: b.id, role: 'participant' },
        { organisationId: elsewhere.id, role: 'host' },
      ],
    })
    const member = async (...of: { id: string }[]) =>
      (await make.organisation({ kinds: ['company'], affiliations: of.map(({ id }) => ({ toId: id })) })).id
    const invitees = [
      await member(a, elsewhere),
      await member(a, b),
      await member(allied, elsewhere),
      await member(elsewhere),
      await member(),
    ]
    const invited = await verbs.invite(mission.id, {
      side: 'home',
      invitees: [
        ...invitees.map((organisationId) => ({ organisationId })),
        { organisationId: await member(a), clusterId: b.id },
      ],
    })
    expect(invited.items.map(({ cluster }) => cluster?.id ?? null)).toEqual([
      a.id,
      null,
      allied.id,
      elsewhere.id,
      null,
      b.id,
    ])
  })

  it('names each field that refers to nothing, and enters nobody then', async () => {
    const mission = await make.mission()
    const known = { organisationId: (await make.organisation()).id }
    const nobody = { organisationId: randomUUID(), clusterId: randomUUID(), people: [randomUUID()] }
    await expect(verbs.invite(mission.id, { side: 'home', invitees: [known, nobody] })).rejects.toMatchObject(
      {
        status: 422,
        problem: {
          errors: [
            { path: 'invitees.1.organisationId', code: 'unknown_reference' },
            { path: 'invitees.1.clusterId' },
            { path: 'invitees.1.people.0' },
          ],
        },
      },
    )
    expect(await verbs.list({ mission: mission.id })).toEqual([])
  })

  it('is refused for a mission cancelled or in the bin', async () => {
    const body = { side: 'home' as const, invitees: [{ organisationId: (await make.organisation()).id }] }
    const { id, version } = await make.mission()
    await api.call(
      cancelMission,
      { params: { id }, body: { on: '2008-09-01', reason: 'No money' } },
      { version },
    )
    await expect(verbs.invite(id, body)).rejects.toMatchObject({ status: 409, code: 'mission_cancelled' })
    const other = await make.mission()
    await api.call(missionRecords.remove, { params: { id: other.id } }, { version: 1 })
    await expect(verbs.invite(other.id, body)).rejects.toMatchObject({ status: 409, code: 'record_in_bin' })
  })
})

describe('changing', () => {
  it('changes what is given, leaves the rest, and weighs the scores', async () => {
    const mission = await make.mission({
      criteria: [
        { name: 'Ready', weight: 3 },
        { name: 'Fits', weight: 1 },
      ],
    })
    const made = await make.participation({ missionId: mission.id, themes: ['vaccines'] })
    const [ready, fits] = mission.criteria.map(({ id }) => id) as [string, string]
    const person = await make.person()
    const changed = await verbs.update(made, {
      people: [person.id],
      note: 'Called',
      fee: { minor: 50_000, currency: 'JPY' },
      feePaidOn: '2008-09-01',
      scores: [
        { criterionId: ready, score: 5, note: 'Exports already' },
        { criterionId: fits, score: 2 },
      ],
    })
    expect(changed).toMatchObject({
      themes: ['vaccines'],
      cluster: made.cluster,
      people: [{ id: person.id }],
      fee: { minor: 50_000, currency: 'JPY' },
      score: 4.25,
      version: 2,
    })
    const less = await verbs.update(changed, {
      fee: null,
      scores: [{ criterionId: fits, score: 2 }],
      clusterId: null,
    })
    expect(less).toMatchObject({
      fee: null,
      note: 'Called',
      cluster: null,
      score: 2,
      people: [{ id: person.id }],
    })
    expect(less.scores).toEqual([{ criterionId: fits, score: 2, note: null }])
  })

  it('names what is not of this mission, or no record at all', async () => {
    const { companies } = await wholeMission(api)
    const stranger = await make.participation()
    const [{ unavailable, scores }] = companies
    const wrong = (body: Parameters<typeof verbs.update>[1]) => verbs.update(stranger, body)
    const at = (path: string) => ({ status: 422, problem: { errors: [{ path, code: 'unknown_reference' }] } })
    await expect(wrong({ unavailable })).rejects.toMatchObject(at('unavailable.0'))
    await expect(wrong({ scores })).rejects.toMatchObject(at('scores.0.criterionId'))
    await expect(wrong({ people: [randomUUID()] })).rejects.toMatchObject(at('people.0'))
    await expect(wrong({ clusterId: randomUUID() })).rejects.toMatchObject(at('clusterId'))
    const twice = [...scores, ...scores]
    await expect(verbs.update(companies[0], { scores: twice })).rejects.toMatchObject({
      problem: { errors: [{ path: 'scores.1.criterionId', code: 'duplicate' }] },
    })
  })
})

describe('the bin', () => {
  it('is not for who has meetings, and gives back what it took unless they take part again', async () => {
    const { companies } = await wholeMission(api)
    await expect(verbs.remove(await verbs.read(companies[0]))).rejects.toMatchObject({
      status: 409,
      code: 'in_use',
      problem: { blockers: [{ noun: 'meetings' }] },
    })
    const made = await make.participation()
    const binned = await verbs.remove(made)
    expect(await verbs.list({ mission: made.mission.id })).toEqual([])
    expect(await verbs.restore(made)).toEqual({
      ...made,
      version: made.version + 2,
      updatedAt: binned.updatedAt,
    })
    const again = await verbs.remove({ ...binned, version: made.version + 2 })
    await make.participation({ missionId: made.mission.id, organisationId: made.organisation.id })
    await expect(verbs.restore(again)).rejects.toMatchObject({ status: 409, code: 'duplicate' })
  })

  it('keeps slots that somebody can’t use out of the way of the grid', async () => {
    const { mission, grid } = await wholeMission(api)
    const { version } = await api.call(missionRecords.read, { params: { id: mission.id } })
    const [slot] = grid.slots
    const after = await api.call(
      setGrid,
      { params: { id: mission.id }, body: { slots: slot ? [slot] : [] } },
      { version },
    )
    expect(after.participants.flatMap(({ unavailable }) => unavailable)).toEqual([])
  })
})
