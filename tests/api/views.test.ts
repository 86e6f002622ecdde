import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBreakdown, readMatrix } from '../../src/contract/views.ts'
import { problemOf, startApi, type TestApi } from '../support/api.ts'
import { randomWorkspace } from '../support/random-workspace.ts'
import { describeFigures, views, type World } from '../support/views-suite.ts'

const worlds: World[] = []
const apis: TestApi[] = []
// Hundreds of writes each: slow where others use the machine.
beforeAll(async () => {
  for (const seed of [1, 2]) {
    const api = await startApi()
    apis.push(api)
    const { luck, clusters, alliances, markets } = await randomWorkspace(api, seed)
    const of = (records: readonly { id: string }[]) => records.map(({ id }) => id)
    worlds.push({
      name: `workspace ${seed}`,
      call: api.call,
      luck,
      ids: { cluster: of(clusters), market: of(markets), alliance: of(alliances) },
    })
  }
}, 600_000)
afterAll(async () => {
  for (const api of apis) await api.stop()
})

describeFigures(worlds, 5)

describe('what does not fit', () => {
  it('is told: no such record, a measure nobody knows', async () => {
    const [api] = apis as [TestApi]
    for (const endpoint of Object.values(views))
      expect(await problemOf(await api.send(endpoint, { params: { id: randomUUID() } }))).toMatchObject({
        status: 404,
        code: 'not_found',
      })
    for (const query of [{ measure: 'fun' }, { year: 'soon' }])
      expect(await problemOf(await api.send(readMatrix, { query }))).toMatchObject({ status: 422 })
    expect(await problemOf(await api.send(readBreakdown, { query: {} }))).toMatchObject({ status: 422 })
  })
})
