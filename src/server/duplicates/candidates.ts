import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { MergedNoun } from '../merge/plan.ts'

/** A key that more records share says little: a host of many, a name of the trade. */
const mostOfKey = 12

export interface Candidate {
  a: string
  b: string
  /** What they share, as a number: any that weighs more has more in common. */
  strength: number
}

/**
 * Pairs of living records that share a key, those that share most first, after the one given. Only keys that several have are
 * looked at, and no record is compared with any but those of its own keys.
 */
export async function candidatesAfter(
  ctx: Context,
  noun: MergedNoun,
  after: Candidate | null,
  limit: number,
): Promise<Candidate[]> {
  const beyond = after
    ? sql`(p.strength, p.a, p.b) < (${after.strength}::bigint, ${after.a}::uuid, ${after.b}::uuid)`
    : sql`true`
  const { rows } = await sql<Candidate>`
    with shared as materialized (
      select k.kind, k.key from match_keys k where k.noun = ${noun} group by k.kind, k.key having count(*) between 2 and ${sql.lit(mostOfKey)}
    ),
    pairs as (
      select a.record_id as a, b.record_id as b,
        sum(distinct case s.kind when 'number' then 8 when 'email' then 8 when 'name' then 4 when 'domain' then 2 else 1 end) as strength
      from shared s
      join match_keys a on a.noun = ${noun} and a.kind = s.kind and a.key = s.key
      join match_keys b on b.noun = ${noun} and b.kind = s.kind and b.key = s.key and a.record_id < b.record_id
      group by 1, 2
    )
    select p.a, p.b, p.strength from pairs p
    where ${beyond} and not exists (select from not_duplicates n where n.noun = ${noun} and n.a_id = p.a and n.b_id = p.b)
    order by p.strength desc, p.a desc, p.b desc limit ${sql.lit(limit)}`.execute(ctx.db)
  return rows
}
