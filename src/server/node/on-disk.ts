import { existsSync, mkdirSync, openAsBlob, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { Db } from '../db/database.ts'
import { openPglite, pgliteExtensions, pgliteParsers } from '../db/pglite.ts'
import { StartRefused } from './refused.ts'

/** The workspace on disk: one process at a time may hold it. `app` is where the build has an empty database to begin with. */
export async function openOnDisk(data: string, app: string): Promise<Db> {
  const folder = join(data, 'pg')
  try {
    mkdirSync(data, { recursive: true })
  } catch (error) {
    throw new StartRefused(
      `CORRIDOR_DATA=${data} can't be a folder: ${(error as Error).message}. Set it to another.`,
    )
  }
  const release = holdAlone(data, join(data, 'corridor.pid'))
  const dump = join(app, 'workspace', 'empty.tar.gz')
  const fresh = !existsSync(join(folder, 'PG_VERSION')) && existsSync(dump)
  const pglite = await PGlite.create(folder, {
    extensions: pgliteExtensions,
    parsers: pgliteParsers,
    ...(fresh ? { loadDataDir: await openAsBlob(dump) } : {}),
  })
  process.on('exit', release)
  return openPglite(pglite)
}

/** Two processes on one data folder would destroy it: the second is refused. A file left by a killed one is taken over. */
function holdAlone(data: string, file: string): () => void {
  const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (holder && holder !== process.pid && isRunning(holder)) {
    throw new StartRefused(
      `Another Corridor (process ${holder}) holds ${data}. Stop it, or set CORRIDOR_DATA to another folder.`,
    )
  }
  writeFileSync(file, String(process.pid))
  return () => rmSync(file, { force: true })
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
