import type { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { type DatabaseConnection, type Driver, Kysely, PGliteDialect } from 'kysely'
import type { Db } from './database.ts'
import type { Schema } from './schema.generated.ts'
import { exactInteger, instantText } from './values.ts'

/** What the schema needs of PGlite; pass it to `PGlite.create`. */
export const pgliteExtensions = { pg_trgm, unaccent, btree_gist }

/** Nothing turns under it: a row found by an index costs hardly more than the next one of the table. */
const planning = 'set random_page_cost = 1.1'

const dateOid = 1082
const timeOid = 1083
const int8Oid = 20
const timestamptzOid = 1184

/**
 * How PGlite reads what both engines must read alike: dates and times as text, bigint as an exact number, instants as
 * RFC 3339. Pass it to `PGlite.create`.
 */
export const pgliteParsers = {
  [dateOid]: (text: string) => text,
  [timeOid]: (text: string) => text,
  [int8Oid]: exactInteger,
  [timestamptzOid]: instantText,
}

/**
 * PGlite has one connection. Kysely's driver hands it to everyone, so that a query beside a transaction would run
 * inside it; here it is lent to one at a time. Within a transaction use only its own handle: anything else waits for
 * ever.
 */
class OneAtATime extends PGliteDialect {
  readonly #pglite: PGlite
  constructor(pglite: PGlite) {
    super({ pglite })
    this.#pglite = pglite
  }

  override createDriver(): Driver {
    const driver = super.createDriver()
    let ready: Promise<unknown> | undefined
    const acquire = driver.acquireConnection.bind(driver)
    let queue: Promise<void> = Promise.resolve()
    let handBack: () => void = () => {}
    driver.acquireConnection = async () => {
      const before = queue
      let done: () => void = () => {}
      queue = new Promise((resolve) => {
        done = resolve
      })
      await before
      handBack = done
      ready ??= this.#pglite.exec(planning)
      await ready
      return acquire()
    }
    driver.releaseConnection = async (_connection: DatabaseConnection) => handBack()
    return driver
  }
}

/** A database over a PGlite that was created with `pgliteExtensions` and `pgliteParsers`. */
export const openPglite = (pglite: PGlite): Db => new Kysely<Schema>({ dialect: new OneAtATime(pglite) })
