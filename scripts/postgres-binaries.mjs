import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const debians = '/usr/lib/postgresql'
/** The oldest PostgreSQL that the schema is written for. */
const oldest = 15

/**
 * The folder of PostgreSQL's programs as Debian's package installs them, the newest, or undefined.
 * POSTGRES_BIN names another.
 */
export function findPostgres() {
  const named = process.env.POSTGRES_BIN
  if (named) return existsSync(join(named, 'initdb')) ? named : undefined
  if (!existsSync(debians)) return undefined
  return readdirSync(debians)
    .map(Number)
    .filter((version) => version >= oldest)
    .sort((a, b) => b - a)
    .map((version) => join(debians, String(version), 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')))
}
