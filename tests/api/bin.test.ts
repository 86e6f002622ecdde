import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { allianceRecords } from '../../src/contract/alliances.ts'
import { listBin } from '../../src/contract/history.ts'
import { marketRecords } from '../../src/contract/markets.ts'
import { removeMeeting, restoreMeeting } from '../../src/contract/meetings.ts'
import { missionRecords } from '../../src/contract/missions.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { removeParticipation, restoreParticipation } from '../../src/contract/participations.ts'
import { personRecords } from '../../src/contract/people.ts'
import { problemOf, startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'
import { wholeMission } from '../support/mission-whole.ts'
import { refusal } from '../support/refusal.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const records = {
  organisations: organisationRecords,
  people: personRecords,
  alliances: allianceRecords,
  markets: marketRecords,
  agreements: agreementRecords,
  missions: missionRecords,
  participations: { remove: removeParticipation, restore: restoreParticipation },
  meetings: { remove: removeMeeting, restore: restoreMeeting },
}

describe('the bin', () => {
  it('holds deleted records of every noun, newest first, with who deleted them', async () => {
    const make = makers(api)
    const janitor = await make.person({ givenName: 'Ada', familyName: 'Lovelace' })
    const actor = { id: janitor.id, name: janitor.name, role: 'manager' as const }
    const { meetingId, companies, counterpart, mission } = await wholeMission(api, { title: 'Bio-Japan' })
    const [company] = companies
    const deleted = {
      organisations: await make.organisation({ name: 'A body' }),
      people: await make.person({ givenName: 'A', familyName: 'Person' }),
      alliances: await make.alliance({ name: 'An alliance' }),
      markets: await make.market({ name: 'A market' }),
      agreements: await make.agreement({ title: 'An agreement' }),
      missions: await make.mission({ title: 'A mission' }),
      meetings: { id: meetingId, version: 1 },
      participations: await make.participation({ missionId: mission.id, side: 'partner' }),
    }
    let hour = 10
    for (const [noun, { id, version }] of Object.entries(deleted)) {
      api.setClock(`2008-09-15T${hour++}:00:00Z`)
      const { remove } = records[noun as keyof typeof records]
      await api.call(remove, { params: { id } }, { version, ...(noun === 'people' ? {} : { actor }) })
    }
    const { items, total, next } = await api.call(listBin, {})
    const by = { id: janitor.id, name: 'Ada Lovelace' }
    expect([total, next]).toEqual([8, null])
    const guest = deleted.participations.organisation.name
    expect(items.map(({ noun, title, deletedBy }) => [noun, title, deletedBy])).toEqual([
      ['participations', `${guest} – Bio-Japan`, by],
      ['meetings', `${company.organisation.name} – ${counterpart.organisation.name}`, by],
      ['missions', 'A mission', by],
      ['agreements', 'An agreement', by],
      ['markets', 'A market', by],
      ['alliances', 'An alliance', by],
      ['people', 'A Person', null],
      ['organisations', 'A body', by],
    ])
    expect(items[3]).toMatchObject({ id: deleted.agreements.id, deletedAt: '2008-09-15T14:00:00.000Z' })

    const first = await api.call(listBin, { query: { limit: 3 } })
    const second = await api.call(listBin, { query: { limit: 5, cursor: first.next ?? '' } })
    expect([...first.items, ...second.items]).toEqual(items)
    expect(second.next).toBeNull()
    expect(first.total).toBe(8)

    await api.call(records.markets.restore, { params: { id: deleted.markets.id } })
    expect((await api.call(listBin, {})).items.map(({ noun }) => noun)).not.toContain('markets')
  })

  it('refuses a cursor that is none, and nobody', async () => {
    for (const cursor of [
      'x',
      btoa('{"sort":"-deletedAt","value":"never","id":"00000000-0000-4000-8000-000000000001"}'),
    ])
      expect(await problemOf(await api.send(listBin, { query: { cursor } }))).toMatchObject({ status: 422 })
    expect((await refusal(api.call(listBin, {}, { actor: null }))).status).toBe(401)
  })
})
