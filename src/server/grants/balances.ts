import { sql } from 'kysely'
import type { readBalances } from '../../contract/grants.ts'
import type { Named } from '../../contract/primitives.ts'
import { balancesOf, settlementsOf } from '../../domain/who-owes-whom.ts'
import { asOfDay } from '../context.ts'
import { Failure } from '../failure.ts'
import type { Verb } from '../route.ts'

/** What was paid by the day, of expenses that name who pays and whom it is for. */
export const readGrantBalances: Verb<typeof readBalances> = async (ctx, { params: { id }, query }) => {
  const day = await asOfDay(ctx, query.asOf)
  const grant = await ctx.db.selectFrom('grants').select('currency').where('id', '=', id).executeTakeFirst()
  if (!grant) throw new Failure('not_found', 'There is no such grant')
  const { rows } = await sql<{ payer: Named; beneficiary: Named; minor: number; expenses: number }>`
    select json_build_object('id', p.id, 'name', p.name) as payer, json_build_object('id', b.id, 'name', b.name) as beneficiary,
      s.minor, s.expenses
    from (
      select l.payer_id, l.beneficiary_id, sum(l.amount_minor)::bigint as minor, count(*)::int as expenses
      from ledger l
      where l.grant_id = ${id} and l.paid_on <= ${day}::date and l.payer_id is not null and l.beneficiary_id is not null
      group by l.payer_id, l.beneficiary_id
    ) s
    join organisations p on p.id = s.payer_id join organisations b on b.id = s.beneficiary_id
    order by sorted_as(p.name), sorted_as(b.name)`.execute(ctx.db)
  const names = new Map(
    rows.flatMap(({ payer, beneficiary }) => [payer, beneficiary]).map((one) => [one.id, one]),
  )
  const of = (clusterId: string): Named => names.get(clusterId) ?? { id: clusterId, name: '' }
  const balances = balancesOf(
    rows.map(({ payer, beneficiary, minor }) => ({
      payerId: payer.id,
      beneficiaryId: beneficiary.id,
      minor,
    })),
  )
  return {
    asOf: day,
    currency: grant.currency,
    paidFor: rows,
    balances: balances.map(({ id: cluster, ...sums }) => ({ cluster: of(cluster), ...sums })),
    settlements: settlementsOf(balances).map(({ fromId, toId, minor }) => ({
      from: of(fromId),
      to: of(toId),
      minor,
    })),
  }
}
