import { PGlite } from '@electric-sql/pglite'
import { EmscriptenBuiltinFilesystem } from '@electric-sql/pglite/basefs'
import type { Db } from '../../src/server/db/database.ts'
import { migrate } from '../../src/server/db/migrate.ts'
import { openPglite, pgliteExtensions, pgliteParsers } from '../../src/server/db/pglite.ts'

/** In memory, like PGlite's own, but keeps what the directory holds after an orderly end. */
class Kept extends EmscriptenBuiltinFilesystem {
  archive: Blob | undefined

  override async closeFs(): Promise<void> {
    this.archive = await this.dumpTar('database', 'none')
  }
}

/** Log segments of 1 MB, none kept longer than needed: 15 MB instead of 57. */
const initdb = ['--wal-segsize=1']
const settings = ['min_wal_size=2MB', 'max_wal_size=4MB', 'wal_recycle=off', 'wal_init_zero=off']

/**
 * Makes a migrated database, lets `fill` put something in, ends it in order and gives its files as a plain tar
 * archive. It starts without recovery, and without the template databases that nobody here makes databases
 * from.
 */
export async function dumpDatabase(
  fill: (db: Db) => Promise<void>,
  from?: Blob,
): Promise<Uint8Array<ArrayBuffer>> {
  const fs = new Kept()
  const pglite = await PGlite.create({
    fs,
    extensions: pgliteExtensions,
    parsers: pgliteParsers,
    initDbStartParams: initdb,
    startParams: [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ['-c', setting])],
    ...(from ? { loadDataDir: from } : {}),
  })
  const db = openPglite(pglite)
  await migrate(db)
  await fill(db)
  const { rows } = await pglite.query<{ name: string }>(
    `select datname as name from pg_database where datname like 'template%'`,
  )
  for (const { name } of rows) {
    await pglite.query('update pg_database set datistemplate = false where datname = $1', [name])
    await pglite.exec(`drop database ${name}`)
  }
  for (const command of ['vacuum full', 'vacuum analyze', 'checkpoint', 'checkpoint'])
    await pglite.exec(command)
  await pglite.close()
  if (!fs.archive) throw new Error('PGlite ended without its files')
  return new Uint8Array(await fs.archive.arrayBuffer())
}
