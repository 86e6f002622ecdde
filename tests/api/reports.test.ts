import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPosition } from '../../src/contract/budget.ts'
import { removeExpense, updateExpense } from '../../src/contract/expenses.ts'
import { undoChange } from '../../src/contract/history.ts'
import { indicatorRecords } from '../../src/contract/indicators.ts'
import { missionRecords } from '../../src/contract/missions.ts'
import {
  compareRuns,
  listRunRecords,
  type ReportInput,
  type ReportRun,
  readRun,
  reportRecords,
  runReport,
} from '../../src/contract/reports.ts'
import { reportFigures, reportKinds } from '../../src/domain/reports.ts'
import { problemOf, startApi, type TestApi, viewer } from '../support/api.ts'
import { companyMakers } from '../support/companies.ts'
import { everyPage } from '../support/every-page.ts'
import { funded } from '../support/funded.ts'
import { makers } from '../support/make.ts'

let api: TestApi
let world: Awaited<ReturnType<typeof makeWorld>>
beforeAll(async () => {
  api = await startApi()
  world = await makeWorld()
})
afterAll(() => api.stop())

async function makeWorld() {
  const make = makers(api)
  const { company } = companyMakers(api)
  const { grant, expense } = funded(api)
  const cluster = await make.organisation({ name: 'Lyonbiopôle' })
  const alliance = await make.alliance({ name: 'Corridor', members: [{ organisationId: cluster.id }] })
  const market = await make.market({ name: 'Japan' })
  const mission = await make.mission({
    title: 'Bio-Japan',
    kind: 'trade_fair',
    allianceId: alliance.id,
    marketId: market.id,
    starts: '2008-06-10',
    ends: '2008-06-12',
    bodies: [{ organisationId: cluster.id, role: 'lead' }],
  })
  const given = await grant({ allianceId: alliance.id })
  const sme = await company({ name: 'Pylote' })
  const other = await company({ name: 'Genfit' })
  for (const { id } of [sme, other])
    await make.participation({
      missionId: mission.id,
      organisationId: id,
      clusterId: cluster.id,
      state: 'attended',
      since: '2008-06-10',
      reason: 'It came.',
    })
  const paid = await expense(given.id, {
    missionId: mission.id,
    payerId: cluster.id,
    paidOn: '2008-06-20',
    amount: { minor: 100_000, currency: 'EUR' },
  })
  const indicator = await api.call(indicatorRecords.create, {
    body: { title: 'SMEs', titleFr: 'PME', measure: 'smes_served', allianceId: alliance.id, target: 16 },
  })
  return { cluster, alliance, market, mission, grant: given, sme, other, paid, indicator }
}

const add = (body: Pick<ReportInput, 'kind' | 'subjectId'> & Partial<ReportInput>) =>
  api.call(reportRecords.create, { body: { title: 'Steering committee', ...body } })
const run = (id: string, asOf = '2008-09-15') => api.call(runReport, { params: { id }, body: { asOf } })
const figure = ({ figures }: Pick<ReportRun, 'figures'>, key: string) =>
  figures.find((one) => one.key === key)
const recordsOf = (id: string, key?: string) =>
  everyPage((cursor) =>
    api.call(listRunRecords, {
      params: { run: id },
      query: { ...(key ? { figure: key } : {}), ...(cursor ? { cursor } : {}), limit: 2 },
    }),
  )

describe('a report', () => {
  it('of every kind tells its figures, each with its records', async () => {
    const subjects = {
      grant: world.grant.id,
      alliance: world.alliance.id,
      cluster: world.cluster.id,
      market: world.market.id,
      mission: world.mission.id,
      company: world.sme.id,
    }
    for (const kind of reportKinds) {
      const report = await add({ kind, subjectId: subjects[kind], language: 'fr' })
      const told = await run(report.id)
      const own = Object.values(reportFigures[kind]).flat()
      expect(told.figures.filter(({ section }) => section !== 'indicators').map(({ key }) => key)).toEqual(
        own,
      )
      expect(told).toMatchObject({ kind, number: 1, asOf: '2008-09-15', language: 'fr', before: null })
      for (const { key, count } of told.figures) {
        const records = await recordsOf(told.id, key)
        expect({ kind, key, count: records.length }).toEqual({ kind, key, count })
        for (const record of records) expect(record.version).toBeGreaterThan(0)
      }
      expect((await recordsOf(told.id)).length).toBe(told.records)
      expect(figure(told, 'participations')?.count).toBe(kind === 'company' ? 1 : 2)
      if (kind === 'alliance' || kind === 'cluster')
        expect(figure(told, world.indicator.id)).toMatchObject({
          section: 'indicators',
          count: 2,
          actual: 2,
          reachedBp: 1250,
          indicator: { title: 'SMEs', titleFr: 'PME', target: 16 },
        })
      if (kind === 'grant')
        expect(figure(told, 'expenses_paid')).toMatchObject({ sums: [{ minor: 100_000, currency: 'EUR' }] })
    }
  })

  it('of a grant counts of an order what has not been invoiced and paid, as the grant’s own page does', async () => {
    const { grant, expense } = funded(api)
    const { id } = await grant()
    const order = await expense(id, { paidOn: null, committedOn: '2008-05-01' })
    const invoice = { amount: { minor: 30_000, currency: 'EUR' }, partOfId: order.id }
    await expense(id, { ...invoice, paidOn: '2008-07-01' })
    const report = await add({ kind: 'grant', subjectId: id })
    for (const [asOf, committed, paid] of [
      ['2008-06-30', 100_000, 0],
      ['2008-07-01', 70_000, 30_000],
    ] as const) {
      const told = await run(report.id, asOf)
      const sums = (key: string) => figure(told, key)?.sums.map(({ minor }) => minor)
      expect([sums('expenses_committed'), sums('expenses_paid')]).toEqual([[committed], paid ? [paid] : []])
      const { total } = await api.call(readPosition, { params: { id }, query: { asOf } })
      expect(total).toMatchObject({ committed, paid })
    }
  })

  it('tells of its period only', async () => {
    const { id } = await add({
      kind: 'alliance',
      subjectId: world.alliance.id,
      starts: '2008-07-01',
      ends: '2008-12-31',
    })
    const told = await run(id)
    expect(told).toMatchObject({ starts: '2008-07-01', ends: '2008-12-31' })
    expect(figure(told, 'missions_held')?.count).toBe(0)
    expect(figure(told, 'participations')?.count).toBe(0)
  })
})

describe('run again after edits', () => {
  it('tells the same where nothing changed, else which records changed, and in what', async () => {
    const { id } = await add({ kind: 'alliance', subjectId: world.alliance.id })
    const first = await run(id)
    const same = await run(id)
    expect(same.figures).toEqual(first.figures)
    expect(same.before).toMatchObject({ id: first.id, number: 1, figures: 0, records: 0 })

    const { paid, mission } = world
    const amount = { minor: 150_000, currency: 'EUR' }
    const changed = await api.call(
      updateExpense,
      { params: { id: paid.id }, body: { amount } },
      { version: paid.version },
    )
    const held = await api.call(missionRecords.read, { params: { id: mission.id } })
    await api.call(
      missionRecords.update,
      { params: { id: mission.id }, body: { kind: 'seminar', starts: '2009-06-10', ends: '2009-06-12' } },
      { version: held.version },
    )
    const again = await run(id)
    expect(again.before).toMatchObject({ id: same.id, figures: 3 })
    const compared = await api.call(compareRuns, { params: { run: again.id, with: first.id } })
    expect([compared.first.number, compared.second.number]).toEqual([1, 3])
    expect(compared.figures.map(({ key }) => key)).toEqual(['missions_held', 'missions_led', 'expenses_paid'])
    expect(compared.figures[2]).toMatchObject({
      before: { sums: [{ minor: 100_000 }] },
      after: { sums: [{ minor: 150_000 }] },
    })
    const ofExpense = compared.records.find((record) => record.id === paid.id)
    expect(ofExpense).toMatchObject({ fate: 'changed', noun: 'expenses', figures: ['expenses_paid'] })
    expect(ofExpense?.changes).toMatchObject([{ verb: 'expenses.update' }])
    expect(ofExpense?.changes[0]?.changes[0]).toMatchObject({
      table: 'expenses',
      before: { amount_minor: 100_000 },
      after: { amount_minor: 150_000 },
    })
    const ofMission = compared.records.find((record) => record.id === mission.id)
    expect(ofMission).toMatchObject({
      fate: 'no_longer',
      reason: 'not_yet',
      figures: ['missions_held', 'missions_led'],
      changes: [{ verb: 'missions.update' }],
    })
    // What was told stays as it was told.
    expect(await api.call(readRun, { params: { run: first.id } })).toEqual(first)

    await api.call(removeExpense, { params: { id: paid.id } }, { version: changed.version })
    const last = await run(id)
    const since = await api.call(compareRuns, { params: { run: again.id, with: last.id } })
    expect(since.records).toMatchObject([{ id: paid.id, fate: 'no_longer', reason: 'in_bin' }])
    // Another day is another report: it is compared with nothing.
    expect((await run(id, '2008-09-14')).before).toBeNull()
    expect((await api.call(reportRecords.read, { params: { id } })).runs).toHaveLength(5)
  })
})

describe('what does not fit', () => {
  it('is refused, and a run is undone', async () => {
    const create = async (body: Record<string, unknown>) =>
      problemOf(await api.send(reportRecords.create, { body: { title: 'X', ...body } }))
    expect(await create({ kind: 'fun', subjectId: world.alliance.id })).toMatchObject({ status: 422 })
    expect(await create({ kind: 'grant', subjectId: world.alliance.id })).toMatchObject({
      status: 422,
      errors: [{ path: 'subjectId', code: 'unknown_reference' }],
    })
    expect(await create({ kind: 'company', subjectId: world.cluster.id })).toMatchObject({ status: 422 })
    const swapped = { starts: '2009-01-01', ends: '2008-01-01' }
    expect(await create({ kind: 'alliance', subjectId: world.alliance.id, ...swapped })).toMatchObject({
      status: 422,
      errors: [{ path: 'ends' }],
    })
    const report = await add({ kind: 'market', subjectId: world.market.id })
    const params = { id: report.id }
    const { update, remove, restore, list } = reportRecords
    expect((await api.send(update, { params, body: { title: 'Y' } }, { version: 7 })).status).toBe(412)
    expect((await api.send(update, { params, body: swapped }, { version: report.version })).status).toBe(422)
    expect((await api.send(runReport, { params, body: {} }, { actor: viewer })).status).toBe(403)
    expect((await api.send(runReport, { params, body: {} }, { actor: null })).status).toBe(401)
    expect((await api.send(runReport, { params: { id: randomUUID() }, body: {} })).status).toBe(404)
    expect((await api.send(readRun, { params: { run: randomUUID() } })).status).toBe(404)

    const answer = await api.send(runReport, { params, body: {} })
    const told = (await answer.json()) as ReportRun
    expect(
      (await api.send(listRunRecords, { params: { run: told.id }, query: { cursor: 'x' } })).status,
    ).toBe(422)
    const elsewhere = await run((await add({ kind: 'cluster', subjectId: world.cluster.id })).id)
    const pair = { run: told.id, with: elsewhere.id }
    expect((await api.send(compareRuns, { params: pair })).status).toBe(404)
    await api.call(undoChange, { params: { id: answer.headers.get('x-change-set') ?? '' } })
    expect((await api.send(readRun, { params: { run: told.id } })).status).toBe(404)

    const { version } = await api.call(reportRecords.read, { params })
    await api.call(remove, { params }, { version })
    expect(await problemOf(await api.send(runReport, { params, body: {} }))).toMatchObject({
      status: 409,
      code: 'record_in_bin',
    })
    await api.call(restore, { params })
    const { items } = await api.call(list, { query: { kind: 'market', sort: 'lastRun' } })
    expect(items).toMatchObject([
      { runs: 0, lastRun: null },
      { runs: 1, subject: { name: 'Japan' } },
    ])
  })
})
