import { type RawBuilder, sql } from 'kysely'

/**
 * The title that somebody gave a claim. Before it could be left out, one without was named by its days as they are stored, which
 * nobody wants to read.
 */
export const claimTitle = (alias: string): RawBuilder<string | null> => {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`nullif(${column('title')}, to_char(${column('from_date')}, 'YYYY-MM-DD') || ' – ' || to_char(${column('to_date')}, 'YYYY-MM-DD'))`
}
