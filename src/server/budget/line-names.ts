import { sql } from 'kysely'
import type { Category } from '../../domain/grant.ts'
import type { Context } from '../context.ts'
import { categoryName } from '../grants/category-name.ts'

interface Found {
  id: string
  name: string | null
  category: string
  place: string
  categories: Category[]
}

/** What the budget lines of grants are called in files, by their ids: the name or category, and what it is planned for. */
export async function lineNames(
  ctx: Pick<Context, 'db'>,
  grantIds: readonly string[],
  language: 'en' | 'fr',
): Promise<Map<string, string>> {
  const { rows } = await sql<Found>`
    select l.id, l.name, l.category, concat_ws(' · ', c.name, k.name, m.title, l.work_package) as place,
      g.rules -> 'categories' as categories
    from budget_lines l join grants g on g.id = l.grant_id left join organisations c on c.id = l.cluster_id
    left join markets k on k.id = l.market_id left join missions m on m.id = l.mission_id
    where l.grant_id = any (${sql.val([...grantIds])}::uuid[])`.execute(ctx.db)
  return new Map(
    rows.map(({ id, name, category, place, categories }) => [
      id,
      [name ?? categoryName(category, categories, language), place].filter(Boolean).join(' · '),
    ]),
  )
}
