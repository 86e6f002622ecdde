import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Pair } from './plan.ts'

/**
 * What the other organisation was called is another name of the kept one, and so is the name that the kept one had, where it
 * took the other's. No name stands beside itself.
 */
export async function keepNames(
  ctx: Context,
  { kept, other }: Pair,
  was: { kept: string; other: string },
): Promise<void> {
  const { name } = await ctx.db
    .selectFrom('organisations')
    .select('name')
    .where('id', '=', kept)
    .executeTakeFirstOrThrow()
  await sql`delete from organisation_names n where n.organisation_id = ${kept} and folded(n.name) = folded(${name})`.execute(
    ctx.db,
  )
  for (const [former, kind] of [
    [was.kept, 'former'],
    [was.other, 'alias'],
  ] as const)
    await sql`
      insert into organisation_names (id, organisation_id, position, name, kind)
      select ${ctx.newId()}, ${kept}, coalesce((select max(n.position) + 1 from organisation_names n where n.organisation_id = ${kept}), 0), ${former}, ${kind}
      where folded(${former}) <> folded(${name})
        and not exists (select from organisation_names n where n.organisation_id = ${kept} and folded(n.name) = folded(${former}))`.execute(
      ctx.db,
    )
  await sql`insert into merged_organisations (id, into_id) values (${other}, ${kept})`.execute(ctx.db)
}
