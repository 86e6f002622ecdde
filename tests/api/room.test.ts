import { afterAll, beforeAll, expect, it } from 'vitest'
import { readAidRoom } from '../../src/contract/aid.ts'
import { listCompanies } from '../../src/contract/companies.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { companyMakers } from '../support/companies.ts'
import { diceOf, oneOf } from '../support/garbage.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const days = [
  '2000-06-01',
  '2005-06-01',
  '2008-03-01',
  '2008-09-15',
  '2015-03-01',
  '2024-01-01',
  '2026-06-30',
]
const rooms = [
  0, 1, 5_000_000, 9_999_999, 10_000_000, 12_000_000, 20_000_000, 29_000_000, 30_000_000, 30_000_001,
]

it('is the same in the filter, in the list and on the page, on any day', async () => {
  const dice = diceOf(2008)
  const { company, declare, holding } = companyMakers(api)
  const ids: string[] = []
  for (let n = 0; n < 12; n++) {
    const made = await company({
      years: false,
      country: oneOf(dice, ['FR', 'FR', 'IT', 'JP', null]),
      fiscalYearEnd: oneOf(dice, ['12-31', '06-30', '02-29']),
      aidSector: oneOf(dice, ['general', 'general', 'road_freight']),
      memberState: oneOf(dice, [null, null, 'DE', 'CA']),
    })
    ids.push(made.id)
    if (!made.aid.memberState) continue
    for (let m = 0; m < 4; m++) {
      const on = `${oneOf(dice, [2004, 2005, 2006, 2007, 2008, 2012, 2013, 2014, 2022, 2023, 2024])}-0${1 + Math.floor(dice() * 9)}-15`
      await declare(made.id, on, 10_000 * (1 + Math.floor(dice() * 12)))
    }
  }
  for (let n = 0; n < 5; n++) {
    const [holder, held] = [oneOf(dice, ids), oneOf(dice, ids)]
    if (holder !== held) await holding(holder, held, 60, { from: oneOf(dice, ['2005', '2008-03', '2024']) })
  }
  for (const asOf of days) {
    const { items } = await api.call(listCompanies, { query: { asOf, limit: 200 } })
    for (const { id, aid } of items) {
      const page = await api.call(readAidRoom, { params: { id }, query: { asOf } })
      expect([aid.memberState, aid.ceiling, aid.sum], `${asOf} ${id}`).toEqual([
        page.memberState,
        page.ceiling,
        page.memberState === null ? 0 : page.sum,
      ])
      if (aid.room !== null) expect(aid.room).toBe(page.room)
    }
    for (const room of rooms) {
      const wanted = items.filter(({ aid }) => aid.room !== null && aid.room >= room).map(({ id }) => id)
      const found = await api.call(listCompanies, { query: { asOf, room: String(room), limit: 200 } })
      expect(
        found.items.map(({ id }) => id),
        `${asOf}, ${room}`,
      ).toEqual(wanted)
      expect(found.total).toBe(wanted.length)
    }
  }
})
