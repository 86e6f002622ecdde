import { sql } from 'kysely'
import type { DuplicatePair } from '../../contract/duplicates.ts'
import { matchOrganisations, prepared } from '../../domain/matching/organisations.ts'
import { matchPeople } from '../../domain/matching/people.ts'
import type { Context } from '../context.ts'
import { heldOrganisations, heldPeople } from '../imports/held.ts'
import { traitsOfHeld, traitsOfPerson } from '../imports/match.ts'
import type { MergedNoun } from '../merge/plan.ts'
import type { Candidate } from './candidates.ts'

type Side = DuplicatePair['a']

/** These pairs with how likely they are one and why, without those that are not. */
export async function scored(
  ctx: Context,
  noun: MergedNoun,
  candidates: readonly Candidate[],
): Promise<DuplicatePair[]> {
  const ids = [...new Set(candidates.flatMap(({ a, b }) => [a, b]))]
  const sides = await sidesOf(ctx, noun, ids)
  const match = noun === 'organisations' ? await organisationsBy(ctx, ids) : await peopleBy(ctx, ids)
  return candidates.flatMap((pair) => {
    const [a, b] = [sides.get(pair.a), sides.get(pair.b)]
    const found = match(pair.a, pair.b)
    if (!a || !b || !found || found.verdict === 'new') return []
    const { score, verdict, reasons } = found
    return [{ id: `${a.id} ${b.id}`, a, b, score, verdict, reasons }]
  })
}

async function organisationsBy(ctx: Context, ids: readonly string[]) {
  const held = await heldOrganisations(ctx, ids)
  const traits = new Map([...held].map(([id, one]) => [id, prepared(traitsOfHeld(one))]))
  return (a: string, b: string) => {
    const [one, other] = [traits.get(a), traits.get(b)]
    return one && other ? matchOrganisations(one, other) : null
  }
}

async function peopleBy(ctx: Context, ids: readonly string[]) {
  const held = await heldPeople(ctx, ids)
  return (a: string, b: string) => {
    const [one, other] = [held.get(a), held.get(b)]
    return one && other ? matchPeople(traitsOfPerson(one), traitsOfPerson(other)) : null
  }
}

async function sidesOf(
  ctx: Context,
  noun: MergedNoun,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Side>> {
  const detail =
    noun === 'organisations'
      ? sql`nullif(concat_ws(', ', r.town, r.country), '')`
      : sql`(select string_agg(concat_ws(', ', t.title, g.name), ' · ' order by t.position) from posts t join organisations g on g.id = t.organisation_id where t.person_id = r.id)`
  const { rows } = await sql<Side>`
    select r.id, r.version, record_title(${noun}, r.id) as name, ${detail} as detail, r.sample, r.updated_at as "updatedAt"
    from ${sql.table(noun)} r where r.id = any (${sql.val([...ids])}::uuid[]) and r.deleted_at is null`.execute(
    ctx.db,
  )
  return new Map(rows.map((row) => [row.id, row]))
}
