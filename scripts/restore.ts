/** `npm run restore -- --from FILE`: a backup or a workspace file into an empty database. See docs/operations.md. */
import { resolve } from 'node:path'
import { NotEmpty, readThrough, restore } from '../src/server/backup/restore.ts'
import { readBackup } from '../src/server/node/backup-file.ts'
import { Misused, openPlace, option, passphrase, place, run } from '../src/server/node/commands.ts'

const usage = 'usage: npm run restore -- --from FILE.corridor[.age] [--passphrase-file FILE] [--check]'

void run(usage, async () => {
  const from = option('from')
  if (!from) throw new Misused('Say what from: --from FILE')
  const bytes = await readBackup(resolve(from), passphrase())
  const found = await readThrough(bytes)
  const made = found.madeAt ? `a backup made at ${found.madeAt}` : 'a workspace file'
  console.log(
    `${from} is whole: ${made}, ${found.rows} rows, ${found.documents} documents, ${found.hostRows} rows of the host's own`,
  )
  if (process.argv.includes('--check')) return 0
  const where = place.databaseUrl ? 'the database in DATABASE_URL' : place.data
  const db = await openPlace({ fresh: true })
  try {
    await restore(db, bytes, { now: new Date(), newId: () => crypto.randomUUID() })
  } catch (error) {
    if (!(error instanceof NotEmpty)) throw error
    console.error(`${where} is not empty (${error.table}): nothing was changed. Restore into a new one.`)
    return 1
  } finally {
    await db.destroy()
  }
  console.log(`Restored into ${where}. Everybody signs in anew.`)
  return 0
})
