import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { undoChange } from '../../src/contract/history.ts'
import { createService, listServices, removeService, updateService } from '../../src/contract/services.ts'
import { problemOf, startApi, type TestApi, viewer } from '../support/api.ts'
import { companyMakers } from '../support/companies.ts'
import { makers } from '../support/make.ts'

let api: TestApi
let make: ReturnType<typeof companyMakers>
beforeAll(async () => {
  api = await startApi()
  make = companyMakers(api)
})
afterAll(() => api.stop())

it('a service is recorded, changed, found, deleted and brought back', async () => {
  const { organisation, market } = makers(api)
  const [company, incubator, cluster, brazil] = [
    await make.company({ years: false }),
    await organisation(),
    await organisation(),
    await market(),
  ]
  const made = await make.service(company.id, {
    kind: 'incubator_stay',
    title: 'Implantis São Paulo',
    providerId: incubator.id,
    clusterId: cluster.id,
    marketId: brazil.id,
    starts: '2012-03',
    ends: '2012-09',
    value: { minor: 600_000, currency: 'EUR' },
  })
  expect(made).toMatchObject({
    version: 1,
    organisation: { id: company.id },
    provider: { id: incubator.id },
    cluster: { id: cluster.id },
    market: { id: brazil.id },
    aidIds: [],
  })
  const params = { id: made.id }
  const changed = await api.call(updateService, { params, body: { ends: null } }, { version: 1 })
  expect(changed).toMatchObject({ version: 2, ends: null, starts: '2012-03' })
  expect(await problemOf(await api.send(updateService, { params, body: {} }, { version: 1 }))).toMatchObject({
    status: 412,
    current: changed,
  })
  const other = await make.service((await make.company({ years: false })).id)
  const found = async (query: object) => (await api.call(listServices, { query })).items.map(({ id }) => id)
  expect(await found({ organisation: company.id })).toEqual([made.id])
  expect(await found({ kind: 'incubator_stay' })).toEqual([made.id])
  expect(await found({ cluster: cluster.id })).toEqual([made.id])
  expect(await found({ market: brazil.id })).toEqual([made.id])
  expect(await found({ q: company.name })).toEqual([made.id])
  expect(await found({})).toEqual([made.id, other.id])
  expect(await found({ sort: 'starts' })).toEqual([other.id, made.id])

  const given = await make.award(company.id, '2012-03-01', 6000, { serviceId: made.id, purpose: 'incubator' })
  expect(given.service).toEqual({ id: made.id, name: 'Implantis São Paulo' })
  expect(await problemOf(await api.send(removeService, { params }, { version: 2 }))).toMatchObject({
    code: 'in_use',
  })
  const gone = await api.send(removeService, { params: { id: other.id } }, { version: 1 })
  expect(await found({})).toEqual([made.id])
  await api.call(undoChange, { params: { id: gone.headers.get('x-change-set') ?? '' } })
  expect(await found({})).toEqual([made.id, other.id])
})

it('what does not fit is refused', async () => {
  const { id } = await make.company({ years: false })
  const service = await make.service(id)
  for (const [body, path] of [
    [{ title: '' }, 'title'],
    [{ kind: 'gift' }, 'kind'],
    [{ providerId: randomUUID() }, 'providerId'],
    [{ marketId: randomUUID() }, 'marketId'],
    [{ starts: '2008', ends: '2007' }, 'ends'],
    [{ value: { minor: 1.5, currency: 'EUR' } }, 'value.minor'],
  ] as const) {
    const answer = await api.send(createService, {
      params: { id },
      body: { kind: 'study', title: 'A study', ...body },
    })
    expect(await problemOf(answer), path).toMatchObject({ status: 422, errors: [{ path }] })
  }
  const inputs = [
    [listServices, {}],
    [createService, { params: { id }, body: { kind: 'study', title: 'A study' } }],
    [updateService, { params: { id: service.id }, body: {} }],
    [removeService, { params: { id: service.id } }],
  ] as const
  for (const [endpoint, input] of inputs) {
    expect((await api.send(endpoint, input, { actor: null, version: 1 })).status).toBe(401)
    const looking = await api.send(endpoint, input, { actor: viewer, version: 1 })
    expect(looking.status).toBe(endpoint.access === 'read' ? 200 : 403)
    if (!('params' in input)) continue
    const nowhere = await api.send(endpoint, { ...input, params: { id: randomUUID() } }, { version: 1 })
    expect(nowhere.status, endpoint.id).toBe(404)
  }
})
