import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallInput } from '../../src/contract/endpoint.ts'
import { undoChange } from '../../src/contract/history.ts'
import {
  type Placement,
  recordMeeting,
  removeMeeting,
  restoreMeeting,
  type Schedule,
  updateMeeting,
} from '../../src/contract/meetings.ts'
import {
  moveParticipation,
  readParticipation,
  updateParticipation,
} from '../../src/contract/participations.ts'
import { applyRun, listRuns, restoreRun } from '../../src/contract/runs.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { refusal } from '../support/refusal.ts'
import { schedules, slotsOf } from '../support/schedule.ts'

let api: TestApi
let on: ReturnType<typeof schedules>
beforeAll(async () => {
  api = await startApi()
  on = schedules(api)
})
afterAll(() => api.stop())

const figures = {
  placed: 0,
  wanted: 4,
  value: 12,
  bound: 12,
  breaks: 0,
  moved: 0,
  seconds: 0.1,
  optimal: true,
}

/** Two companies and two counterparts, all pairs agreed, three slots and two tables; and places by number. */
async function four() {
  const { mission, home, partner } = await on.planned(2, 2)
  await on.agree(
    mission.id,
    home.flatMap((a) => partner.map((b) => [a, b] as const)),
  )
  const grid = { slots: slotsOf('2008-10-15', 3), tables: [{ name: 'A' }, { name: 'B' }] }
  const { slots, tables } = await on.grid(mission.id, grid)
  const schedule = await on.meet(mission.id)
  const meeting = (a: number, b: number) =>
    schedule.meetings.find(({ aId, bId }) => aId === home[a] && bId === partner[b])?.id ?? ''
  const at = (meetingId: string, slot: number, table: number): Placement => ({
    meetingId,
    slotId: slots[slot]?.id ?? '',
    tableId: tables[table]?.id ?? '',
  })
  const plan = [
    at(meeting(0, 0), 0, 0),
    at(meeting(1, 1), 0, 1),
    at(meeting(0, 1), 1, 0),
    at(meeting(1, 0), 1, 1),
  ]
  return { mission, home, partner, slots, tables, meeting, at, plan }
}

async function apply(
  missionId: string,
  placements: Placement[],
  more: Partial<CallInput<typeof applyRun>['body']> = {},
) {
  const { version } = await on.read(missionId)
  const response = await api.send(
    applyRun,
    { params: { id: missionId }, body: { figures, placements, ...more } },
    { version },
  )
  return { response, change: response.headers.get('x-change-set') ?? '' }
}

const placedIn = ({ meetings }: Schedule): Placement[] =>
  meetings.flatMap(({ id, slotId, tableId }) =>
    slotId && tableId ? [{ meetingId: id, slotId, tableId }] : [],
  )
const sorted = (placements: readonly Placement[]) =>
  [...placements].sort((x, y) => x.meetingId.localeCompare(y.meetingId))

describe('applying a run', () => {
  it('fills the grid and keeps the run; another takes its place, meetings change theirs', async () => {
    const { mission, plan, at } = await four()
    const { response } = await apply(mission.id, plan, { label: 'First' })
    expect(response.status).toBe(200)
    const first = (await response.json()) as Schedule
    expect(sorted(placedIn(first))).toEqual(sorted(plan))
    const [a, b, c, d] = plan as [Placement, Placement, Placement, Placement]
    // All four swap: who was early is late, and the tables change hands.
    const turned = [
      at(a.meetingId, 1, 1),
      at(b.meetingId, 1, 0),
      at(c.meetingId, 0, 1),
      at(d.meetingId, 0, 0),
    ]
    const { response: second } = await apply(mission.id, turned)
    expect(sorted(placedIn((await second.json()) as Schedule))).toEqual(sorted(turned))
    const { items } = await api.call(listRuns, { params: { id: mission.id } })
    expect(items.map(({ label, figures: { placed } }) => [label, placed])).toEqual([
      [null, 4],
      ['First', 4],
    ])
    expect((await on.read(mission.id)).runId).toBe(items[0]?.id)
  })

  it('undone, leaves everything as it was', async () => {
    const { mission, plan, at, meeting } = await four()
    await on.move(mission.id, meeting(1, 0), { ...at('', 2, 1), meetingId: undefined } as object)
    const before = await on.read(mission.id)
    const { change } = await apply(mission.id, plan)
    await api.call(undoChange, { params: { id: change } })
    const bare = ({ version: _, meetings, ...rest }: Schedule) => ({
      ...rest,
      meetings: meetings.map(({ version: __, updatedAt: ___, ...meeting_ }) => meeting_),
    })
    expect(bare(await on.read(mission.id))).toEqual(bare(before))
    expect((await api.call(listRuns, { params: { id: mission.id } })).items).toEqual([])
  })

  it('is refused as a whole where it breaks a rule or a lock', async () => {
    const { mission, plan, at, meeting } = await four()
    const code = async (placements: Placement[]) => {
      const { response } = await apply(mission.id, placements)
      const problem = (await response.json()) as { code: string; errors: { path: string; code: string }[] }
      return [response.status, problem.code, ...problem.errors.map((error) => `${error.path} ${error.code}`)]
    }
    const [a, b, c] = plan as [Placement, Placement, Placement]
    expect(await code([a, at(meeting(0, 1), 0, 1)])).toEqual([
      409,
      'meeting_conflict',
      'placements.0.slotId double_booking',
    ])
    expect(await code([a, at(b.meetingId, 0, 0)])).toEqual([
      409,
      'meeting_conflict',
      'placements.0.tableId table_taken',
    ])
    await on.move(mission.id, c.meetingId, { slotId: c.slotId, tableId: c.tableId, locked: true })
    expect(await code([a, b])).toEqual([409, 'meeting_conflict', 'placements locked'])
    expect(await code([a, b, at(c.meetingId, 2, 0)])).toEqual([
      409,
      'meeting_conflict',
      'placements.2.slotId locked',
    ])
    expect(await code([a, a, { ...b, slotId: a.tableId }])).toEqual([
      422,
      'invalid',
      'placements.1.meetingId given_twice',
      'placements.2.slotId unknown_reference',
    ])
    expect(placedIn(await on.read(mission.id))).toEqual([c])
    expect((await api.call(listRuns, { params: { id: mission.id } })).items).toEqual([])
  })

  it('leaves a meeting where it stands whose company did not come, and puts none of its meetings elsewhere', async () => {
    const { mission, home, plan, at } = await four()
    await apply(mission.id, plan)
    const params = { id: home[0] ?? '' }
    for (const state of ['confirmed', 'no_show'] as const) {
      const { version } = await api.call(readParticipation, { params })
      await api.call(moveParticipation, { params, body: { state } }, { version })
    }
    const [a, b, c, d] = plan as [Placement, Placement, Placement, Placement]
    // The other company's two meetings are planned anew; the no-show's stay.
    const anew = [a, c, at(b.meetingId, 2, 0), d]
    const { response } = await apply(mission.id, anew, { kind: 'replan' })
    expect(response.status).toBe(200)
    expect(sorted(placedIn((await response.json()) as Schedule))).toEqual(sorted(anew))
    const { response: refused } = await apply(mission.id, [at(a.meetingId, 0, 1), c, anew[2] ?? b, d])
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({ errors: [{ code: 'not_taking_part' }] })
  })

  it('lets who is away keep the place it has, and take no other', async () => {
    const { mission, home, plan, at, slots } = await four()
    await apply(mission.id, plan)
    // Noted past the screens, which would take the meeting off the grid.
    await api.db
      .insertInto('unavailabilities')
      .values({ id: randomUUID(), participation_id: home[0] ?? '', slot_id: slots[0]?.id ?? '' })
      .execute()
    const [a, b, c, d] = plan as [Placement, Placement, Placement, Placement]
    expect((await apply(mission.id, [a, c, d, at(b.meetingId, 2, 0)])).response.status).toBe(200)
    const { response } = await apply(mission.id, [at(a.meetingId, 0, 1), c, d])
    expect(await response.json()).toMatchObject({ errors: [{ code: 'unavailable' }] })
  })

  it('reverses no move that was made since the grid was read', async () => {
    const { mission, plan, at, meeting } = await four()
    const [a, b, c, d] = plan as [Placement, Placement, Placement, Placement]
    await apply(mission.id, [a, b, c])
    const { meetingId: _, ...third } = at('', 2, 1)
    await on.move(mission.id, meeting(1, 1), third)
    const { response } = await apply(mission.id, plan, { seen: [c, b, a] })
    expect(response.status).toBe(412)
    expect(await response.json()).toMatchObject({
      code: 'version_stale',
      params: { meetingId: meeting(1, 1) },
    })
    const now = [a, { ...b, ...third }, c]
    expect(sorted(placedIn(await on.read(mission.id)))).toEqual(sorted(now))
    // One that is placed by now counts as moved, as does one that left the grid.
    for (const seen of [now.slice(1), [...now, d]])
      expect((await apply(mission.id, plan, { seen })).response.status).toBe(412)
    expect((await apply(mission.id, plan, { seen: now })).response.status).toBe(200)
  })

  it('needs the mission as it is', async () => {
    const { mission, plan } = await four()
    const input = { params: { id: mission.id }, body: { figures, placements: plan } }
    expect((await api.send(applyRun, input)).status).toBe(428)
    expect(await refusal(api.call(applyRun, input, { version: 1 }))).toMatchObject({ status: 412 })
    expect((await api.send(applyRun, input, { actor: null, version: 1 })).status).toBe(401)
  })
})

describe('restoring a run', () => {
  it('puts back what still fits, and says why the rest does not', async () => {
    const { mission, home, plan, meeting, at } = await four()
    await apply(mission.id, plan, { label: 'Draft' })
    const { items } = await api.call(listRuns, { params: { id: mission.id } })
    await apply(mission.id, [])
    // One company is away in the first slot, one meeting is cancelled, and another is locked elsewhere.
    const person = await api.db
      .selectFrom('participations')
      .select(['id', 'version'])
      .where('id', '=', home[0] ?? '')
      .executeTakeFirstOrThrow()
    await api.call(
      updateParticipation,
      { params: { id: person.id }, body: { unavailable: [plan[0]?.slotId ?? ''] } },
      { version: person.version },
    )
    await api.call(recordMeeting, { params: { id: meeting(1, 1) }, body: { state: 'cancelled' } })
    const { meetingId: _, ...third } = at('', 2, 1)
    await on.move(mission.id, meeting(1, 0), { ...third, locked: true })
    const { version } = await on.read(mission.id)
    const runId = items[0]?.id ?? ''
    const seen = placedIn(await on.read(mission.id)).filter(({ meetingId }) => meetingId !== meeting(1, 1))
    const { schedule, run, left } = await api.call(
      restoreRun,
      { params: { id: mission.id, runId }, body: { seen } },
      { version },
    )
    expect(sorted(placedIn(schedule).filter(({ meetingId }) => meetingId !== meeting(1, 1)))).toEqual(
      sorted([at(meeting(0, 1), 1, 0), at(meeting(1, 0), 2, 1)]),
    )
    expect(left).toMatchObject([
      { meetingId: meeting(0, 0), reasons: [{ code: 'unavailable', participants: [home[0]] }] },
      { meetingId: meeting(1, 1), reasons: [{ code: 'cancelled' }] },
      { meetingId: meeting(1, 0), reasons: [{ code: 'locked' }] },
    ])
    const [newest] = (await api.call(listRuns, { params: { id: mission.id } })).items
    expect(newest).toEqual(run)
    // Of what stands now: one was put back, one stays where it was locked, one is cancelled and wants no place.
    const worth = (id: string) => schedule.meetings.find((one) => one.id === id)?.value ?? 0
    expect(run).toMatchObject({
      kind: 'restored',
      label: 'Draft',
      figures: {
        placed: 2,
        wanted: 3,
        value: worth(meeting(0, 1)) + worth(meeting(1, 0)),
        bound: null,
        breaks: 0,
        moved: 0,
        optimal: false,
      },
      id: schedule.runId,
    })
    expect(run.unplaced).toMatchObject([
      { meetingId: meeting(0, 0), reasons: [{ code: 'unavailable', participants: [home[0]] }] },
    ])
  })

  it('names the two of a meeting that was thrown away, and says which places are gone', async () => {
    const { mission, home, partner, plan, meeting, slots, tables } = await four()
    await apply(mission.id, plan)
    const { items } = await api.call(listRuns, { params: { id: mission.id } })
    await apply(mission.id, [])
    const thrown = (await on.read(mission.id)).meetings.find(({ id }) => id === meeting(1, 1))
    await api.call(removeMeeting, { params: { id: meeting(1, 1) } }, { version: thrown?.version })
    await on.grid(mission.id, { slots: slots.filter((_, index) => index !== 1), tables })
    const { version } = await on.read(mission.id)
    const params = { id: mission.id, runId: items[0]?.id ?? '' }
    const { schedule, left } = await api.call(restoreRun, { params, body: {} }, { version })
    expect(placedIn(schedule)).toEqual([plan[0]])
    expect(left).toMatchObject([
      { meetingId: meeting(0, 1), reasons: [{ code: 'place_gone' }] },
      { meetingId: meeting(1, 0), reasons: [{ code: 'place_gone' }] },
      { meetingId: meeting(1, 1), reasons: [{ code: 'in_bin', participants: [home[1], partner[1]] }] },
    ])
  })

  it('leaves the meetings of who did not come where they stand', async () => {
    const { mission, home, plan, at } = await four()
    await apply(mission.id, plan)
    const { items } = await api.call(listRuns, { params: { id: mission.id } })
    const [a, b, c, d] = plan as [Placement, Placement, Placement, Placement]
    const turned = [at(a.meetingId, 2, 0), b, c, d]
    await apply(mission.id, turned)
    const params = { id: home[0] ?? '' }
    for (const state of ['confirmed', 'no_show'] as const) {
      const { version } = await api.call(readParticipation, { params })
      await api.call(moveParticipation, { params, body: { state } }, { version })
    }
    const { version } = await on.read(mission.id)
    const runId = items[0]?.id ?? ''
    const { schedule, left } = await api.call(
      restoreRun,
      { params: { id: mission.id, runId }, body: {} },
      { version },
    )
    expect(sorted(placedIn(schedule))).toEqual(sorted(turned))
    expect(left).toMatchObject([{ meetingId: a.meetingId, reasons: [{ code: 'not_taking_part' }] }])
  })

  it('reverses no move that was made since the grid was read', async () => {
    const { mission, plan, at, meeting } = await four()
    await apply(mission.id, plan)
    const { items } = await api.call(listRuns, { params: { id: mission.id } })
    const runId = items[0]?.id ?? ''
    const { version } = await on.read(mission.id)
    const { meetingId: _, ...third } = at('', 2, 1)
    await on.move(mission.id, meeting(1, 1), third)
    const input = { params: { id: mission.id, runId }, body: { seen: plan } }
    expect(await refusal(api.call(restoreRun, input, { version }))).toMatchObject({
      status: 412,
      code: 'version_stale',
      problem: { params: { meetingId: meeting(1, 1) } },
    })
    expect((await api.call(listRuns, { params: { id: mission.id } })).items).toHaveLength(1)
    expect((await api.send(restoreRun, input, { version, actor: null })).status).toBe(401)
    expect((await api.send(restoreRun, input, { version, actor: viewer })).status).toBe(403)
    const seen = placedIn(await on.read(mission.id))
    const { schedule, left } = await api.call(restoreRun, { ...input, body: { seen } }, { version })
    expect(sorted(placedIn(schedule))).toEqual(sorted(plan))
    expect(left).toEqual([])
  })

  it('is of runs of the mission', async () => {
    const [one, other] = [await four(), await four()]
    await apply(one.mission.id, one.plan)
    const { items } = await api.call(listRuns, { params: { id: one.mission.id } })
    const { version } = await on.read(other.mission.id)
    const params = { id: other.mission.id, runId: items[0]?.id ?? '' }
    expect(await refusal(api.call(restoreRun, { params, body: {} }, { version }))).toMatchObject({
      status: 404,
    })
  })
})

describe('whatever is moved', () => {
  it('nobody is in two places, and no table holds two meetings', async () => {
    const { mission, slots, tables } = await four()
    const step = fc.record({
      meeting: fc.nat(3),
      slot: fc.option(fc.nat(2)),
      table: fc.nat(1),
      verb: fc.constantFrom('move', 'move', 'move', 'lock', 'cancel', 'plan', 'bin', 'restore', 'swap'),
    })
    const outcomes = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
        for (const { meeting, slot, table, verb } of steps) {
          const rows = await api.db
            .selectFrom('meetings')
            .selectAll()
            .where('mission_id', '=', mission.id)
            .orderBy('id')
            .execute()
          const held = rows[meeting % rows.length]
          if (!held) continue
          const params = { id: held.id }
          const version = held.version
          const place =
            slot === null
              ? { slotId: null }
              : { slotId: slots[slot]?.id, tableId: tables[table]?.id, locked: verb === 'lock' }
          const response =
            verb === 'cancel' || verb === 'plan'
              ? await api.send(recordMeeting, {
                  params,
                  body: { state: verb === 'cancel' ? 'cancelled' : 'planned' },
                })
              : verb === 'bin'
                ? await api.send(removeMeeting, { params }, { version })
                : verb === 'restore'
                  ? await api.send(restoreMeeting, { params })
                  : verb === 'swap'
                    ? await swap(mission.id, meeting)
                    : await api.send(updateMeeting, { params, body: place }, { version })
          outcomes.add(`${verb} ${response.status}`)
          expect(response.status).toBeLessThan(500)
          await expectNoClash(mission.id)
        }
      }),
      { numRuns: 12, seed: 15102008 },
    )
    expect([...outcomes]).toEqual(expect.arrayContaining(['move 200', 'move 409', 'swap 200', 'restore 200']))
  })

  /** Two meetings change places by a run, everything else staying. */
  async function swap(missionId: string, from: number): Promise<Response> {
    const schedule = await on.read(missionId)
    const movable = schedule.meetings.filter(
      ({ slotId, locked, state }) => slotId && !locked && state === 'planned',
    )
    const [x, y] = [
      movable[from % Math.max(1, movable.length)],
      movable[(from + 1) % Math.max(1, movable.length)],
    ]
    const standing = schedule.meetings.filter(({ state }) => state !== 'cancelled')
    const placements = placedIn({ ...schedule, meetings: standing }).map((placement) => {
      const other = placement.meetingId === x?.id ? y : placement.meetingId === y?.id ? x : undefined
      return other?.slotId && other.tableId
        ? { ...placement, slotId: other.slotId, tableId: other.tableId }
        : placement
    })
    return (await apply(missionId, placements)).response
  }

  async function expectNoClash(missionId: string) {
    const { rows } = await sql`
      with taken as (
        select t.slot_id, unnest(array[t.a_id, t.b_id, t.table_id]) as who from meetings t
        where t.mission_id = ${missionId} and t.deleted_at is null and t.state <> 'cancelled' and t.slot_id is not null)
      select slot_id, who from taken group by slot_id, who having count(*) > 1`.execute(api.db)
    expect(rows).toEqual([])
    const { rows: seats } = await sql<{ same: boolean }>`
      select (select count(*) from seats s join meetings m on m.id = s.meeting_id where m.mission_id = ${missionId})
        = 3 * (select count(*) from meetings t where t.mission_id = ${missionId} and t.deleted_at is null and t.state <> 'cancelled' and t.slot_id is not null) as same`.execute(
      api.db,
    )
    expect(seats).toEqual([{ same: true }])
  }
})
