import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMeetings, readSchedule } from '../../src/contract/meetings.ts'
import { cancelMission, missionRecords } from '../../src/contract/missions.ts'
import type { Participation } from '../../src/contract/participations.ts'
import { enterRequests } from '../../src/contract/requests.ts'
import { startApi, type TestApi } from '../support/api.ts'
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

  it('is not noted in a cancelled mission', async () => {
    const mission = await make.mission()
    const made = await make.participation({ missionId: mission.id, state: 'confirmed' })
    const body = { on: '2008-09-10', reason: 'No funds' }
    await api.call(cancelMission, { params: { id: mission.id }, body }, { version: mission.version })
    await expect(verbs.attend(made, true)).rejects.toMatchObject({
      status: 409,
      code: 'mission_cancelled',
      problem: { params: { on: '2008-09-10', reason: 'No funds' } },
    })
    expect((await verbs.read(made)).state).toBe('confirmed')
  })

  it('entered from the start can be taken back as well', async () => {
    const made = await make.participation({ state: 'attended', since: '2008-10-15' })
    expect(await verbs.attend(made, null)).toMatchObject({ states: [{ state: 'confirmed' }] })
  })
})
