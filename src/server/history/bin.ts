import { sql } from 'kysely'
import type { BinItem, listBin } from '../../contract/history.ts'
import { recordNouns } from '../../contract/primitives.ts'
import { type Cursor, readCursor, writeCursor } from '../list.ts'
import type { Verb } from '../route.ts'

const sort = '-deletedAt'

/** Deleted records of every noun, newest first, with who deleted them; not those that were merged into others. */
export const listDeleted: Verb<typeof listBin> = async (ctx, { query: { cursor, limit } }) => {
  const after: Cursor | null = cursor === undefined ? null : readCursor(cursor, sort)
  const deleted = sql.join(
    recordNouns.map(
      (noun) =>
        sql`select ${sql.lit(noun)} as noun, id, deleted_at from ${sql.table(noun)} where deleted_at is not null ${
          noun === 'organisations' || noun === 'people'
            ? sql`and not exists (select from ${sql.table(`merged_${noun}`)} g where g.id = ${sql.ref(`${noun}.id`)})`
            : sql``
        }`,
    ),
    sql` union all `,
  )
  const { rows } = await sql<BinItem & { key: string }>`
    select b.noun, b.id, record_title(b.noun, b.id) as title, b.deleted_at as "deletedAt", b.deleted_at::text as key,
      (select json_build_object('id', p.id, 'name', concat_ws(' ', p.given_name, p.family_name))
        from changes c join change_sets s on s.id = c.change_set_id join people p on p.id = s.actor_id
        where c.row_id = b.id and c.table_name = b.noun and c.after ->> 'deleted_at' is not null and c.before ->> 'deleted_at' is null
        order by c.seq desc limit 1) as "deletedBy"
    from (${deleted}) b
    where ${after ? sql`(b.deleted_at, b.id) < (${after.value}::timestamptz, ${after.id}::uuid)` : sql`true`}
    order by b.deleted_at desc, b.id desc
    limit ${limit + 1}`.execute(ctx.db)
  const { rows: counted } = await sql<{
    total: number
  }>`select count(*) as total from (${deleted}) b`.execute(ctx.db)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ key: _, ...item }) => item),
    next: last ? writeCursor({ sort, value: last.key, id: last.id }) : null,
    total: counted[0]?.total ?? 0,
  }
}
