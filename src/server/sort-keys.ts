import { type RawBuilder, sql } from 'kysely'
import type { SortKey } from './list.ts'

type Expression = RawBuilder<unknown>

/** By the place of a word among all there are, in their own order. */
export const placeIn = (words: readonly string[], column: Expression): SortKey => ({
  by: sql`array_position(${sql.lit(`{${words.join(',')}}`)}::text[], ${column})`,
  type: 'int',
})

/** By expressions that may be null: what is unknown comes last, whichever the direction that is asked for. */
export function unknownLast(sort = '') {
  const descending = sort.startsWith('-')
  const never = sql.raw(descending ? `'-infinity'::date` : `'infinity'::date`)
  const [some, none] = descending ? (['1', '0'] as const) : (['0', '1'] as const)
  return {
    date: (by: Expression): SortKey => ({ by: sql`coalesce(${by}, ${never})`, type: 'date' }),
    text: (by: Expression): SortKey => ({
      by: sql`coalesce(${sql.lit(some)} || ${by}, ${sql.lit(none)})`,
      type: 'text',
    }),
    /** Of what is never below zero. */
    count: (by: Expression): SortKey => ({
      by: sql`coalesce(${by}, ${sql.lit(descending ? -1 : 2_147_483_647)})`,
      type: 'int',
    }),
  }
}
