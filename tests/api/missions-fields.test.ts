import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { marketRecords } from '../../src/contract/markets.ts'
import { type Mission, missionRecords } from '../../src/contract/missions.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { checklistTemplates, missionKinds } from '../../src/domain/mission.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { wholeMission } from '../support/mission-whole.ts'
import { type MissionPatch, missionVerbs } from '../support/missions.ts'
import { participationVerbs } from '../support/participations.ts'

let api: TestApi
let make: ReturnType<typeof makers>
let verbs: ReturnType<typeof missionVerbs>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
  verbs = missionVerbs(api)
})
afterAll(() => api.stop())

describe('a new mission', () => {
  it.each(missionKinds)('of kind %s begins with its checklist where that is asked for', async (kind) => {
    const mission = await make.mission({
      kind,
      template: true,
      starts: '2008-10-15',
      ends: '2008-10-17',
      steps: [{ phase: 'on_site', title: 'Film it' }],
    })
    const template = checklistTemplates[kind]
    expect(mission.steps.map(({ key, title }) => key ?? title)).toEqual([
      ...template.map(({ key }) => key),
      'Film it',
    ])
    const decide = mission.steps.find(({ key }) => key === 'decide')
    const days = template.find(({ key }) => key === 'decide')?.days
    expect(decide).toMatchObject({
      anchor: 'start',
      days,
      due: null,
      doneOn: null,
      dueOn: expect.any(String),
    })
  })

  it('has everything it was given, and is read back whole', async () => {
    const { mission, cluster, market, agreement } = await wholeMission(api)
    expect(mission).toMatchObject({
      kind: 'trade_fair',
      status: 'idea',
      stages: [{ stage: 'idea', since: '2008-09-15' }],
      market: { id: market.id },
      region: { name: 'Kansai' },
      startTime: '09:00',
      timeZone: 'Asia/Tokyo',
      homeTimeZone: 'Europe/Paris',
      capacity: 2,
      fee: { minor: 150_000, currency: 'EUR' },
      bodies: [{ organisation: { id: cluster.id }, isCluster: true, role: 'lead' }],
      agreements: [{ agreement: { id: agreement.id }, action: { name: 'Seminars' } }],
      criteria: [{ name: 'Ready to export', weight: 2 }],
      counts: {
        invited: 0,
        applied: 0,
        placed: 2,
        waitlisted: 0,
        counterparts: 1,
        meetings: 1,
        held: 0,
        outcomes: 0,
      },
    })
  })

  it('takes the as-of day of the workspace for the beginning of its stage', async () => {
    await make.mission({ stage: 'planned' })
    const mission = await make.mission({ stage: 'planned', stageSince: '2008-02-04' })
    expect(await verbs.read(mission, '2008-02-03')).toMatchObject({ status: 'idea' })
    expect(await verbs.read(mission, '2008-02-04')).toMatchObject({ status: 'planned', asOf: '2008-02-04' })
  })
})

describe('what does not fit together', () => {
  const invalid = (path: string, code: string) => ({ status: 422, problem: { errors: [{ path, code }] } })

  it('is named by its field', async () => {
    const [market, other] = [await make.market({ regions: [{ name: 'Kansai' }] }), await make.market()]
    const agreement = await make.agreement({ actions: [{ title: 'Seminars' }] })
    const stranger = await make.agreement({ actions: [{ title: 'Fairs' }] })
    const cluster = await make.organisation()
    const cases: [Parameters<typeof make.mission>[0], string, string][] = [
      [{ starts: '2008-10-17', ends: '2008-10-15' }, 'ends', 'period'],
      [{ marketId: other.id, regionId: market.regions[0]?.id }, 'regionId', 'other_market'],
      [{ marketId: randomUUID() }, 'marketId', 'unknown_reference'],
      [{ allianceId: randomUUID() }, 'allianceId', 'unknown_reference'],
      [
        { bodies: [{ organisationId: randomUUID(), role: 'lead' }] },
        'bodies.0.organisationId',
        'unknown_reference',
      ],
      [{ agreements: [{ agreementId: randomUUID() }] }, 'agreements.0.agreementId', 'unknown_reference'],
      [
        { agreements: [{ agreementId: agreement.id, actionId: stranger.actions[0]?.id }] },
        'agreements.0.actionId',
        'other_agreement',
      ],
      [
        { agreements: [{ agreementId: agreement.id, actionId: randomUUID() }] },
        'agreements.0.actionId',
        'unknown_reference',
      ],
      [{ steps: [{ phase: 'decision' }] }, 'steps.0.title', 'required'],
      [{ steps: [{ phase: 'decision', title: 'x', anchor: 'start' }] }, 'steps.0.days', 'required'],
      [{ steps: [{ phase: 'decision', title: 'x', days: 7 }] }, 'steps.0.anchor', 'required'],
      [
        { steps: [{ phase: 'decision', title: 'x', ownerId: randomUUID() }] },
        'steps.0.ownerId',
        'unknown_reference',
      ],
    ]
    const held = await make.mission({ starts: '2008-10-15' })
    for (const [fields, path, code] of cases) {
      await expect(make.mission(fields)).rejects.toMatchObject(invalid(path, code))
      await expect(verbs.update(held, fields as MissionPatch)).rejects.toMatchObject(invalid(path, code))
    }
    await expect(verbs.update(held, { ends: '2008-10-14' })).rejects.toMatchObject(invalid('ends', 'period'))
    const twice = { organisationId: cluster.id, role: 'lead' as const }
    await expect(make.mission({ bodies: [twice, twice] })).rejects.toMatchObject({
      status: 409,
      code: 'duplicate',
    })
    const both = await make.mission({ bodies: [twice, { ...twice, role: 'host' }] })
    expect(both.bodies).toHaveLength(2)
    expect(await verbs.read(held)).toEqual(held)
  })
})

describe('changing a mission', () => {
  it('changes what is given, and takes a region along to another market no further', async () => {
    const { mission, cluster } = await wholeMission(api)
    const changed = await verbs.update(mission, { title: 'Bio-Japan', fee: null, startTime: null })
    expect(changed).toMatchObject({
      title: 'Bio-Japan',
      fee: null,
      startTime: null,
      region: { name: 'Kansai' },
      bodies: [{ organisation: { id: cluster.id } }],
      capacity: 2,
    })
    expect(changed.steps).toEqual(mission.steps)
    const moved = await verbs.update(changed, { marketId: (await make.market()).id })
    expect(moved.region).toBeNull()
  })

  it('keeps rows by their ids, in the order given', async () => {
    const { mission } = await wholeMission(api)
    const [first, second, ...rest] = mission.steps
    const slim = ({ id, phase, key, title }: Mission['steps'][number]) => ({ id, phase, key, title })
    const reordered = await verbs.update(mission, { steps: [second!, first!].map(slim) })
    expect(reordered.steps.map(({ id }) => id)).toEqual([second?.id, first?.id])
    expect(rest.length).toBeGreaterThan(0)
    const stranger = await make.mission({ steps: [{ phase: 'decision', title: 'Mine' }] })
    await expect(verbs.update(reordered, { steps: stranger.steps.map(slim) })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'steps.0.id' }] },
    })
  })

  it('takes scores by a criterion away with it', async () => {
    const { mission, companies } = await wholeMission(api)
    await verbs.update(mission, { criteria: [] })
    expect(await participationVerbs(api).read(companies[0])).toMatchObject({ scores: [], score: null })
  })

  it('keeps what it refers to where that is in the bin by now', async () => {
    const cluster = await make.organisation()
    const mission = await make.mission({ bodies: [{ organisationId: cluster.id, role: 'lead' }] })
    const binned = await verbs.remove(mission)
    await api.call(organisationRecords.remove, { params: { id: cluster.id } }, { version: cluster.version })
    const back = await api.call(missionRecords.restore, { params: { id: binned.id } })
    const bodies = [{ id: back.bodies[0]?.id, organisationId: cluster.id, role: 'host' as const }]
    expect((await verbs.update(back, { bodies })).bodies).toMatchObject([{ role: 'host' }])
  })
})

describe('what a mission depends on, and what depends on it', () => {
  it('stays while it does', async () => {
    const { mission, cluster, market, agreement } = await wholeMission(api)
    const inUse = { status: 409, code: 'in_use' }
    await expect(verbs.remove(mission)).rejects.toMatchObject({
      ...inUse,
      problem: {
        params: { count: 3 },
        blockers: expect.arrayContaining([expect.objectContaining({ noun: 'participations' })]),
      },
    })
    const blockedBy = {
      ...inUse,
      problem: {
        blockers: expect.arrayContaining([
          expect.objectContaining({ noun: 'missions', title: mission.title }),
        ]),
      },
    }
    const remove = (
      endpoint: typeof organisationRecords.remove,
      { id, version }: { id: string; version: number },
    ) => api.call(endpoint, { params: { id } }, { version })
    await expect(remove(organisationRecords.remove, cluster)).rejects.toMatchObject(blockedBy)
    await expect(remove(marketRecords.remove as never, market)).rejects.toMatchObject(blockedBy)
    await expect(remove(agreementRecords.remove as never, agreement)).rejects.toMatchObject(blockedBy)
    const without = { params: { id: market.id }, body: { regions: [] } }
    await expect(api.call(marketRecords.update, without, { version: market.version })).rejects.toMatchObject(
      blockedBy,
    )
    await expect(
      api.call(
        agreementRecords.update,
        { params: { id: agreement.id }, body: { actions: [] } },
        { version: agreement.version },
      ),
    ).rejects.toMatchObject(blockedBy)
  })
})
