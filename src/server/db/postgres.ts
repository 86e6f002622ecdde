import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Db } from './database.ts'
import type { Schema } from './schema.generated.ts'
import { exactInteger, instantText } from './values.ts'

const parsers: Record<number, (text: string) => unknown> = {
  1082: (text) => text,
  1083: (text) => text,
  20: exactInteger,
  1184: instantText,
}

/** A database over PostgreSQL 15 or later. `url` is a libpq connection URL; `max` bounds the connections. */
export function openPostgres(url: string, max = 10): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types: {
      getTypeParser: ((oid: number, format: 'text' | 'binary') =>
        parsers[oid] ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  })
  // A connection that dies while idle is replaced; without a listener it would end the process.
  pool.on('error', () => {})
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}
