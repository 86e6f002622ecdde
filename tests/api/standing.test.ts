import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { agreementRecords } from '../../src/contract/agreements.ts'
import { listHistory, undoChange } from '../../src/contract/history.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { agreementVerbs } from '../support/agreements.ts'
import { startApi, type TestApi } from '../support/api.ts'
import { makers } from '../support/make.ts'

let api: TestApi
let make: ReturnType<typeof makers>
beforeAll(async () => {
  api = await startApi()
  make = makers(api)
})
afterAll(() => api.stop())

/** What is kept of a table's kind that the records don't say, and the other way round. */
async function differences(table: 'agreement_standing' | 'organisation_standing') {
  const [kept, wanted] = [sql.table(table), sql.table(`${table}_wanted`)]
  const { rows } = await sql`
    (select 'kept' as where_, k::text from (select * from ${kept} except select * from ${wanted}) k)
    union all
    (select 'wanted', w::text from (select * from ${wanted} except select * from ${kept}) w)`.execute(api.db)
  return rows
}
const holds = async () => {
  expect(await differences('agreement_standing')).toEqual([])
  expect(await differences('organisation_standing')).toEqual([])
}
afterEach(holds)

/** Takes the newest changes back, one after the other, looking after each. */
async function undo(times: number): Promise<void> {
  const { items } = await api.call(listHistory, { query: { limit: times } })
  for (const { id } of items) {
    await api.call(undoChange, { params: { id } })
    await holds()
  }
}

const kept = async (id: string) => {
  const { rows } = await sql<{ partner: boolean; count: number }>`
    select partner, agreement_count as count from organisation_standing where organisation_id = ${id}`.execute(
    api.db,
  )
  return rows
}

it('follows agreements through their life, and back', async () => {
  const { sign } = agreementVerbs(api)
  const agreement = await make.agreement({ title: 'From first to last', starts: '2008', ends: '2010' })
  await holds()
  const signed = await sign(agreement, '2008-02-04')
  await holds()
  const other = await make.organisation()
  const params = { id: agreement.id }
  await api.call(
    agreementRecords.update,
    { params, body: { negotiatorId: other.id } },
    { version: signed.version },
  )
  await holds()
  await undo(4)
})

it('follows bodies that become partners, and go', async () => {
  const { id, version } = await make.organisation({ kinds: ['company'] })
  expect(await kept(id)).toEqual([])
  const changed = await api.call(
    organisationRecords.update,
    { params: { id }, body: { kinds: ['partner'] } },
    { version },
  )
  expect(await kept(id)).toEqual([{ partner: true, count: 0 }])
  await api.call(organisationRecords.remove, { params: { id } }, { version: changed.version })
  expect(await kept(id)).toEqual([])
  await undo(1)
  expect(await kept(id)).toEqual([{ partner: true, count: 0 }])
})

it('follows agreements into the bin and out of it', async () => {
  const [home, partner] = [await make.organisation(), await make.organisation()]
  const agreement = await make.agreement({
    negotiatorId: home.id,
    parties: [
      { organisationId: home.id, side: 'home' },
      { organisationId: partner.id, side: 'partner' },
    ],
  })
  const of = async (id: string) => {
    const { items } = await api.call(organisationRecords.list, { query: { limit: 200 } })
    return items.find((item) => item.id === id)?.agreementCount
  }
  const isPartner = async (id: string) => {
    const { items, total } = await api.call(organisationRecords.list, {
      query: { partner: 'true', limit: 200 },
    })
    expect(items).toHaveLength(total)
    return items.some((item) => item.id === id)
  }
  expect([await of(home.id), await of(partner.id)]).toEqual([1, 1])
  expect([await isPartner(home.id), await isPartner(partner.id)]).toEqual([false, true])
  const params = { id: agreement.id }
  await api.call(agreementRecords.remove, { params }, { version: agreement.version })
  await holds()
  expect([await of(home.id), await isPartner(partner.id)]).toEqual([0, false])
  await api.call(agreementRecords.restore, { params })
  expect([await of(home.id), await isPartner(partner.id)]).toEqual([1, true])
})
