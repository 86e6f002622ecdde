import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dumpDatabase } from './dump.ts'
import { stampOf } from './stamp.ts'

const cache = 'node_modules/.cache/corridor'

/**
 * A migrated, empty database as a tar archive, made once per state of the migrations and kept in
 * node_modules/.cache: restoring takes a second where making takes seven.
 */
export async function emptyDatabase(): Promise<Blob> {
  const path = join(cache, `empty-${stampOf(['src/server/db/migrations', 'scripts/workspace/dump.ts'])}.tar`)
  if (!existsSync(path)) {
    const archive = await dumpDatabase(async () => {})
    mkdirSync(cache, { recursive: true })
    for (const name of readdirSync(cache)) if (name.startsWith('empty-')) rmSync(join(cache, name))
    // Renamed when complete, so that whoever looks meanwhile finds all of it or nothing.
    writeFileSync(`${path}.${process.pid}`, archive)
    renameSync(`${path}.${process.pid}`, path)
  }
  return new Blob([readFileSync(path)])
}
