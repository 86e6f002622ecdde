import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listExpenses } from '../../src/contract/expenses.ts'
import { setTransport } from '../../src/data/client.ts'
import { firstPageOf, rowsBefore, windows } from '../../src/data/windows.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { grantMakers } from '../support/grants.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
  setTransport((request) => api.fetch(request))
})
afterAll(() => api.stop())

it('a long list holds some of its pages, knows how many it let go, and brings them back', async () => {
  const make = grantMakers(api)
  const grant = await make.grant()
  for (let n = 1; n <= 5; n++)
    await make.expense({ title: `Row ${n}`, shares: [{ grantId: grant.id, bp: 10_000 }] })
  const list = windows(listExpenses, 2)
  const client = new QueryClient()
  const observer = new InfiniteQueryObserver(
    client,
    list({ grant: grant.id, sort: 'title', asOf: '2009-01-01', limit: 1 }),
  )
  const stop = observer.subscribe(() => {})
  await observer.refetch()
  for (let n = 0; n < 4; n++) await observer.fetchNextPage()
  const held = () => {
    const { data } = observer.getCurrentResult()
    return {
      titles: data?.pages.flatMap(({ items }) => items.map(({ title }) => title)),
      before: rowsBefore(data),
      total: firstPageOf(data)?.total,
      sums: firstPageOf(data)?.sums.map(({ amount }) => amount.minor),
    }
  }
  const whole = { total: 5, sums: [50_000] }
  expect(held()).toEqual({ titles: ['Row 4', 'Row 5'], before: 3, ...whole })
  expect(observer.getCurrentResult().hasNextPage).toBe(false)
  await observer.fetchPreviousPage()
  expect(held()).toEqual({ titles: ['Row 3', 'Row 4'], before: 2, ...whole })
  await observer.refetch()
  expect(held()).toEqual({ titles: ['Row 3', 'Row 4'], before: 2, ...whole })
  await observer.fetchPreviousPage()
  await observer.fetchPreviousPage()
  expect(held()).toEqual({ titles: ['Row 1', 'Row 2'], before: 0, ...whole })
  expect(observer.getCurrentResult().hasPreviousPage).toBe(false)
  stop()
  client.clear()
})
