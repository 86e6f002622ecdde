import { sql } from 'kysely'
import type * as z from 'zod'
import type { CompanyRow, companyList } from '../../contract/companies.ts'
import { asOfDay, type Context } from '../context.ts'
import { type DirectoryKey, pageOfIds } from '../directory.ts'
import { conditionsOf, countWithoutReading } from './filters.ts'
import { shortOf } from './has-room.ts'
import { roomsOf } from './rooms.ts'

type Asked = z.output<typeof companyList>

const keys: Record<string, DirectoryKey> = {
  name: { by: sql`sorted_as(organisations.name)`, type: 'text', titled: true },
  country: {
    by: sql`(coalesce(organisations.country, 'ZZ') || ' ' || sorted_as(organisations.name))`,
    type: 'text',
  },
  updatedAt: { by: sql`organisations.updated_at`, type: 'timestamptz' },
  participations: {
    counted: sql`select t.organisation_id as id, t.participations as n from company_standing t where t.participations > 0`,
    kept: true,
  },
}

/** One page of the directory of companies, in the scope and by the filters asked for, as of a day. */
export async function listCompanies(
  ctx: Context,
  asked: Asked,
): Promise<{ items: CompanyRow[]; next: string | null; total: number }> {
  const day = await asOfDay(ctx, asked.asOf)
  const short = asked.room === undefined ? null : await shortOf(ctx, asked.room, day)
  const total = countWithoutReading(asked, day, short)
  const page = await pageOfIds(ctx, asked, {
    noun: 'organisations',
    keys,
    first: 'name',
    conditions: conditionsOf(asked, day, short),
    ...(total ? { total } : {}),
  })
  return { items: await rowsOf(ctx, page.ids, day), next: page.next, total: page.total }
}

/** The rows of these companies, in this order. */
async function rowsOf(ctx: Context, ids: string[], day: string): Promise<CompanyRow[]> {
  if (ids.length === 0) return []
  const wanted = sql`${sql.val(ids)}::uuid[]`
  const { rows } = await sql<Omit<CompanyRow, 'aid'>>`
    select o.id, o.version, o.name, o.country, o.town, coalesce(p.sectors, '{}') as sectors, o.sample, o.updated_at as "updatedAt",
      coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name) order by f.position)
        from affiliations f join organisations c on c.id = f.to_id and 'cluster' = any (c.kinds) and c.deleted_at is null
        where f.organisation_id = o.id and f.role in ('member', 'founder') and period_holds(f.from_date, f.to_date, ${day}::date)), '[]') as clusters,
      coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name) order by m.position)
        from company_markets m join markets k on k.id = m.market_id and k.deleted_at is null where m.organisation_id = o.id), '[]') as markets,
      coalesce(s.status, 'unknown') as status, coalesce(s.confirmed, false) as "statusConfirmed",
      coalesce(t.participations, 0) as participations, case when t.served_on <= ${day} then t.served_on end as "servedOn",
      (select json_build_object('mission', json_build_object('id', m.id, 'name', m.title), 'state', w.state, 'on', m.starts)
        from participations x join missions m on m.id = x.mission_id and m.deleted_at is null cross join lateral participation_on(x.id, ${day}::date) w
        where x.organisation_id = o.id and x.deleted_at is null and coalesce(partial_first(m.starts) <= ${day}::date, true)
        order by partial_first(m.starts) desc nulls last, x.id limit 1) as "lastParticipation"
    from organisations o
    left join company_profiles p on p.id = o.id
    left join sme_periods s on s.organisation_id = o.id and ${day}::date between s.from_date and s.to_date
    left join company_standing t on t.organisation_id = o.id
    where o.id = any (${wanted})
    order by array_position(${wanted}, o.id)`.execute(ctx.db)
  const rooms = await roomsOf(ctx, ids, day)
  return rows.map((row) => ({
    ...row,
    aid: rooms.get(row.id) ?? { memberState: null, regulation: null, ceiling: null, sum: 0, room: null },
  }))
}
