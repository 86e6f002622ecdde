import { sql } from 'kysely'
import type * as z from 'zod'
import type { Participation, participationList } from '../../contract/participations.ts'
import { participationStates } from '../../domain/participation.ts'
import { asOfDay, type Context } from '../context.ts'
import { countOf, foundBy, pageOf, type SortKey } from '../list.ts'
import { inScope } from '../scope.ts'
import { placeIn, unknownLast } from '../sort-keys.ts'
import { participationsOf, scoreOf } from './queries.ts'

type Asked = z.output<typeof participationList>

/** One page of participations, in the scope and by the filters asked for, as of a day; found first, and filled in after. */
export async function listParticipations(
  ctx: Context,
  asked: Asked,
): Promise<{ items: Participation[]; next: string | null; total: number }> {
  const day = await asOfDay(ctx, asked.asOf)
  const found = matching(ctx, asked, day)
  const { rows, next } = await pageOf(found.select('p.id'), asked, {
    keys: sortKeys(asked.sort),
    id: 'p.id',
    first: 'organisation',
  })
  const ids = rows.map((row) => row.id)
  return { items: await participationsOf(ctx, ids, day), next, total: await countOf(found) }
}

function matching(ctx: Context, asked: Asked, day: string) {
  const { mission, organisation, side, state, from, sort } = asked
  let query = ctx.db
    .selectFrom('participations as p')
    .where('p.deleted_at', 'is', null)
    .where(inScope('participations', 'p.id', asked))
    .$if(sort === undefined || /organisation/.test(sort), (some) =>
      some.innerJoin('organisations as o', 'o.id', 'p.organisation_id'),
    )
    .$if(/cluster/.test(sort ?? ''), (some) => some.leftJoin('organisations as c', 'c.id', 'p.cluster_id'))
    .$if(Boolean(state?.length) || /state/.test(sort ?? ''), (some) =>
      some.innerJoinLateral(
        sql<{ state: string }>`participation_on(p.id, ${day})`.as<'derived'>(sql.ref('derived')),
        (join) => join.onTrue(),
      ),
    )
  if (asked.q) query = query.where(foundBy('organisations', 'p.organisation_id', asked.q))
  if (mission) query = query.where('p.mission_id', '=', mission)
  if (organisation) query = query.where('p.organisation_id', '=', organisation)
  if (side) query = query.where('p.side', '=', side)
  if (from) query = query.where('p.cluster_id', '=', from)
  if (state?.length) query = query.where(sql<boolean>`derived.state = any (${sql.val(state)}::text[])`)
  return query
}

function sortKeys(sort?: string): Record<string, SortKey> {
  const known = unknownLast(sort)
  return {
    organisation: { by: sql`sorted_as(o.name)`, type: 'text' },
    state: placeIn(participationStates, sql`derived.state`),
    cluster: known.text(sql`sorted_as(c.name)`),
    // In hundredths, as it is rounded to.
    score: known.count(sql`(${scoreOf} * 100)::int`),
    updatedAt: { by: sql`p.updated_at`, type: 'timestamptz' },
  }
}
