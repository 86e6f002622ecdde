import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementEndpoints, agreementRecords } from '../../src/contract/agreements.ts'
import { problemOf, startApi, type TestApi, viewer } from '../support/api.ts'
import { makers } from '../support/make.ts'

const { read, update, remove, restore } = agreementRecords

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

describe('who may', () => {
  it.each(agreementEndpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s: nobody unknown, and viewers only look',
    async (_, endpoint) => {
      const params = { id: randomUUID(), signatureId: randomUUID() }
      const unknown = await api.send(endpoint, { params }, { actor: null, version: 1 })
      expect((await problemOf(unknown)).code).toBe('not_signed_in')
      const looking = await api.send(endpoint, { params }, { actor: viewer, version: 1 })
      if (endpoint.access === 'write') expect((await problemOf(looking)).code).toBe('not_allowed')
      else expect([200, 404]).toContain(looking.status)
    },
  )

  it('refuses methods that an address does not have', async () => {
    for (const path of ['/agreements', `/agreements/${randomUUID()}`, `/agreements/${randomUUID()}/stage`]) {
      const answer = await api.fetch(new Request(`http://corridor.test/api${path}`, { method: 'PUT' }))
      expect((await problemOf(answer)).code).toBe('method_not_allowed')
      expect(answer.headers.get('allow')).toMatch(/GET|POST/)
    }
  })
})

describe('what every operation on one agreement asks', () => {
  const changing = agreementEndpoints.filter((endpoint) => 'ifMatch' in endpoint && endpoint.ifMatch)
  const bodies: Record<string, unknown> = {
    'agreements.update': { title: 'New' },
    'agreements.move': { stage: 'drafting' },
    'agreements.sign': { signatures: [{ partyId: randomUUID(), signedOn: '2008-02-04' }] },
    'agreements.abandon': { on: '2008-02-04', reason: 'None' },
    'agreements.terminate': { on: '2008-02-04', reason: 'None' },
    'agreements.renew': { title: 'New' },
  }

  it.each(changing.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s: 404, 428, 412 with the record as it stands, 409 in the bin',
    async (id, endpoint) => {
      const body = bodies[id]
      const gone = { params: { id: randomUUID(), signatureId: randomUUID() }, body }
      expect((await problemOf(await api.send(endpoint, gone, { version: 1 }))).code).toBe('not_found')

      const agreement = await make.agreement()
      const input = { params: { id: agreement.id, signatureId: randomUUID() }, body }
      expect((await problemOf(await api.send(endpoint, input))).code).toBe('version_required')

      const newer = await api.call(
        update,
        { params: { id: agreement.id }, body: { reference: 'R-1' } },
        { version: agreement.version },
      )
      const stale = await problemOf(await api.send(endpoint, input, { version: agreement.version }))
      expect(stale).toMatchObject({
        code: 'version_stale',
        params: { version: newer.version },
        current: newer,
      })

      const binned = await api.call(remove, { params: { id: agreement.id } }, { version: newer.version })
      const inBin = await problemOf(await api.send(endpoint, input, { version: binned.version }))
      expect(inBin).toMatchObject({ status: 409, code: 'record_in_bin' })
    },
  )

  it('404s what is not there to be read or restored', async () => {
    const params = { id: randomUUID() }
    await expect(api.call(read, { params })).rejects.toMatchObject({ status: 404, code: 'not_found' })
    await expect(api.call(restore, { params })).rejects.toMatchObject({ status: 404, code: 'not_found' })
    await expect(api.call(read, { params: { id: 'x' } })).rejects.toMatchObject({ status: 422 })
  })
})
