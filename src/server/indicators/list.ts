import { sql } from 'kysely'
import type * as z from 'zod'
import type { IndicatorRow, indicatorList } from '../../contract/indicators.ts'
import type { Context } from '../context.ts'
import { countOf, foundBy, pageOf, type SortKey } from '../list.ts'
import { ofScope } from './of-scope.ts'
import { indicatorRows } from './queries.ts'

type Asked = z.output<typeof indicatorList>

const keys: Record<string, SortKey> = {
  title: { by: sql`sorted_as(i.title)`, type: 'text' },
  updatedAt: { by: sql`i.updated_at`, type: 'timestamptz' },
}

/** One page of indicators, of the scope and by what else is asked for. */
export async function listIndicators(
  ctx: Context,
  asked: Asked,
): Promise<{ items: IndicatorRow[]; next: string | null; total: number }> {
  const { q, vocabulary, measure, grant, targeted } = asked
  let found = ctx.db.selectFrom('indicators as i').where('i.deleted_at', 'is', null).where(ofScope(asked))
  if (q) found = found.where(foundBy('indicators', 'i.id', q))
  if (vocabulary?.length) found = found.where('i.vocabulary', 'in', vocabulary)
  if (measure?.length) found = found.where('i.measure', 'in', measure)
  if (grant) found = found.where('i.grant_id', '=', grant)
  if (targeted !== undefined) found = found.where('i.target', targeted ? 'is not' : 'is', null)
  const { rows, next } = await pageOf(found.select('i.id'), asked, { keys, id: 'i.id', first: 'title' })
  const ids = rows.map((row) => (row as { id: string }).id)
  return { items: await indicatorRows(ctx, ids), next, total: await countOf(found) }
}
