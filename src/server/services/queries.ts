import { type RawBuilder, sql } from 'kysely'
import type { Service } from '../../contract/services.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { money } from '../money.ts'

const named = (alias: string) =>
  sql`case when ${sql.ref(`${alias}.id`)} is not null then json_build_object('id', ${sql.ref(`${alias}.id`)}, 'name', ${sql.ref(`${alias}.name`)}) end`

/** These services, in this order. */
export async function servicesOf(ctx: Context, ids: readonly string[]): Promise<Service[]> {
  if (ids.length === 0) return []
  const wanted: RawBuilder<unknown> = sql`${sql.val([...ids])}::uuid[]`
  const { rows } = await sql<Service>`
    select s.id, s.version, ${named('o')} as organisation, s.kind, s.title, ${named('w')} as provider, ${named('c')} as cluster,
      ${named('k')} as market, s.starts, s.ends, ${money('s.value')} as value, s.note,
      coalesce((select json_agg(a.id order by a.granted_on, a.id) from aid a where a.service_id = s.id), '[]') as "aidIds",
      s.sample, s.created_at as "createdAt", s.updated_at as "updatedAt"
    from services s join organisations o on o.id = s.organisation_id
    left join organisations w on w.id = s.provider_id left join organisations c on c.id = s.cluster_id left join markets k on k.id = s.market_id
    where s.id = any (${wanted}) order by array_position(${wanted}, s.id)`.execute(ctx.db)
  return rows
}

export async function readService(ctx: Context, id: string): Promise<Service> {
  const [found] = await servicesOf(ctx, [id])
  if (!found) throw new Failure('not_found', 'There is no such service')
  return found
}
