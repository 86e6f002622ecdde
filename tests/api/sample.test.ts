import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { listCompanies } from '../../src/contract/companies.ts'
import { createNote, createTask, listTasks } from '../../src/contract/dossier.ts'
import { undoChange } from '../../src/contract/history.ts'
import { createMeetings, readSchedule } from '../../src/contract/meetings.ts'
import { missionRecords } from '../../src/contract/missions.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { createOutcome, readResults } from '../../src/contract/outcomes.ts'
import { inviteParticipants, listParticipations } from '../../src/contract/participations.ts'
import { listRequests } from '../../src/contract/requests.ts'
import { listRuns } from '../../src/contract/runs.ts'
import { exportWorkspace, readSample, removeSample, resetWorkspace } from '../../src/contract/workspace.ts'
import { wishes } from '../../src/domain/matching.ts'
import { check } from '../../src/domain/schedule/check.ts'
import { layOut } from '../../src/domain/schedule/lay-out.ts'
import { smeStatuses } from '../../src/domain/sme/ceilings.ts'
import type { Api } from '../../src/server/app.ts'
import { problemOf, startApi, type TestApi, viewer } from '../support/api.ts'
import { type Demo, startDemo } from '../support/demo.ts'
import { contentOf } from '../support/tables.ts'

let demo: Demo
let file: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  demo = await startDemo({ sample: true })
  file = await fileOf(demo.api)
}, 240_000)
afterAll(() => demo.database.drop())

/** What a workspace file holds, line by line. */
const linesOf = (bytes: Uint8Array): string[] =>
  Object.entries(unzipSync(bytes)).flatMap(([name, content]) =>
    strFromU8(content)
      .split('\n')
      .map((line) => `${name}: ${line}`),
  )

async function fileOf(of: Api): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await of.fetch(new Request(`http://demo.test/api${exportWorkspace.path}`))
  return new Uint8Array(await answer.arrayBuffer())
}

const bioJapan = 'Bio-Japan 2008'
const unblocked = { blocking: 0, blockers: [] }
const toulouse = 'Euro-Regional Biotechnology & Healthcare Meeting'
const missionId = (title: string) => demo.found('missions', title)
const participants = async (title: string, side: 'home' | 'partner') => {
  const query = { mission: await missionId(title), side, limit: 200 }
  return (await demo.call(listParticipations, { query })).items
}
const schedule = async (title: string) => demo.call(readSchedule, { params: { id: await missionId(title) } })

const remove = () =>
  demo.api.fetch(new Request(`http://demo.test/api${removeSample.path}`, { method: 'POST' }))
const undo = (answer: Response) => {
  const id = answer.headers.get('x-change-set') ?? ''
  return demo.call(undoChange, { params: { id } })
}

describe('Bio-Japan 2008', () => {
  test('has four companies of each cluster, in every state there is before the fair', async () => {
    const companies = await participants(bioJapan, 'home')
    const clusters = companies.map(({ cluster }) => cluster?.name).sort()
    expect(clusters).toEqual(
      ['Alsace BioValley', 'Cancer-Bio-Santé', 'Lyonbiopôle'].flatMap((name) => Array(4).fill(name)),
    )
    expect(new Set(companies.map(({ state }) => state))).toEqual(
      new Set([
        'invited',
        'applied',
        'shortlisted',
        'accepted',
        'waitlisted',
        'rejected',
        'withdrawn',
        'confirmed',
      ]),
    )
    expect(companies.filter(({ score }) => score !== null).length).toBeGreaterThan(8)
    for (const { sample } of companies) expect(sample).toBe(true)
  })

  test('has twenty counterparts of the nine prefectures, with kanji and romanised names', async () => {
    const partners = await participants(bioJapan, 'partner')
    expect(partners).toHaveLength(20)
    const regions = new Set<string | null>()
    for (const { nativeName, organisation, people } of partners) {
      expect(nativeName).toMatch(/\p{Script=Han}/u)
      expect(people[0]?.nativeName).toMatch(/\p{Script=Han}/u)
      const { region } = await demo.call(organisationRecords.read, { params: { id: organisation.id } })
      regions.add(region)
    }
    expect([...regions].sort()).toEqual(
      'Fukui Hyogo Kyoto Mie Nara Osaka Shiga Tokushima Wakayama'.split(' '),
    )
  })

  test('has requests of both sides: must, want, open and never', async () => {
    const { items } = await demo.call(listRequests, {
      query: { mission: await missionId(bioJapan), limit: 200 },
    })
    expect(new Set(items.map(({ wish }) => wish))).toEqual(new Set(wishes))
    expect(new Set(items.map(({ from }) => from.side))).toEqual(new Set(['home', 'partner']))
    expect(new Set(items.map(({ pair }) => pair))).toEqual(
      new Set(['agreed', 'pending', 'vetoed', 'declined', 'expired']),
    )
    expect(items.some(({ note }) => note !== null)).toBe(true)
  })

  test('has half hours at eight tables, and a timetable that breaks no rule', async () => {
    const held = await schedule(bioJapan)
    const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
    for (const { starts, ends } of held.slots) expect(minutes(ends) - minutes(starts)).toBe(30)
    expect([...new Set(held.slots.map(({ day }) => day))]).toEqual(['2008-10-15', '2008-10-16', '2008-10-17'])
    expect(held.tables).toHaveLength(8)
    const { problem, timetable } = layOut(held)
    expect(check(problem, timetable)).toEqual([])
    expect(timetable.length).toBeGreaterThan(50)
    expect(held.meetings.some(({ locked }) => locked)).toBe(true)
    expect(held.pending).toBeGreaterThan(0)
  })

  test('keeps two runs, the newest with its reasons for three meetings without a place', async () => {
    const { items } = await demo.call(listRuns, { params: { id: await missionId(bioJapan) } })
    expect(items).toHaveLength(2)
    const reasons = items[0]?.unplaced.map((one) => one.reasons.map(({ code }) => code))
    expect(reasons?.sort()).toEqual([['no-common-slot'], ['participant-full'], ['participant-full']])
  })
})

describe('the meeting of December 2007', () => {
  test('has been held: presence, ratings, outcomes and questions asked', async () => {
    const params = { id: await missionId(toulouse) }
    const { funnel, ratings, outcomes, followUp } = await demo.call(readResults, { params })
    expect(funnel.map(({ step, count }) => [step, count])).toEqual([
      ['requested', 13],
      ['accepted', 13],
      ['scheduled', 13],
      ['held', 11],
      ['useful', 8],
      ['outcome', 4],
    ])
    expect(ratings.every(({ count }) => count > 0)).toBe(true)
    expect(outcomes.every(({ sample }) => sample)).toBe(true)
    expect(followUp).toHaveLength(15)
    const { items: tasks } = await demo.call(listTasks, { query: { state: 'all', limit: 200 } })
    expect(tasks).toHaveLength(15)
    expect(tasks.every(({ sample }) => sample)).toBe(true)
    const companies = await participants(toulouse, 'home')
    expect(new Set(companies.map(({ state }) => state))).toEqual(new Set(['attended', 'no_show']))
  })
})

describe('the companies', () => {
  const all = async () => {
    const { items } = await demo.call(listCompanies, { query: { country: 'FR', limit: 200 } })
    return new Map(items.filter(({ sample }) => sample).map((row) => [row.name, row]))
  }

  test('have figures for every SME status that there is', async () => {
    const rows = await all()
    const named = (status: string) =>
      [...rows.values()].filter((row) => row.status === status).map(({ name }) => name)
    expect(Object.fromEntries([...smeStatuses].map((status) => [status, named(status).sort()]))).toEqual({
      micro: ['Limovia Biomatériaux', 'Occinutra'],
      small: ['Beaujocell', 'Garoncyte', 'Isérodiag', 'Sélestagène'],
      medium: ['Argentopeptide', 'Rhodavax'],
      large: ['Confluvir', 'Groupe Ancelorme'],
      not_sme: ['Vogesia Robotique'],
      unknown: ['Hautrepère Imagerie', 'Pastelis Santé'],
    })
  })

  test('have room for aid, hardly any, or none, with the sum that leaves it', async () => {
    const rows = await all()
    const aid = (name: string) => rows.get(name)?.aid
    expect(aid('Garoncyte')).toMatchObject({ ceiling: 20_000_000, sum: 4_120_000, room: 15_880_000 })
    expect(aid('Rhodavax')).toMatchObject({ sum: 19_500_000, room: 500_000 })
    expect(aid('Beaujocell')).toMatchObject({ sum: 21_620_000, room: 0 })
  })
})

describe('taking the sample data away', () => {
  test('says before what would go', async () => {
    expect(await demo.call(readSample, {})).toEqual({
      ...unblocked,
      marked: {
        organisations: 39,
        people: 41,
        mission_steps: 15,
        mission_criteria: 3,
        slots: 36,
        meeting_tables: 12,
        participations: 42,
        requests: 171,
        meetings: 78,
        schedule_runs: 3,
        outcomes: 4,
        indicators: 3,
        tasks: 15,
        company_profiles: 11,
        company_markets: 10,
        company_declarations: 22,
        accounts: 31,
        ownership: 3,
        services: 5,
        aid: 13,
        budget_versions: 3,
        budget_lines: 29,
        budget_transfers: 1,
        expenses: 114,
        claims: 4,
        documents: 55,
      },
      added: {},
    })
  })

  test('leaves the facts of the documents exactly as they are, and undoing brings all back', async () => {
    const before = await contentOf(demo.database.db)
    const answer = await remove()
    expect(answer.status).toBe(200)
    const facts = await startDemo({ sample: false })
    try {
      expect(await contentOf(demo.database.db)).toEqual(await contentOf(facts.database.db))
    } finally {
      await facts.database.drop()
    }
    expect(await demo.call(readSample, {})).toEqual({ ...unblocked, marked: {}, added: {} })
    const again = await remove()
    expect([again.status, again.headers.get('x-change-set')]).toEqual([200, null])
    expect(await undo(answer)).toMatchObject({ undoOf: answer.headers.get('x-change-set') })
    expect(await contentOf(demo.database.db)).toEqual(before)
  }, 240_000)

  test('counts as a change of the missions that lose by it', async () => {
    const params = { id: await missionId(bioJapan) }
    const { version } = await demo.call(missionRecords.read, { params })
    const answer = await remove()
    expect((await demo.call(missionRecords.read, { params })).version).toBeGreaterThan(version)
    await undo(answer)
  })

  test('is refused, and changes nothing, while an agreement or a task of one’s own refers to it', async () => {
    const garoncyte = await demo.found('organisations', 'Garoncyte')
    const delmas = await demo.found('people', 'Claire Delmas')
    const agreement = await demo.call(agreementRecords.create, {
      body: {
        title: 'MoU with Garoncyte',
        type: 'mou',
        parties: [{ organisationId: garoncyte, side: 'partner' }],
      },
    })
    const task = await demo.call(createTask, { body: { title: 'Call the fund', assigneeId: delmas } })
    const before = await contentOf(demo.database.db)
    const answer = await remove()
    expect(answer.status).toBe(409)
    expect(await problemOf(answer)).toMatchObject({
      code: 'in_use',
      params: { count: 2 },
      blockers: [
        { noun: 'agreements', recordId: agreement.id, title: 'MoU with Garoncyte' },
        { noun: 'tasks', recordId: task.id, title: 'Call the fund' },
      ],
    })
    expect(await contentOf(demo.database.db)).toEqual(before)
  })

  test('says beforehand that an outcome of one’s own names sample companies, and which outcome that is', async () => {
    const before = await demo.call(readSample, {})
    const params = { id: await missionId(bioJapan) }
    const companies = [await demo.found('organisations', 'Garoncyte')]
    await demo.call(createOutcome, { params, body: { kind: 'lead', title: 'Exchange agreed', companies } })
    const blocker = { noun: 'missions', recordId: params.id, title: 'Exchange agreed' }
    const { blocking, blockers } = await demo.call(readSample, {})
    expect(blocking).toBe(before.blocking + 1)
    expect(blockers.filter(({ noun }) => noun === 'missions')).toEqual([blocker])
    expect(await problemOf(await remove())).toMatchObject({
      code: 'in_use',
      params: { count: blocking },
      blockers,
    })
  })
})

describe('its file', () => {
  test('is the same to the byte when the demo is entered again', async () => {
    const other = await startDemo({ sample: true })
    try {
      const again = await fileOf(other.api)
      const known = new Set(linesOf(file))
      expect(linesOf(again).filter((line) => !known.has(line))).toEqual([])
      expect(Buffer.compare(again, file)).toBe(0)
    } finally {
      await other.database.drop()
    }
  }, 240_000)

  test('keeps the marks; worked in, it loses what hangs on sample data alone, and says so', async () => {
    const api = await startApi({ demo: async () => file })
    const { call } = api
    try {
      await call(resetWorkspace, { body: { to: 'demo' } })
      const { marked } = await call(readSample, {})
      expect(marked).toMatchObject({ organisations: 39, meetings: 78, tasks: 15, expenses: 114 })
      await expect(call(removeSample, {}, { actor: null })).rejects.toMatchObject({ status: 401 })
      await expect(call(removeSample, {}, { actor: viewer })).rejects.toMatchObject({ status: 403 })
      await workIn(call)
      expect(await call(readSample, {})).toEqual({
        ...unblocked,
        marked,
        added: { participations: 1, meetings: 1, notes: 1 },
      })
      await call(removeSample, {})
      const left = await call(listParticipations, { query: {} })
      expect(left.items.map(({ organisation }) => organisation.name)).toEqual(['Genfit'])
    } finally {
      await api.stop()
    }
  }, 240_000)

  /** A note on a sample company, a meeting of two, and one taken along to another mission, with one that is no sample. */
  async function workIn(call: TestApi['call']) {
    const { items: missions } = await call(missionRecords.list, { query: { limit: 200 } })
    const { items: bodies } = await call(organisationRecords.list, { query: { limit: 200 } })
    const mission = (title: string) => ({ id: missions.find((one) => one.title === title)?.id ?? '' })
    const body = (name: string) => bodies.find((one) => one.name === name)?.id ?? ''
    await call(createNote, {
      body: { noun: 'organisations', recordId: body('Garoncyte'), body: 'Rang back.' },
    })
    await call(inviteParticipants, {
      params: mission('Exploratory trip to Brazil'),
      body: {
        side: 'home',
        invitees: [{ organisationId: body('Rhodavax') }, { organisationId: body('Genfit') }],
      },
    })
    const { participants: all } = await call(readSchedule, { params: mission(bioJapan) })
    const id = (name: string) => all.find((one) => one.name === name)?.id ?? ''
    await call(createMeetings, {
      params: mission(bioJapan),
      body: { pairs: [{ aId: id('Pastelis Santé'), bId: id('Harima Kesshokan') }] },
    })
  }
})
