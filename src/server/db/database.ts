import type { Kysely, Transaction } from 'kysely'
import type { Schema } from './schema.generated.ts'

/** The database as verbs see it: Kysely over PostgreSQL's dialect, whichever engine answers. */
export type Db = Kysely<Schema>
export type Tx = Transaction<Schema>
