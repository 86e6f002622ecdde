import { sql } from 'kysely'
import type { listHistory } from '../../contract/history.ts'
import { invalidField } from '../failure.ts'
import type { Verb } from '../route.ts'
import { changeSetsWhere } from './change-sets.ts'

/** What happened, newest first: to a record (its rows, notes, tasks and documents), to a noun's records, or to all. */
export const listChanges: Verb<typeof listHistory> = async (ctx, { query }) => {
  const { noun, recordId, cursor, limit } = query
  const conditions = [
    forTheReader(ctx.actor.id),
    cursor === undefined ? sql`true` : sql`s.seq < ${sequenceIn(cursor)}`,
    noun || recordId
      ? sql`exists (select from changes c where c.change_set_id = s.id
          and ${noun ? sql`c.noun = ${noun}` : sql`true`} and ${recordId ? sql`c.record_id = ${recordId}` : sql`true`})`
      : sql`true`,
  ]
  const found = await changeSetsWhere(
    ctx,
    sql<boolean>`${sql.join(conditions, sql` and `)}`,
    limit + 1,
    recordId,
  )
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  return { items: shown.map(({ changeSet }) => changeSet), next: last ? String(last.seq) : null }
}

/** What somebody keeps at hand is no news to others: pins and chosen views are nobody's, views kept to oneself one's own. */
const forTheReader = (reader: string | null) => sql`case
  when s.noun in ('pins', 'default_views') then false
  when s.noun = 'saved_views' then exists (
    select from changes c where c.change_set_id = s.id and c.table_name = 'saved_views' and (
      'true' in (c.before ->> 'shared', c.after ->> 'shared')
      or coalesce(c.after, c.before) ->> 'owner_id' is null
      or coalesce(c.after, c.before) ->> 'owner_id' = ${reader}::text))
  else true end`

function sequenceIn(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw invalidField('cursor', 'cursor', 'Not a cursor of this list')
  return Number(cursor)
}
