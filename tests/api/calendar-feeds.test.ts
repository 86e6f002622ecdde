import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signAgreement } from '../../src/contract/agreements.ts'
import {
  type CalendarKind,
  calendarKinds,
  createFeed,
  downloadCalendar,
  listFeeds,
  revokeFeed,
} from '../../src/contract/calendars.ts'
import { createTask, updateTask } from '../../src/contract/dossier.ts'
import type { CallInput } from '../../src/contract/endpoint.ts'
import { cancelMission } from '../../src/contract/missions.ts'
import { problemOf, startApi, type TestApi, viewer } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { refusal } from '../support/refusal.ts'

const awkward = 'Mémorandum; Kansai, "Bio\\Japan" – 京都バイオ産業技術フォーラムとの協力に関する覚書'
let api: TestApi
let make: ReturnType<typeof makers>
const ids: Record<string, string> = {}
beforeAll(async () => {
  api = await startApi({ clock: '2008-09-15' })
  make = makers(api)
  const [market, other] = [await make.market({ name: 'Japan' }), await make.market()]
  const agreement = await make.agreement({
    title: awkward,
    marketId: market.id,
    targetSignature: '2008-10-15',
  })
  const inMonth = await make.agreement({ title: 'By November', targetSignature: '2008-11' })
  const inYear = await make.agreement({ title: 'Some year', targetSignature: '2009' })
  const mission = await make.mission({
    title: 'BioJapan',
    marketId: market.id,
    starts: '2008-10-15',
    ends: '2008-10-17',
    town: 'Yokohama',
  })
  await make.mission({ title: 'Elsewhere', marketId: other.id, starts: '2008-12' })
  const task = await api.call(createTask, {
    body: { title: 'Book flights', noun: 'missions', recordId: mission.id, due: '2008-09-20' },
  })
  Object.assign(ids, {
    market: market.id,
    agreement: agreement.id,
    inMonth: inMonth.id,
    inYear: inYear.id,
    mission: mission.id,
    task: task.id,
  })
})
afterAll(() => api.stop())

/** What a calendar program makes of a text. */
function parsed(text: string) {
  const root = new ICAL.Component(ICAL.parse(text))
  const events = root.getAllSubcomponents('vevent').map((component) => ({
    event: new ICAL.Event(component),
    component,
  }))
  return { root, events, of: (uid: string) => events.find(({ event }) => event.uid === `${uid}@corridor`) }
}
async function file(query: CallInput<typeof downloadCalendar>['query'] = {}) {
  const { bytes, mediaType } = await api.call(downloadCalendar, { query })
  expect(mediaType).toBe('text/calendar; charset=utf-8')
  return parsed(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
}
const make1 = (body: Partial<CallInput<typeof createFeed>['body']> = {}, options = {}) =>
  api.call(createFeed, { body: { name: 'Everything', kinds: [...calendarKinds], ...body } }, options)
const subscribe = (token: string | null, headers: Record<string, string> = {}) =>
  api.fetch(new Request(`https://corridor.example/api/calendar/${token}.ics`, { headers }))

describe('the calendar as a file', () => {
  it('has what is dated, all day, with the same names for ever', async () => {
    const { of } = await file()
    const signature = of(`signature-${ids.agreement}`)?.event
    expect(signature?.summary).toBe(`To be signed: ${awkward}`)
    expect([signature?.startDate.isDate, signature?.startDate.toString()]).toEqual([true, '2008-10-15'])
    expect(signature?.description).toBe('Market: Japan')
    const mission = of(`mission-${ids.mission}`)?.event
    // The end of a day's event is the day after.
    expect([mission?.startDate.toString(), mission?.endDate.toString(), mission?.location]).toEqual([
      '2008-10-15',
      '2008-10-18',
      'Yokohama',
    ])
    expect(of(`task-${ids.task}`)?.event.description).toBe('About: BioJapan')
  })

  it('has what is known by month or year on the last day of it, and says so', async () => {
    const ending = await make.agreement({ title: 'Kansai', ends: '2010', noticeDays: 92 })
    await api.call(
      signAgreement,
      {
        params: { id: ending.id },
        body: { signatures: ending.parties.map(({ id }) => ({ partyId: id, signedOn: '2008-02-04' })) },
      },
      { version: ending.version },
    )
    const mission = await make.mission({ title: 'Some time', starts: '2009' })
    const told = async (uid: string, language: 'en' | 'fr' = 'en') => {
      const event = (await file({ language })).of(uid)?.event
      return [event?.startDate.isDate, event?.startDate.toString(), event?.summary, event?.description]
    }
    const inexact = 'The day is not fixed, this is the last one possible; known is: '
    expect(await told(`signature-${ids.inMonth}`)).toEqual([
      true,
      '2008-11-30',
      'To be signed: By November',
      `${inexact}November 2008`,
    ])
    expect(await told(`signature-${ids.inYear}`)).toEqual([
      true,
      '2009-12-31',
      'To be signed: Some year',
      `${inexact}2009`,
    ])
    expect(await told(`expiry-${ending.id}`)).toEqual([true, '2010-12-31', 'Ends: Kansai', `${inexact}2010`])
    expect((await told(`notice-${ending.id}`))[1]).toBe('2010-09-30')
    expect(await told(`mission-${mission.id}`)).toEqual([true, '2009-12-31', 'Some time', `${inexact}2009`])
    expect((await told(`signature-${ids.inMonth}`, 'fr'))[3]).toBe(
      'Le jour n’est pas fixé, celui-ci est le dernier possible ; on connaît : novembre 2008',
    )
  })

  it('is narrowed by scope and kind, and speaks French', async () => {
    const titles = async (query: CallInput<typeof downloadCalendar>['query']) =>
      (await file(query)).events.map(({ event }) => event.summary)
    expect(await titles({ market: ids.market, kinds: 'missions' })).toEqual(['BioJapan'])
    expect(await titles({ kinds: 'tasks,claims', language: 'fr' })).toEqual(['Tâche : Book flights'])
    expect(await titles({ cluster: randomUUID() })).toEqual([])
  })

  it('reminds so many days before where that is asked for', async () => {
    const { of } = await file({ alarmDays: '3' as unknown as number })
    const alarm = of(`task-${ids.task}`)?.component.getFirstSubcomponent('valarm')
    expect(alarm?.getFirstPropertyValue('trigger')?.toString()).toBe('-P3D')
    expect((await file()).of(`task-${ids.task}`)?.component.getFirstSubcomponent('valarm')).toBeNull()
  })

  it('has lines of 75 octets at most, each ended as the standard says', async () => {
    const { bytes } = await api.call(downloadCalendar, {})
    const text = new TextDecoder().decode(bytes)
    const lines = text.split('\r\n')
    expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  it('tells the instant of a signature in its own zone', async () => {
    const agreement = await make.agreement({ title: 'Signed in Osaka' })
    await api.call(
      signAgreement,
      {
        params: { id: agreement.id },
        body: {
          signatures: agreement.parties.map(({ id }) => ({
            partyId: id,
            signedOn: '2008-02-04',
            localTime: '10:45',
            timeZone: 'Asia/Tokyo',
            place: 'Osaka',
          })),
        },
      },
      { version: agreement.version },
    )
    const event = (await file()).of(`signature-${agreement.id}`)?.event
    expect([event?.summary, event?.location]).toEqual(['Signed: Signed in Osaka', 'Osaka'])
    expect(new Date((event?.startDate.toUnixTime() ?? 0) * 1000).toISOString()).toBe(
      '2008-02-04T01:45:00.000Z',
    )
  })

  it('counts changes, and tells what does not take place', async () => {
    const before = (await file()).of(`mission-${ids.mission}`)?.event.sequence ?? 0
    await api.call(
      cancelMission,
      { params: { id: ids.mission ?? '' }, body: { on: '2008-09-15', reason: 'x' } },
      { version: before + 1 },
    )
    const found = (await file()).of(`mission-${ids.mission}`)
    expect(found?.event.summary).toBe('Cancelled: BioJapan')
    expect(found?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(found?.event.sequence).toBeGreaterThan(before)
    await api.call(
      updateTask,
      { params: { id: ids.task ?? '' }, body: { doneOn: '2008-09-15' } },
      { version: 1 },
    )
    expect((await file()).of(`task-${ids.task}`)?.event.summary).toBe('Done: Book flights')
  })
})

describe('an address to subscribe to', () => {
  it('is read by who has it, without signing in', async () => {
    const feed = await make1({
      marketId: ids.market ?? null,
      kinds: ['signatures', 'missions'] as CalendarKind[],
    })
    const response = await subscribe(feed.token)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ])
    const { root, of, events } = parsed(await response.text())
    expect(events).toHaveLength(2)
    expect(root.getFirstPropertyValue('refresh-interval')?.toString()).toBe('PT60M')
    expect(root.getFirstPropertyValue('method')).toBeNull()
    const component = of(`signature-${ids.agreement}`)?.component
    expect(component?.getFirstPropertyValue('url')).toBe(
      `https://corridor.example/agreements/${ids.agreement}`,
    )
    const [first] = (await api.call(listFeeds, {})).items
    expect(first).toMatchObject({
      id: feed.id,
      market: { name: 'Japan' },
      readAt: '2008-09-15T12:00:00.000Z',
    })
  })

  it('is not sent again while nothing has changed', async () => {
    const { token } = await make1()
    const etag = (await subscribe(token)).headers.get('etag') ?? ''
    const again = await subscribe(token, { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    await api.call(createTask, { body: { title: 'New', due: '2008-09-30' } })
    expect((await subscribe(token, { 'if-none-match': etag })).status).toBe(200)
  })

  it('keeps its secret nowhere, not even with the answer of a request that is sent again', async () => {
    const key = randomUUID()
    const first = await make1({}, { key })
    const again = await make1({}, { key })
    expect([again.id, again.token]).toEqual([first.id, null])
    const held = await api.db.selectFrom('calendar_feeds').selectAll().where('id', '=', first.id).execute()
    const kept = await api.db.selectFrom('idempotency_keys').selectAll().execute()
    const noted = await api.db.selectFrom('changes').selectAll().where('row_id', '=', first.id).execute()
    expect(JSON.stringify([held, kept, noted])).not.toContain(first.token)
  })

  it('is closed for good, and then looks like one that never was', async () => {
    const { id, token } = await make1()
    const closed = await api.call(revokeFeed, { params: { id } })
    expect(closed.revokedAt).not.toBeNull()
    expect((await api.call(revokeFeed, { params: { id } })).revokedAt).toBe(closed.revokedAt)
    const [revoked, unknown] = [await subscribe(token), await subscribe('x'.repeat(43))]
    expect([revoked.status, unknown.status]).toEqual([404, 404])
    expect((await problemOf(revoked)).detail).toBe((await problemOf(unknown)).detail)
    expect((await subscribe('../../tasks')).status).toBe(404)
  })

  it('is refused to viewers, nobody, and for what is not there', async () => {
    expect((await refusal(make1({}, { actor: viewer }))).status).toBe(403)
    expect((await refusal(make1({}, { actor: null }))).status).toBe(401)
    expect((await refusal(api.call(revokeFeed, { params: { id: randomUUID() } }))).status).toBe(404)
    const response = await api.send(createFeed, {
      body: { name: ' ', kinds: [], clusterId: randomUUID() },
    })
    const { status, errors } = await problemOf(response)
    expect([status, errors?.map(({ path }) => path).sort()]).toEqual([422, ['kinds', 'name']])
    const gone = await api.send(createFeed, {
      body: { name: 'x', kinds: ['tasks'], clusterId: randomUUID() },
    })
    expect(await problemOf(gone)).toMatchObject({ status: 422, errors: [{ path: 'clusterId' }] })
  })
})
