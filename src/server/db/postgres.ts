import { Kysely, PostgresDialect } from 'kysely'
import type { Db } from './database.ts'
import type { Schema } from './schema.generated.ts'
import { type PoolLimits, WritablePool } from './writable-pool.ts'

/** A database over a pool, whose connections can be counted. */
export const overPool = (pool: WritablePool): Db =>
  new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })

/**
 * A database over PostgreSQL 15 or later. `url` is a libpq connection URL, which may name several servers; `max` bounds the
 * connections.
 */
export const openPostgres = (url: string, max = 10, limits: Partial<Omit<PoolLimits, 'max'>> = {}): Db =>
  overPool(new WritablePool(url, { statementSeconds: 30, ...limits, max }))
