import { afterAll, beforeAll, describe } from 'vitest'
import { type Grant, grantRecords } from '../../src/contract/grants.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { describeRecords } from '../support/record-suite.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

describe('grants, as records', () => {
  describeRecords<Grant>({
    api: () => api,
    records: grantRecords,
    body: (title) => ({ title }),
    field: 'title',
    longest: 500,
  })
})
