import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { undoChange } from '../../src/contract/history.ts'
import {
  missionCalendar,
  recordMeeting,
  removeMeeting,
  restoreMeeting,
  type Schedule,
  setGrid,
  updateMeeting,
} from '../../src/contract/meetings.ts'
import { cancelMission, missionRecords } from '../../src/contract/missions.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { type MeetingWorld, meetingWorld } from '../support/meeting-world.ts'
import { schedules } from '../support/schedule.ts'

let api: TestApi
let on: ReturnType<typeof schedules>
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  on = schedules(api)
  make = makers(api)
})
afterAll(() => api.stop())

type Query = { participation?: string; language?: 'en' | 'fr' | 'ja' }

async function file(missionId: string, query: Query = {}) {
  const reply = await api.call(missionCalendar, { params: { id: missionId }, query })
  expect(reply.mediaType).toBe('text/calendar; charset=utf-8')
  return { ...reply, text: new TextDecoder('utf-8', { fatal: true }).decode(reply.bytes) }
}
/** What a calendar program makes of the file. */
async function events(missionId: string, query: Query = {}) {
  const { text } = await file(missionId, query)
  const root = new ICAL.Component(ICAL.parse(text))
  return root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
}
const instants = ({ startDate, endDate }: ICAL.Event) =>
  [startDate, endDate].map((time) => new Date(time.toUnixTime() * 1000).toISOString())
const sequences = async (missionId: string) =>
  (await events(missionId)).map(({ uid, sequence }) => ({ uid, sequence }))

/** A mission in a zone with a meeting at 09:00 of each of the days. */
async function metAt(timeZone: string | null, days: readonly string[], homeTimeZone: string | null = null) {
  const mission = await make.mission({ starts: days[0], ends: days.at(-1), timeZone, homeTimeZone })
  const company = await make.participation({ missionId: mission.id, state: 'accepted' })
  const body = {
    slots: days.map((day) => ({ day, starts: '09:00', ends: '09:30', session: 'morning' as const })),
    tables: [{ name: 'A' }],
  }
  const { slots, tables } = await on.grid(mission.id, body)
  const pairs = []
  for (const slot of slots) {
    const other = await make.participation({ missionId: mission.id, side: 'partner', state: 'accepted' })
    pairs.push({ aId: company.id, bId: other.id, slotId: slot.id, tableId: tables[0]?.id })
  }
  await on.meet(mission.id, pairs)
  return mission
}

describe('the times of a calendar', () => {
  // Worked out by hand from each zone's offset, before and after the clocks changed in 2008.
  it.each([
    ['Asia/Tokyo', { '2008-10-15': '2008-10-15T00:00' }],
    ['Europe/Paris', { '2008-10-25': '2008-10-25T07:00', '2008-10-27': '2008-10-27T08:00' }],
    ['America/New_York', { '2008-11-01': '2008-11-01T13:00', '2008-11-03': '2008-11-03T14:00' }],
    ['Australia/Adelaide', { '2008-10-04': '2008-10-03T23:30', '2008-10-06': '2008-10-05T22:30' }],
    ['Asia/Kathmandu', { '2008-10-15': '2008-10-15T03:15' }],
  ])('are the right instants in %s, on either side of a change of the clocks', async (zone, days) => {
    const mission = await metAt(zone, Object.keys(days))
    const expected = Object.values(days).map((start) => {
      const starts = Date.parse(`${start}Z`)
      return [starts, starts + 30 * 60_000].map((instant) => new Date(instant).toISOString())
    })
    const found = await events(mission.id)
    expect(found.map(instants)).toEqual(expected)
    // No zone to be looked up: nothing of a reader's own list of zones can shift them.
    expect(found.map(({ startDate }) => startDate.zone.tzid)).toEqual(found.map(() => 'UTC'))
    expect((await file(mission.id)).text).not.toMatch(/TZID|VTIMEZONE/)
  })

  it('are those of the clock on the wall where nobody knows the zone', async () => {
    const mission = await metAt(null, ['2008-10-15'])
    const [event] = await events(mission.id)
    expect(event?.startDate.zone.tzid).toBe('floating')
    expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual([
      '2008-10-15T09:00:00',
      '2008-10-15T09:30:00',
    ])
  })

  it('stand in the description on both clocks, in the language asked for', async () => {
    const mission = await metAt('Asia/Tokyo', ['2008-10-15'], 'Europe/Paris')
    const times = 'Tokyo 2008-10-15 09:00–09:30 / Paris 2008-10-15 02:00–02:30'
    const first = async (language: 'en' | 'fr' | 'ja') =>
      (await events(mission.id, { language }))[0]?.description.split('\n')[0]
    expect([await first('en'), await first('fr'), await first('ja')]).toEqual([
      `Local times: ${times}`,
      `Heures locales : ${times}`,
      `現地時間：${times}`,
    ])
  })
})

describe('the text of a calendar', () => {
  const awkward = 'Légumes, Fleurs; & C\\ie "Sud" \\n: rien'
  const native = '独立行政法人 先端医療振興財団 神戸臨床研究情報センター・国際連携推進部'
  let made: MeetingWorld
  beforeAll(async () => {
    made = await meetingWorld(api, { home: [awkward], partner: ['Kobe Centre'], agreed: [[0, 0]] })
    const organisation = made.partner[0]?.organisation.id ?? ''
    const { version } = await api.call(organisationRecords.read, { params: { id: organisation } })
    const body = { names: [{ name: native, kind: 'translation' as const }] }
    await api.call(organisationRecords.update, { params: { id: organisation }, body }, { version })
    await placeFirst(made)
  })

  it('is read back as it was written: signs that mean something, and kanji', async () => {
    const of = async (who: string | undefined, language: 'en' | 'ja') =>
      (await events(made.mission.id, { participation: who, language }))[0]?.summary
    const { home, partner } = made
    expect(await of(partner[0]?.id, 'en')).toBe(awkward)
    expect(await of(home[0]?.id, 'en')).toBe(`Kobe Centre (${native})`)
    expect(await of(home[0]?.id, 'ja')).toBe(`${native}（Kobe Centre）`)
    const [event] = await events(made.mission.id)
    expect(event?.summary).toBe(`${awkward} – Kobe Centre (${native})`)
    expect(event?.description.split('\n').slice(-2)).toEqual([`- ${awkward}`, `- Kobe Centre (${native})`])
    expect(event?.location).toBe('Table 1')
  })

  it('has lines of at most 75 octets, none of which ends within a character', async () => {
    const { bytes, text } = await file(made.mission.id, { language: 'ja' })
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const strict = new TextDecoder('utf-8', { fatal: true })
    let folds = 0
    for (let from = 0; from < bytes.length; ) {
      const to = bytes.indexOf(10, from)
      const line = bytes.subarray(from, to - 1)
      expect(line.length).toBeLessThanOrEqual(75)
      if (strict.decode(line).startsWith(' ')) folds += 1
      from = to + 1
    }
    expect(folds).toBeGreaterThan(5)
  })

  it('is named after who gets it', async () => {
    const { filename, text } = await file(made.mission.id, { participation: made.partner[0]?.id })
    expect(filename).toBe('Bio-Japan – Kobe Centre.ics')
    const root = new ICAL.Component(ICAL.parse(text))
    expect(root.getFirstPropertyValue('x-wr-calname')).toBe('Bio-Japan – Kobe Centre')
    expect(root.getFirstPropertyValue('method')).toBe('PUBLISH')
  })
})

/** Puts the first meeting of a world into its first slot. */
async function placeFirst({ mission, schedule }: MeetingWorld) {
  const { meetings, slots, tables } = await schedule()
  const place = { slotId: slots[0]?.id ?? null, tableId: tables[0]?.id ?? null }
  return on.move(mission.id, meetings[0]?.id ?? '', place)
}

describe('an event of a calendar', () => {
  it('is the same one after every change, each counted, whoever looks', async () => {
    const made = await meetingWorld(api, { home: ['Nicox'], partner: ['Kobe'], agreed: [[0, 0]] })
    const { mission, home, partner } = made
    const meeting = await placeFirst(made)
    const uid = `${meeting.id}@corridor`
    let last = -1
    /** Whose calendar has already got the event only heeds a higher number. */
    const changed = async (what: string) => {
      const [event, more] = await events(mission.id)
      expect([event?.uid, more], what).toEqual([uid, undefined])
      expect(event?.sequence, what).toBeGreaterThan(last)
      last = event?.sequence ?? last
      return event
    }
    await changed('as placed')
    expect(await sequences(mission.id), 'asked again').toEqual([{ uid, sequence: last }])

    const { slots } = await made.schedule()
    const params = { id: meeting.id }
    const move = { params, body: { slotId: slots[1]?.id } }
    const moved = await api.send(updateMeeting, move, { version: meeting.version })
    expect(moved.status).toBe(200)
    expect(instants((await changed('moved')) as ICAL.Event)[0]).toBe('2008-10-15T00:30:00.000Z')

    await api.call(undoChange, { params: { id: moved.headers.get('x-change-set') ?? '' } })
    expect(instants((await changed('moved back')) as ICAL.Event)[0]).toBe('2008-10-15T00:00:00.000Z')

    await shift(made, '09:00', '09:10')
    expect(instants((await changed('of a later slot')) as ICAL.Event)[0]).toBe('2008-10-15T00:10:00.000Z')

    const { version } = await made.schedule()
    const body = { venue: 'Pacifico', town: 'Yokohama' }
    await api.call(missionRecords.update, { params: { id: mission.id }, body }, { version })
    expect((await changed('elsewhere'))?.location).toBe('Table 1, Pacifico, Yokohama')

    await api.call(recordMeeting, { params, body: { state: 'cancelled' } })
    const cancelled = await changed('cancelled')
    expect(cancelled?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(cancelled?.summary).toBe('Cancelled: Nicox – Kobe')
    await api.call(recordMeeting, { params, body: { state: 'planned' } })
    expect((await changed('on again'))?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')

    for (const participation of [home[0]?.id, partner[0]?.id])
      expect((await events(mission.id, { participation })).map((one) => one.uid)).toEqual([uid])

    await on.move(mission.id, meeting.id, { slotId: null, tableId: null })
    const off = await changed('off the grid')
    expect(off?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(off?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
    expect(instants(off as ICAL.Event)[0]).toBe('2008-10-15T00:10:00.000Z')
    expect(off?.location).toBe('Pacifico, Yokohama')
    await on.grid(mission.id, { slots: (await made.schedule()).slots.slice(1) })
    expect(instants((await changed('of a slot that is gone')) as ICAL.Event)[0]).toBe(
      '2008-10-15T00:10:00.000Z',
    )

    await placeFirst(made)
    expect((await changed('placed anew'))?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    const seen = (await made.schedule()).meetings[0]
    await api.call(removeMeeting, { params }, { version: seen?.version })
    expect((await changed('in the bin'))?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    await api.call(restoreMeeting, { params })
    expect((await changed('out of it'))?.component.getFirstPropertyValue('status')).toBe('CONFIRMED')

    const held = await made.schedule()
    await api.call(
      cancelMission,
      { params: { id: mission.id }, body: { on: '2008-09-15', reason: 'No funds' } },
      { version: held.version },
    )
    const called = await changed('of a cancelled mission')
    expect(called?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(called?.summary).toBe('Cancelled: Nicox – Kobe')
  })

  it('is none of a meeting that never had a place', async () => {
    const made = await meetingWorld(api, { home: ['Poxel'], partner: ['Himeji'], agreed: [[0, 0]] })
    expect(await events(made.mission.id)).toEqual([])
  })

  it('is in the calendars of the two who meet, and of nobody else', async () => {
    const made = await meetingWorld(api, {
      home: ['Genfit', 'Trophos'],
      partner: ['Sakai', 'Osaka'],
      agreed: [
        [0, 0],
        [1, 1],
      ],
    })
    await placeFirst(made)
    const { meetings } = await made.schedule()
    const placed = meetings.find(({ slotId }) => slotId !== null)
    for (const { id } of [...made.home, ...made.partner]) {
      const meets = placed?.aId === id || placed?.bId === id
      expect((await events(made.mission.id, { participation: id })).length).toBe(meets ? 1 : 0)
    }
  })
})

/** Moves the beginning of the slot that begins so. */
async function shift({ mission, schedule }: MeetingWorld, from: string, to: string) {
  const { version, slots } = await schedule()
  const later = slots.map((slot): Schedule['slots'][number] =>
    slot.starts === from ? { ...slot, starts: to } : slot,
  )
  await api.call(setGrid, { params: { id: mission.id }, body: { slots: later } }, { version })
}

describe('a calendar', () => {
  it('is for those who may read, of missions and participants that there are', async () => {
    const { mission } = await on.planned(1, 1)
    const other = await on.planned(1, 1)
    const send = (id: string, query: Query = {}, actor?: typeof viewer | null) =>
      api.send(missionCalendar, { params: { id }, query }, actor === undefined ? {} : { actor })
    expect((await send(mission.id, {}, viewer)).status).toBe(200)
    expect((await send(mission.id, {}, null)).status).toBe(401)
    expect((await send(randomUUID())).status).toBe(404)
    expect((await send(mission.id, { participation: other.home[0] })).status).toBe(404)
    expect((await send(mission.id, { language: 'de' as 'en' })).status).toBe(422)
    expect(await events(mission.id)).toEqual([])
  })
})
