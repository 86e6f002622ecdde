import { beginVersion, makeTransfer } from '../../src/contract/budget.ts'
import { draftClaim, listClaimRows } from '../../src/contract/claims.ts'
import type { TestApi } from './api.ts'
import { grantMakers } from './grants.ts'

/** A grant with something of everything, by what the ids are of: lines, a transfer, a draft version, an order, a draft claim. */
export async function wholeGrant(api: TestApi, allianceId: string): Promise<Record<string, string>> {
  const make = grantMakers(api)
  const grant = await make.grant({ allianceId })
  const { lines, version } = await make.budget(grant.id, [
    { category: 'travel', minor: 1_000_000 },
    { category: 'events', minor: 500_000 },
  ])
  const [line = '', other = ''] = lines.map(({ id }) => id)
  const params = { id: grant.id }
  const move = { fromLineId: line, toLineId: other, minor: 1000, on: '2008-02-04' }
  const moved = await api.call(makeTransfer, { params, body: move }, { version })
  const begun = await api.call(beginVersion, { params, body: {} }, { version: moved.version })
  const shares = [{ grantId: grant.id, lineId: line, bp: 5000 }]
  const order = await make.expense({ committedOn: '2008-02-01', shares })
  const paid = await make.expense({ shares, amount: { minor: 14_829, currency: 'USD' } })
  const claim = await api.call(draftClaim, { params, body: { from: '2008-01-01', to: '2008-06-30' } })
  const rows = await api.call(listClaimRows, { params: { id: claim.id } })
  return {
    grants: grant.id,
    lines: line,
    otherLines: other,
    versions: begun.versions.at(-1)?.id ?? '',
    transfers: moved.transfers[0]?.id ?? '',
    expenses: paid.id,
    orders: order.id,
    shares: order.shares[0]?.id ?? '',
    claims: claim.id,
    claimRows: rows.items[0]?.id ?? '',
  }
}
