import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMeetings, readSchedule, setGrid } from '../../src/contract/meetings.ts'
import { cancelMission, missionRecords } from '../../src/contract/missions.ts'
import { type Participation, participationEndpoints } from '../../src/contract/participations.ts'
import { enterRequests } from '../../src/contract/requests.ts'
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
  const body = {
    side: 'home',
    invitees: [{ organisationId: randomUUID() }],
    state: 'applied',
    attended: true,
    on: '2008-10-15',
  }

  it.each(participationEndpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s: nobody unknown, viewers only look; 404 where there is none',
    async (_, endpoint) => {
      const held = await make.participation()
      const input = (id: string) => ({ params: { id }, body: endpoint.method === 'GET' ? undefined : body })
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

  it('takes a company for the cluster of the mission whose member it is, where there is just one', async () => {
    const [a, b, elsewhere] = [
      await make.organisation(),
      await make.organisation(),
      await make.organisation(),
    ]
    const mission = await make.mission({
      bodies: [
        { organisationId: a.id, role: 'lead' },
        { organisationId: b.id, role: 'participant' },
        { organisationId: elsewhere.id, role: 'host' },
      ],
    })
    const member = async (...of: { id: string }[]) =>
      (await make.organisation({ kinds: ['company'], affiliations: of.map(({ id }) => ({ toId: id })) })).id
    const invitees = [await member(a, elsewhere), await member(a, b), await member(elsewhere), await member()]
    const invited = await verbs.invite(mission.id, {
      side: 'home',
      invitees: [
        ...invitees.map((organisationId) => ({ organisationId })),
        { organisationId: await member(a), clusterId: b.id },
      ],
    })
    expect(invited.items.map(({ cluster }) => cluster?.id ?? null)).toEqual([a.id, null, null, null, b.id])
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

describe('the gate', () => {
  it('asks why somebody is taken in whom it warns of, by each thing it warns of', async () => {
    const mission = await make.mission({ applicationsClose: '2008-06-30', criteria: [{ name: 'Ready' }] })
    const { items } = await verbs.invite(mission.id, {
      side: 'home',
      state: 'applied',
      since: '2008-07-01',
      invitees: [{ organisationId: (await make.organisation({ name: 'Late Institute' })).id }],
    })
    const [late] = items as [Participation]
    await expect(verbs.move(late, 'accepted')).rejects.toMatchObject({
      status: 422,
      code: 'reason_required',
      problem: {
        errors: [
          { path: 'reason', code: 'not_a_company', params: { who: 'Late Institute' } },
          { path: 'reason', code: 'no_cluster' },
          { path: 'reason', code: 'after_deadline', params: { on: '2008-06-30' } },
          { path: 'reason', code: 'not_scored', params: { given: 0, wanted: 1 } },
        ],
      },
    })
    const { participation } = await verbs.move(late, 'accepted', { reason: 'The minister asked' })
    expect(participation.states.at(-1)).toMatchObject({ state: 'accepted', reason: 'The minister asked' })
  })

  it('lets a scored company of a cluster that applied in time pass, whenever it is decided', async () => {
    const mission = await make.mission({ applicationsClose: '2008-06-30', criteria: [{ name: 'Ready' }] })
    const made = await make.participation({ missionId: mission.id, state: 'applied', since: '2008-06-30' })
    const scores = [{ criterionId: mission.criteria[0]?.id ?? '', score: 3 }]
    const scored = await verbs.update(made, { scores })
    expect((await verbs.move(scored, 'accepted')).participation.state).toBe('accepted')
  })

  it('asks on entry as well, and asks nothing of counterparts', async () => {
    const mission = await make.mission()
    const invitees = [{ organisationId: (await make.organisation()).id }]
    const asked = verbs.invite(mission.id, { side: 'home', state: 'accepted', invitees })
    await expect(asked).rejects.toMatchObject({ status: 422, code: 'reason_required' })
    const { items } = await verbs.invite(mission.id, { side: 'partner', state: 'accepted', invitees })
    expect(items[0]?.state).toBe('accepted')
  })
})

describe('moving on', () => {
  it('keeps every step with its day and reason, and is read as of any day', async () => {
    const made = await make.participation({ state: 'applied', since: '2008-05-01' })
    const accepted = (await verbs.move(made, 'accepted', { since: '2008-06-01' })).participation
    const confirmed = (await verbs.move(accepted, 'confirmed', { since: '2008-07-01' })).participation
    expect(confirmed.states.map(({ state, since }) => [state, since])).toEqual([
      ['applied', '2008-05-01'],
      ['accepted', '2008-06-01'],
      ['confirmed', '2008-07-01'],
    ])
    expect(await verbs.read(made, '2008-06-30')).toMatchObject({ state: 'accepted', since: '2008-06-01' })
    expect(await verbs.read(made, '2008-04-30')).toMatchObject({ state: 'invited', since: '2008-05-01' })
    const listed = await verbs.list({ mission: made.mission.id, state: 'applied', asOf: '2008-05-31' })
    expect(listed.map(({ id }) => id)).toEqual([made.id])
  })

  it('is refused where the path does not lead, before the last step, and without a reason that is asked for', async () => {
    const made = await make.participation({ state: 'applied', since: '2008-05-01' })
    await expect(verbs.move(made, 'attended')).rejects.toMatchObject({
      status: 409,
      code: 'participation_state',
      problem: { params: { from: 'applied', to: 'attended' } },
    })
    await expect(verbs.move(made, 'shortlisted', { since: '2008-04-30' })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'since', code: 'before_last', params: { since: '2008-05-01' } }] },
    })
    for (const state of ['rejected', 'withdrawn'] as const)
      await expect(verbs.move(made, state, { reason: '' })).rejects.toMatchObject({
        code: 'reason_required',
        problem: { errors: [{ path: 'reason', code: state }] },
      })
    expect(await verbs.read(made)).toEqual(made)
  })

  it('is refused to who holds an old version, in the bin, and in a cancelled mission', async () => {
    const made = await make.participation({ state: 'applied' })
    const newer = await verbs.update(made, { note: 'Called' })
    await expect(verbs.move(made, 'accepted')).rejects.toMatchObject({
      status: 412,
      problem: { current: newer },
    })
    const binned = await verbs.remove(newer)
    await expect(verbs.move(binned, 'accepted')).rejects.toMatchObject({ code: 'record_in_bin' })
    const restored = await verbs.restore(binned)
    const { version } = await api.call(missionRecords.read, { params: made.mission })
    const ending = { on: '2008-09-01', reason: 'No money' }
    await api.call(cancelMission, { params: made.mission, body: ending }, { version })
    await expect(verbs.move(restored, 'accepted')).rejects.toMatchObject({ code: 'mission_cancelled' })
  })

  it('says that the fee is owed by who withdraws too late', async () => {
    const fee = { minor: 150_000, currency: 'EUR' }
    const mission = await make.mission({ fee, freeWithdrawalUntil: '2008-09-10' })
    const company = (state: 'accepted' | 'applied') =>
      make.participation({ missionId: mission.id, state, since: '2008-06-01' })
    const owed = async (held: Participation, since: string) =>
      (await verbs.move(held, 'withdrawn', { since })).feeOwed
    expect(await owed(await company('accepted'), '2008-09-10')).toBe(false)
    expect(await owed(await company('accepted'), '2008-09-11')).toBe(true)
    expect(await owed(await company('applied'), '2008-09-11')).toBe(false)
    const free = await verbs.update(await company('accepted'), { fee: { minor: 0, currency: 'EUR' } })
    expect(await owed(free, '2008-09-11')).toBe(false)
  })
})

describe('a withdrawal', () => {
  it('takes meetings that were planned off the grid, and no others', async () => {
    const { mission, companies, grid } = await wholeMission(api, { capacity: 5 })
    const [company, fellow] = companies
    const params = { id: mission.id }
    const other = await make.participation({ missionId: mission.id, side: 'partner', state: 'accepted' })
    const request = { fromId: fellow.id, toId: other.id, answer: 'accepted' as const }
    await api.call(enterRequests, { params, body: { requests: [request] } })
    const place = { slotId: grid.slots[0]?.id, tableId: grid.tables[1]?.id }
    const pairs = [{ aId: fellow.id, bId: other.id, ...place }]
    await api.call(createMeetings, { params, body: { pairs } })
    const held = await verbs.read(company)
    expect(held).toMatchObject({ agreed: 1, scheduled: 1 })
    expect((await verbs.move(held, 'withdrawn')).unscheduled).toBe(1)
    const { meetings } = await api.call(readSchedule, { params })
    expect(meetings.map(({ aId, slotId }) => [aId, slotId !== null]).sort()).toEqual(
      [
        [company.id, false],
        [fellow.id, true],
      ].sort(),
    )
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

describe('attendance', () => {
  it('is noted, noted otherwise, and taken back; sent again it changes nothing', async () => {
    const made = await make.participation({ state: 'confirmed', since: '2008-09-01' })
    const path = ({ states }: Participation) => states.map(({ state, since }) => `${state} ${since}`)
    const came = await verbs.attend(made, true)
    expect(path(came)).toEqual(['confirmed 2008-09-01', 'attended 2008-10-15'])
    expect(await verbs.attend(made, true)).toEqual(came)
    const away = await verbs.attend(made, false, '2008-10-16')
    expect(path(away)).toEqual(['confirmed 2008-09-01', 'no_show 2008-10-16'])
    const unknown = await verbs.attend(made, null)
    expect(path(unknown)).toEqual(['confirmed 2008-09-01'])
    expect(await verbs.attend(made, null)).toEqual(unknown)
  })

  it('is not noted of who was never taken in, or is in the bin', async () => {
    const applied = await make.participation({ state: 'applied' })
    await expect(verbs.attend(applied, true)).rejects.toMatchObject({
      status: 409,
      code: 'participation_state',
    })
    const binned = await verbs.remove(await make.participation({ state: 'accepted' }))
    await expect(verbs.attend(binned, true)).rejects.toMatchObject({ status: 409, code: 'record_in_bin' })
  })

  it('entered from the start can be taken back as well', async () => {
    const made = await make.participation({ state: 'attended', since: '2008-10-15' })
    expect(await verbs.attend(made, null)).toMatchObject({ states: [{ state: 'confirmed' }] })
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

describe('a list', () => {
  it('is filtered, sorted either way and paged, what is unknown last', async () => {
    const mission = await make.mission({ criteria: [{ name: 'Ready' }] })
    const [alpha, beta] = [
      await make.organisation({ name: 'Alpha Cluster' }),
      await make.organisation({ name: 'Beta' }),
    ]
    const company = async (name: string, clusterId: string | null, score: number | null) => {
      const { id } = await make.organisation({ name: `${name} ${mission.id}`, kinds: ['company'] })
      const { items } = await verbs.invite(mission.id, {
        side: 'home',
        state: score === null ? 'invited' : 'applied',
        invitees: [{ organisationId: id, clusterId }],
      })
      const [made] = items as [Participation]
      if (score === null) return made
      return verbs.update(made, { scores: [{ criterionId: mission.criteria[0]?.id ?? '', score }] })
    }
    await company('Émile', beta.id, 2)
    await company('adam', alpha.id, 5)
    await company('Zoé', null, null)
    const names = async (query: Parameters<typeof verbs.list>[0]) =>
      (await verbs.list({ mission: mission.id, ...query })).map(
        ({ organisation }) => organisation.name.split(' ')[0],
      )
    expect(await names({})).toEqual(['adam', 'Émile', 'Zoé'])
    expect(await names({ sort: '-organisation' })).toEqual(['Zoé', 'Émile', 'adam'])
    expect(await names({ sort: 'cluster' })).toEqual(['adam', 'Émile', 'Zoé'])
    expect(await names({ sort: '-cluster' })).toEqual(['Émile', 'adam', 'Zoé'])
    expect(await names({ sort: 'score' })).toEqual(['Émile', 'adam', 'Zoé'])
    expect(await names({ sort: '-score' })).toEqual(['adam', 'Émile', 'Zoé'])
    expect((await names({ sort: 'state' }))[0]).toBe('Zoé')
    expect((await names({ sort: '-updatedAt' })).sort()).toEqual(['Zoé', 'adam', 'Émile'])
    expect(await names({ from: alpha.id })).toEqual(['adam'])
    expect(await names({ state: 'applied,invited', side: 'home' })).toHaveLength(3)
    expect(await names({ side: 'partner' })).toEqual([])
    expect(await names({ q: 'emile' })).toEqual(['Émile'])
    for (const sort of ['organisation', '-score', 'cluster', 'state', '-updatedAt'] as const) {
      const whole = await names({ sort })
      const paged: string[] = []
      let cursor: string | undefined
      do {
        const query = { mission: mission.id, sort, limit: 1, ...(cursor ? { cursor } : {}) }
        const page = (await (await api.send(participationEndpoints[0], { query })).json()) as {
          items: Participation[]
          next: string | null
          total: number
        }
        expect(page.total).toBe(3)
        paged.push(...page.items.map(({ organisation }) => organisation.name.split(' ')[0] as string))
        cursor = page.next ?? undefined
      } while (cursor)
      expect(paged).toEqual(whole)
    }
  })

  it('is narrowed to the scope: a cluster’s own companies and whom they can meet', async () => {
    const { mission, cluster, market, companies, counterpart } = await wholeMission(api)
    const other = await make.participation({ missionId: mission.id, state: 'applied' })
    const ids = async (query: object) =>
      (await verbs.list({ limit: 200, ...query })).map(({ id }) => id).sort()
    const own = [...companies, counterpart].map(({ id }) => id)
    expect(await ids({ cluster: cluster.id })).toEqual(own.sort())
    expect(await ids({ market: market.id })).toEqual([...own, other.id].sort())
    expect(await ids({ market: randomUUID() })).toEqual([])
  })
})
