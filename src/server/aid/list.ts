import { sql } from 'kysely'
import type { listAid } from '../../contract/aid.ts'
import { singleUndertaking } from '../../domain/ownership.ts'
import { factsAround } from '../companies/facts.ts'
import { asOfDay, type Context } from '../context.ts'
import { countOf, foundBy, pageOf, type SortKey } from '../list.ts'
import type { Verb } from '../route.ts'
import { inScope } from '../scope.ts'
import { aidOf } from './queries.ts'

const keys: Record<string, SortKey> = {
  grantedOn: { by: sql`a.granted_on`, type: 'date' },
  organisation: { by: sql`sorted_as(o.name)`, type: 'text' },
  euros: { by: sql`a.euros`, type: 'bigint' },
  updatedAt: { by: sql`a.updated_at`, type: 'timestamptz' },
}

/** One page of the ledger, in the scope and by the filters asked for; found by the company's name. */
export const listLedger: Verb<typeof listAid> = async (ctx, { query: asked }) => {
  const { organisation, basis, origin, memberState, from, to, mission, alliance, cluster, market, q } = asked
  let matching = ctx.db
    .selectFrom('aid as a')
    .innerJoin('organisations as o', 'o.id', 'a.organisation_id')
    .where('o.deleted_at', 'is', null)
    .where(inScope('organisations', 'a.organisation_id', { alliance, cluster }))
  if (q) matching = matching.where(foundBy('organisations', 'a.organisation_id', q))
  if (organisation) {
    const members = asked.undertaking ? await undertakingOf(ctx, organisation, asked.asOf) : [organisation]
    matching = matching.where('a.organisation_id', 'in', members)
  }
  if (basis?.length) matching = matching.where('a.basis', 'in', basis)
  if (origin) matching = matching.where('a.origin', '=', origin)
  if (memberState) matching = matching.where('a.member_state', '=', memberState)
  if (from) matching = matching.where('a.granted_on', '>=', from)
  if (to) matching = matching.where('a.granted_on', '<=', to)
  if (mission) matching = matching.where(sql<boolean>`${missionOf} = ${mission}`)
  if (market)
    matching = matching.where(sql<boolean>`(
      ${missionOf} in (select m.id from missions m where m.market_id = ${market})
      or a.service_id in (select s.id from services s where s.market_id = ${market}))`)
  const { rows, next } = await pageOf(matching.select('a.id'), asked, {
    keys,
    id: 'a.id',
    first: '-grantedOn',
  })
  const items = await aidOf(
    ctx,
    rows.map(({ id }) => id),
  )
  return { items, next, total: await countOf(matching) }
}

/** The mission that aid was given for. */
const missionOf = sql`coalesce(
  (select p.mission_id from participations p where p.id = a.participation_id),
  (select e.mission_id from expenses e where e.id = a.expense_id))`

async function undertakingOf(ctx: Context, id: string, asOf: string | undefined): Promise<string[]> {
  const { links } = await factsAround(ctx.db, [id])
  return singleUndertaking(id, links, await asOfDay(ctx, asOf))
}
