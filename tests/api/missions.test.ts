import { afterAll, beforeAll, describe } from 'vitest'
import { type Mission, missionRecords } from '../../src/contract/missions.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { describeRecords } from '../support/record-suite.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

describe('missions, as records', () => {
  describeRecords<Mission>({
    api: () => api,
    records: missionRecords,
    body: (title) => ({ title, kind: 'seminar' }),
    field: 'title',
    longest: 500,
  })
})
