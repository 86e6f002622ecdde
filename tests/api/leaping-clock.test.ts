import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listHistory, undoChange } from '../../src/contract/history.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { startApi, type TestApi } from '../support/api.ts'

const leaps = ['2008-09-15', '2031-01-01', '1999-12-31', '2008-09-16', '2024-02-29', '2008-09-14']

/** A machine whose clock leaps: years on, back before the beginning, and to where it was. */
describe('under a clock that leaps', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await startApi()
  })
  afterAll(() => api.stop())

  it('does nothing twice and loses nothing, and tells what happened in the order in which it did', async () => {
    const sent = leaps.map((day, n) => ({
      day,
      key: randomUUID(),
      body: { name: `At ${n}`, kinds: ['company' as const] },
    }))
    for (const { day, key, body } of sent) {
      api.setClock(day)
      await api.call(organisationRecords.create, { body }, { key })
      // Others write, too, and forget what is old by that clock.
      await api.call(organisationRecords.create, { body: { name: `Beside ${day}`, kinds: ['company'] } })
    }
    // What was not heard is sent again, at every hour that the clock may show.
    for (const day of leaps) {
      api.setClock(day)
      for (const { key, body } of sent) {
        const again = await api.send(organisationRecords.create, { body }, { key })
        expect([again.status, again.headers.get('idempotent-replay')]).toEqual([201, 'true'])
      }
    }
    const { items, total } = await api.call(organisationRecords.list, { query: { limit: 100, q: 'At' } })
    expect(items.filter(({ name }) => name.startsWith('At '))).toHaveLength(leaps.length)
    expect(total).toBeGreaterThanOrEqual(leaps.length)
    const history = await api.call(listHistory, { query: { limit: 100 } })
    const told = history.items.map(({ title }) => title).filter((title) => title?.startsWith('At '))
    expect(told).toEqual(leaps.map((_, n) => `At ${n}`).reverse())
  })

  it('counts versions and undoes, whatever the hour', async () => {
    api.setClock('2024-02-29')
    let own = await api.call(organisationRecords.create, { body: { name: 'Own', kinds: ['company'] } })
    for (const day of leaps) {
      api.setClock(day)
      const params = { id: own.id }
      own = await api.call(
        organisationRecords.update,
        { params, body: { town: `Town ${day}` } },
        { version: own.version },
      )
    }
    expect(own.version).toBe(leaps.length + 1)
    const { items } = await api.call(listHistory, { query: { limit: 1 } })
    api.setClock('1999-12-31')
    await api.call(undoChange, { params: { id: items[0]?.id ?? '' } })
    const after = await api.call(organisationRecords.read, { params: { id: own.id } })
    expect(after).toMatchObject({ town: `Town ${leaps.at(-2)}` })
  })
})
