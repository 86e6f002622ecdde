import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Db } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { openPostgres } from '../db/postgres.ts'
import { Failure } from '../failure.ts'
import { FileRefused } from './backup-file.ts'
import { openOnDisk } from './on-disk.ts'
import { StartRefused } from './refused.ts'

/** What a command was given wrongly. */
export class Misused extends Error {}

const { env, argv } = process

/** Where the data is: the same settings as those of `npm run serve`. */
export const place = {
  databaseUrl: env.DATABASE_URL || undefined,
  data: resolve(env.CORRIDOR_DATA || 'data'),
  app: resolve(env.CORRIDOR_APP || 'dist'),
}

/** Opens the database that a host would serve; `fresh` lets there be none yet. */
export async function openPlace({ fresh = false } = {}): Promise<Db> {
  if (!place.databaseUrl && !fresh && !existsSync(join(place.data, 'pg')))
    throw new StartRefused(
      `There is no database in ${place.data}. Set CORRIDOR_DATA or DATABASE_URL to where it is.`,
    )
  const db = place.databaseUrl ? openPostgres(place.databaseUrl, 2) : await openOnDisk(place.data, place.app)
  if (fresh) await migrate(db)
  return db
}

/** The value of `--name value` or `--name=value`. */
export function option(name: string): string | undefined {
  const at = argv.findIndex((word) => word === `--${name}` || word.startsWith(`--${name}=`))
  const word = argv[at]
  if (word === undefined) return undefined
  const value = word.includes('=') ? word.slice(word.indexOf('=') + 1) : argv[at + 1]
  if (!value) throw new Misused(`--${name} needs a value`)
  return value
}

/** The passphrase given for backups: never as a word of the command, which others on the machine can see. */
export function passphrase(): string | null {
  const file = option('passphrase-file')
  const given =
    file === undefined ? env.CORRIDOR_BACKUP_PASSPHRASE : readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  if (file !== undefined && !given) throw new Misused(`${file} is empty`)
  if (given && given.length < 12) throw new Misused('A passphrase has 12 characters or more')
  return given || null
}

/** Runs a command; what it refuses is said in a line, and it ends with 1 (2 where it was used wrongly). */
export async function run(usage: string, command: () => Promise<number>): Promise<never> {
  try {
    process.exit(await command())
  } catch (error) {
    const known = [StartRefused, FileRefused, Failure, Misused].some((kind) => error instanceof kind)
    console.error(known ? (error as Error).message : error)
    if (error instanceof Misused) console.error(usage)
    process.exit(error instanceof Misused ? 2 : 1)
  }
}
