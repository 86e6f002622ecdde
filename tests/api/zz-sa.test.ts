import { afterAll, beforeAll, expect, it } from 'vitest'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'
let api: TestApi
beforeAll(async () => { const t=performance.now(); api = await startApi(); console.log('start', performance.now()-t) })
afterAll(() => api.stop())
it('works', async () => {
  const t=performance.now()
  const o = await makers(api).organisation({ name: 'A' })
  console.log(performance.now()-t)
  expect(o.name).toBe('A')
  await expect(api.call(organisationRecords.create, { body: { name: 'a', kinds: ['cluster'] } })).rejects.toMatchObject({ status: 409, code: 'duplicate' })
  await expect(api.call(organisationRecords.create, { body: { name: 'b', kinds: ['cluster'] } }, {actor:null})).rejects.toMatchObject({ status: 401 })
})
