import { sql } from 'kysely'
import type { SearchHit, searchAll } from '../../contract/overview.ts'
import { recordNouns } from '../../contract/primitives.ts'
import { matches, patternsOf } from '../directory.ts'
import type { Verb } from '../route.ts'

/** The record that something found, `b`, is part of. */
const wholeOf = sql`
  select 'agreements' as noun, c.agreement_id as record_id from cooperation_actions c where b.noun = 'actions' and c.id = b.record_id
  union all select d.noun, d.record_id from documents d where b.noun = 'documents' and d.id = b.record_id
  union all select 'organisations', s.organisation_id from services s where b.noun = 'services' and s.id = b.record_id`

/** Whether the record `r` that it is part of is out of the bin. */
const lives = sql`case r.noun ${sql.join(
  recordNouns.map(
    (noun) =>
      sql`when ${sql.lit(noun)} then exists (select from ${sql.table(noun)} w where w.id = r.record_id and w.deleted_at is null)`,
  ),
  sql` `,
)} end`

/**
 * Records of every kind that a text finds: first those with that very title, then titles that begin with it, titles
 * with all its words, and what has it elsewhere; records before what they carry and clusters first among equals, then what is
 * most like it.
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
    select b.noun, b.record_id as id, b.title, coalesce(b.subtitle, record_title(r.noun, r.record_id)) as subtitle,
      b.is_cluster as "isCluster",
      case when r.noun is not null then json_build_object('noun', r.noun, 'recordId', r.record_id) end as of
    from best b cross join asked a left join lateral (${wholeOf}) r on true
    where r.noun is null or ${lives}
    order by b.rank, r.noun is not null, b.is_cluster desc, case when b.rank = 3 then word_similarity(a.words, b.title_words) end desc,
      length(b.title_words), b.sort_title, b.record_id
    limit ${limit}`.execute(ctx.db)
  return { items: rows }
}
