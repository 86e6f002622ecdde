import { sql } from 'kysely'
import type { SearchHit, searchAll } from '../../contract/overview.ts'
import { matches, patternsOf } from '../directory.ts'
import type { Verb } from '../route.ts'

/**
 * Records of every kind that a text finds: first those with that very title, then titles that begin with it, titles
 * with all its words, and what has it elsewhere; clusters first among equals, then what is most like it.
 */
export const searchEverything: Verb<typeof searchAll> = async (ctx, { query: { q, noun, limit } }) => {
  const patterns = await patternsOf(ctx, noun ?? null, q)
  const { rows } = await sql<SearchHit>`
    with asked as (select words_of(${q}) as words),
    found as (
      select e.noun, e.record_id, e.title, e.subtitle, e.is_cluster, e.title_words, e.sort_title,
        case
          when e.title_words = a.words then 0
          when starts_with(e.title_words, a.words) then 1
          when position(a.words in e.title_words) > 0 then 2
          else 3
        end as rank
      from search_entries e, asked a
      where ${noun ? sql`e.noun = ${noun}` : sql`true`} and ${matches(patterns)}
    ),
    -- Likeness is worked out for the best only: a frequent word finds thousands.
    best as (
      select f.* from found f order by f.rank, f.is_cluster desc, length(f.title_words), f.sort_title, f.record_id limit 500
    )
    select b.noun, b.record_id as id, b.title, b.subtitle, b.is_cluster as "isCluster"
    from best b, asked a
    order by b.rank, b.is_cluster desc, case when b.rank = 3 then word_similarity(a.words, b.title_words) end desc,
      length(b.title_words), b.sort_title, b.record_id
    limit ${limit}`.execute(ctx.db)
  return { items: rows }
}
