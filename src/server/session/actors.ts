import { sql } from 'kysely'
import type * as z from 'zod'
import type { actorChoice, listActors } from '../../contract/workspace.ts'
import { asOfDay } from '../context.ts'
import type { Verb } from '../route.ts'

/**
 * The persons one can act as: those who hold a post on the as-of day at a home cluster (a member of an alliance, or a
 * cluster that is not a partner abroad), and everybody who ever had one at a coordinator. Each once, by cluster and name.
 */
export const listChoosableActors: Verb<typeof listActors> = async (ctx) => {
  const day = await asOfDay(ctx, undefined)
  const { rows } = await sql<z.output<typeof actorChoice>>`
    select person, organisation, title from (
      select distinct on (p.id)
        json_build_object('id', p.id, 'name', concat_ws(' ', p.given_name, p.family_name)) as person,
        json_build_object('id', o.id, 'name', o.name) as organisation,
        t.title, folded(o.name) as by_cluster, folded(p.family_name) as by_family, folded(coalesce(p.given_name, '')) as by_given, p.id
      from posts t
      join people p on p.id = t.person_id and p.deleted_at is null
      join organisations o on o.id = t.organisation_id and o.deleted_at is null
      left join lateral (
        select count(*) > 0 as belongs, coalesce(bool_or(m.role = 'coordinator'), false) as coordinates
        from alliance_members m join alliances a on a.id = m.alliance_id and a.deleted_at is null
        where m.organisation_id = o.id
      ) m on true
      cross join lateral (
        select coalesce(partial_first(t.from_date) <= ${day}::date, true) and coalesce(partial_last(t.to_date) >= ${day}::date, true) as is_current
      ) post
      where m.coordinates
        or (post.is_current and (m.belongs or ('cluster' = any (o.kinds) and not 'partner' = any (o.kinds))))
      order by p.id, post.is_current desc, folded(o.name), t.position
    ) choice
    order by by_cluster, by_family, by_given, id`.execute(ctx.db)
  return { items: rows }
}
