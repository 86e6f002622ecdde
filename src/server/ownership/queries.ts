import { type RawBuilder, sql } from 'kysely'
import type { OwnershipLink } from '../../contract/ownership.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'

/** Holdings that a condition over `w` narrows to, the greatest first. */
export async function linksOf(ctx: Context, condition: RawBuilder<unknown>): Promise<OwnershipLink[]> {
  const { rows } = await sql<OwnershipLink>`
    select w.id, w.version,
      json_build_object('id', coalesce(w.holder_id, w.holder_person_id), 'name', coalesce(o.name, concat_ws(' ', p.given_name, p.family_name))) as holder,
      w.holder_person_id is not null as "byPerson", json_build_object('id', h.id, 'name', h.name) as held, w.holder_type as "holderType",
      w.capital / 100.0::float8 as capital, w.voting / 100.0::float8 as voting, w.appoints_board as "appointsBoard",
      w.dominant_influence as "dominantInfluence", w.votes_by_agreement as "votesByAgreement", w.same_market as "sameMarket", w.invested,
      w.budget, w.inhabitants, w.from_date as "from", w.to_date as "to", w.note, w.sample, w.created_at as "createdAt", w.updated_at as "updatedAt"
    from ownership w join organisations h on h.id = w.held_id
    left join organisations o on o.id = w.holder_id left join people p on p.id = w.holder_person_id
    where ${condition}
    order by greatest(w.capital, w.voting) desc nulls last, w.id`.execute(ctx.db)
  return rows
}

export async function readLink(ctx: Context, id: string): Promise<OwnershipLink> {
  const [found] = await linksOf(ctx, sql`w.id = ${id}`)
  if (!found) throw new Failure('not_found', 'There is no such holding')
  return found
}
