import { sql } from 'kysely'
import type { readOwnership } from '../../contract/ownership.ts'
import { linksOn, singleUndertaking } from '../../domain/ownership.ts'
import { smeStatus } from '../../domain/sme/status.ts'
import { factsAround, narrowing } from '../companies/facts.ts'
import { mustBeThere } from '../companies/hold.ts'
import { asOfDay } from '../context.ts'
import type { Verb } from '../route.ts'
import { linksOf } from './queries.ts'

/** A company's own holdings of any day, and the group around it as of one. */
export const readGroup: Verb<typeof readOwnership> = async (ctx, { params: { id }, query }) => {
  await mustBeThere(ctx, id)
  const asOf = await asOfDay(ctx, query.asOf)
  const facts = await factsAround(ctx.db, [id])
  const inForce = linksOn(facts.links, asOf)
  const around = new Set([id, ...inForce.flatMap(({ holderId, heldId }) => [holderId, heldId])])
  const undertaking = new Set(singleUndertaking(id, facts.links, asOf))
  const factsOf = narrowing(facts)
  return {
    asOf,
    own: await linksOf(ctx, sql`w.holder_id = ${id} or w.held_id = ${id}`),
    links: await linksOf(ctx, sql`w.id = any (${sql.val(inForce.map((link) => link.id))}::uuid[])`),
    members: facts.enterprises
      .filter((member) => around.has(member.id))
      .map(({ founded: _, ...member }) => ({
        ...member,
        status: member.isPerson
          ? ('unknown' as const)
          : smeStatus(member.id, factsOf(member.id), asOf).status,
        undertaking: undertaking.has(member.id),
      })),
  }
}
