import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Every file at or below the paths, sorted; paths that don't exist are left out. */
export function filesBelow(paths: readonly string[]): string[] {
  return paths
    .filter((path) => existsSync(path))
    .flatMap((path) =>
      statSync(path).isDirectory()
        ? filesBelow(
            readdirSync(path)
              .sort()
              .map((name) => join(path, name)),
          )
        : [path],
    )
}

/** A short text that changes with the name or content of any file at or below the paths. */
export function stampOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of filesBelow(paths)) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex').slice(0, 16)
}
