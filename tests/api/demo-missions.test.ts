import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { type Mission, missionRecords } from '../../src/contract/missions.ts'
import { readCluster, readOverview } from '../../src/contract/overview.ts'
import { type Demo, startDemo } from '../support/demo.ts'

let demo: Demo
beforeAll(async () => {
  demo = await startDemo({ sample: false })
}, 180_000)
afterAll(() => demo.database.drop())

const mission = async (title: string): Promise<Mission> =>
  demo.call(missionRecords.read, { params: { id: await demo.found('missions', title) } })
const bodies = ({ bodies: all }: Mission, role: string) =>
  all.filter((body) => body.role === role).map(({ organisation }) => organisation.name)

const corridor = ['Cancer-Bio-Santé', 'Lyonbiopôle', 'Alsace BioValley']

/** The missions and events as the sources give them: what, when and where; empty where they don't say. */
const stated = [
  ['Euro-Regional Biotechnology & Healthcare Meeting', 'trade_fair', '2007-12-03', '2007-12-04', 'Toulouse'],
  ['Press conference of the launch', 'press_conference', '2007-12-04', null, 'Toulouse'],
  ['Signing ceremony with the Kansai Bio Promotion Council', 'signing_ceremony', '2008-02-04', null, 'Osaka'],
  ['Bio-Japan 2008', 'trade_fair', '2008-10-15', '2008-10-17', 'Yokohama'],
  ['Joint seminars in France and Japan', 'seminar', '2008', '2010', null],
  ['Exploratory trip to Brazil', 'exploratory_trip', null, null, null],
  ['Business mission to the USA', 'business_mission', null, null, null],
  ['Common BioX4Clusters event in China', 'joint_event', null, null, null],
  ['Foreign experts invited to the four regions', 'expert_visit', null, null, null],
  ['Training sessions for the joint strategy', 'training', null, null, null],
] as const

describe('the missions of the sources', () => {
  test.each(stated)('%s', async (title, kind, starts, ends, town) => {
    expect(await mission(title)).toMatchObject({
      kind,
      starts,
      ends,
      town,
      venue: null,
      capacity: null,
      fee: null,
      applicationsClose: null,
      steps: [],
      criteria: [],
      sample: false,
    })
  })

  test('are these and no others', async () => {
    const { items } = await demo.call(missionRecords.list, { query: { sort: 'starts', limit: 200 } })
    const real = items.filter(({ sample }) => !sample).map(({ title }) => title)
    expect(real.sort()).toEqual(stated.map(([title]) => title).sort())
  })

  test('begin at 11:00 in Toulouse and at 10:45 in Osaka', async () => {
    expect(await mission('Press conference of the launch')).toMatchObject({
      startTime: '11:00',
      timeZone: 'Europe/Paris',
    })
    const signing = await mission('Signing ceremony with the Kansai Bio Promotion Council')
    expect(signing).toMatchObject({ startTime: '10:45', timeZone: 'Asia/Tokyo', region: { name: 'Kansai' } })
    expect(bodies(signing, 'organiser')).toEqual([
      'Osaka Chamber of Commerce and Industry',
      'Cluster of Osaka',
      'Cluster of Kobe',
    ])
  })

  test('Bio-Japan is a month ahead: the three take part, for Japan, under the agreement with Kansai', async () => {
    const bioJapan = await mission('Bio-Japan 2008')
    expect(bioJapan).toMatchObject({
      status: 'planned',
      alliance: { name: 'Life Science Corridor France' },
      market: { name: 'Japan' },
      timeZone: 'Asia/Tokyo',
      agreements: [
        { agreement: { name: 'Partnership with the Kansai Bio Promotion Council' }, action: null },
      ],
    })
    expect(bodies(bioJapan, 'participant')).toEqual(corridor)
    expect(bodies(bioJapan, 'lead')).toEqual([])
    const { needs, timeline } = await demo.call(readOverview, {})
    expect(needs).toContainEqual(
      expect.objectContaining({ kind: 'mission_near', title: 'Bio-Japan 2008', on: '2008-10-15' }),
    )
    expect(timeline).toContainEqual(expect.objectContaining({ noun: 'missions', title: 'Bio-Japan 2008' }))
  })

  test('the seminars are an action of the agreement, which they keep in it', async () => {
    const { agreements, status } = await mission('Joint seminars in France and Japan')
    expect(status).toBe('planned')
    const [link] = agreements
    expect(link?.action?.name).toMatch(/^Hold seminars in France and in Japan/)
    const agreement = await demo.call(agreementRecords.read, { params: { id: link?.agreement.id ?? '' } })
    expect(agreement.actions.map(({ id }) => id)).toContain(link?.action?.id)
  })

  test('what is past on 15 September 2008 is followed up; BioX4Clusters’ missions are ideas', async () => {
    const { items } = await demo.call(missionRecords.list, { query: { limit: 200 } })
    const of = (wanted: string) =>
      items.filter(({ status, sample }) => status === wanted && !sample).map(({ title }) => title)
    expect(of('follow_up')).toEqual([
      'Euro-Regional Biotechnology & Healthcare Meeting',
      'Press conference of the launch',
      'Signing ceremony with the Kansai Bio Promotion Council',
    ])
    expect(of('idea')).toHaveLength(5)
  })

  test('sources that disagree stand side by side', async () => {
    const title = 'Signing ceremony with the Kansai Bio Promotion Council'
    expect(await demo.said('missions', title, 'Signature')).toHaveLength(2)
    const launch = await demo.said('missions', 'Euro-Regional Biotechnology & Healthcare Meeting', 'Launch')
    expect(launch).toHaveLength(2)
  })

  test('the page of Lyonbiopôle has those of both its alliances', async () => {
    const id = await demo.found('organisations', 'Lyonbiopôle')
    const { missions } = await demo.call(readCluster, { params: { id } })
    const real = missions.filter(({ title }) => stated.some(([name]) => name === title))
    expect(real).toHaveLength(10)
    expect(new Set(real.flatMap(({ roles }) => roles))).toEqual(new Set(['participant']))
  })

  test('Japan has three', async () => {
    const market = await demo.found('markets', 'Japan')
    const { items } = await demo.call(missionRecords.list, { query: { market, sort: 'starts' } })
    expect(items.filter(({ sample }) => !sample).map(({ title }) => title)).toEqual([
      'Joint seminars in France and Japan',
      'Signing ceremony with the Kansai Bio Promotion Council',
      'Bio-Japan 2008',
    ])
  })
})
