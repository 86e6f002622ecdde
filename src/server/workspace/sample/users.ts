import { type RawBuilder, sql } from 'kysely'
import type { Going } from './going.ts'
import { partOf, type Shape } from './shape.ts'

/** Rows of noun, id and title: what stays and refers to what goes. */
export function usersOf(shapes: readonly Shape[], { ids }: Going): RawBuilder<unknown> {
  const users = shapes.flatMap((shape) =>
    shape.refers.flatMap(({ column, to }) => {
      const gone = ids.get(to)
      if (!gone) return []
      const { table, noun, root } = shape
      // A task stands for itself, whatever it is about.
      const ownNoun = sql.lit(noun === '' ? table : noun)
      const own = sql.ref(noun === '' ? 't.id' : `t.${root}`)
      return [
        sql`select ${ownNoun} as noun, ${own} as id, coalesce(${titleOf(shape)}, record_title(${ownNoun}, ${own}), '') as title
          from ${sql.table(table)} t
          where ${sql.ref(`t.${column}`)} = any (${sql.val(gone)}::uuid[])
            and not t.id = any (${sql.val(ids.get(table) ?? [])}::uuid[])`,
      ]
    }),
  )
  return sql`select distinct noun, id, title from (${sql.join(users, sql` union all `)}) u`
}

/**
 * What a row is called by itself: its title, or that of the part of a record that it is part of in turn, as a company named by an
 * outcome is told of by the outcome, not by the mission as a whole. Null where neither has one.
 */
function titleOf(shape: Shape): RawBuilder<unknown> {
  const above = partOf(shape).filter(({ to }) => to !== shape.noun)
  const titles = above.map(
    ({ column, to }) =>
      sql`(select to_jsonb(o) ->> 'title' from ${sql.table(to)} o where o.id = ${sql.ref(`t.${column}`)})`,
  )
  return sql`coalesce(${sql.join([sql`to_jsonb(t) ->> 'title'`, ...titles, sql`null`], sql`, `)})`
}
