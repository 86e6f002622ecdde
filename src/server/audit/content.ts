import { type RawBuilder, sql } from 'kysely'

const hex = (text: RawBuilder<unknown>) => sql<string>`encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`
const utc = (instant: RawBuilder<unknown>) =>
  sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/**
 * The digest of what the history holds of a change: its head and its rows in order, which the database works out where they are. What
 * is undone by what is left out: it is told by the undo itself.
 *
 * @param id an expression for the change set's id
 * @param salt an expression for the salt
 */
export const contentDigest = (
  id: RawBuilder<unknown>,
  salt: RawBuilder<unknown>,
): RawBuilder<string | null> =>
  sql<string | null>`(select ${hex(sql`concat_ws(E'\n', 'corridor-audit-1', 'content', ${salt},
    jsonb_build_array(s.id, ${utc(sql`s.at`)}, s.actor_id, s.verb, s.noun, s.record_id, s.title, s.undo_of)::text,
    (select string_agg(${hex(sql`jsonb_build_array(c.table_name, c.row_id, c.noun, c.record_id, c.before, c.after)::text`)}, E'\n' order by c.seq)
      from changes c where c.change_set_id = s.id))`)}
    from change_sets s where s.id = ${id})`
