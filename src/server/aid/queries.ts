import { type RawBuilder, sql } from 'kysely'
import type { Aid } from '../../contract/aid.ts'
import { lawOf } from '../../domain/de-minimis-regimes.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'

const named = (id: string, name: RawBuilder<unknown>) =>
  sql`case when ${sql.ref(id)} is not null then json_build_object('id', ${sql.ref(id)}, 'name', ${name}) end`

/** These entries of the ledger, in this order. */
export async function aidOf(ctx: Context, ids: readonly string[]): Promise<Aid[]> {
  if (ids.length === 0) return []
  const wanted: RawBuilder<unknown> = sql`${sql.val([...ids])}::uuid[]`
  const { rows } = await sql<Omit<Aid, 'law' | 'counted'>>`
    select a.id, a.version, ${named('o.id', sql`o.name`)} as organisation, a.origin, a.granted_on as "grantedOn", a.member_state as "memberState",
      a.basis, json_build_object('minor', a.amount_minor, 'currency', a.currency) as amount, a.rate, a.euros, a.purpose,
      case when a.eligible_costs_minor is not null then json_build_object('minor', a.eligible_costs_minor, 'currency', a.currency) end as "eligibleCosts",
      a.instrument, a.sector, ${named('g.id', sql`g.name`)} as granter, a.granter_name as "granterName", a.reference,
      ${named('p.id', sql`m.title`)} as participation, ${named('s.id', sql`s.title`)} as service, ${named('e.id', sql`e.title`)} as expense,
      a.reason, a.warnings, a.note, a.sample, a.created_at as "createdAt", a.updated_at as "updatedAt"
    from aid a join organisations o on o.id = a.organisation_id
    left join organisations g on g.id = a.granter_id
    left join participations p on p.id = a.participation_id left join missions m on m.id = p.mission_id
    left join services s on s.id = a.service_id left join expenses e on e.id = a.expense_id
    where a.id = any (${wanted}) order by array_position(${wanted}, a.id)`.execute(ctx.db)
  return rows.map((row) => ({
    ...row,
    law: lawOf(row.basis, row.grantedOn),
    counted: row.basis === 'de_minimis',
  }))
}

export async function readAidEntry(ctx: Context, id: string): Promise<Aid> {
  const [found] = await aidOf(ctx, [id])
  if (!found) throw new Failure('not_found', 'There is no such aid')
  return found
}
