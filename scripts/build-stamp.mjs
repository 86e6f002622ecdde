import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export const buildStampFile = 'dist/build.json'

const sources = ['src', 'mocks', 'public', 'scripts', 'index.html', 'vite.config.ts', 'package-lock.json']
/** Made by the build itself. */
const made = join('public', 'workspace')

/** A short text that changes with anything a build is made of. */
export function buildStamp() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesBelow))
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex').slice(0, 16)
}

/**
 * Whether what was built is what the sources as they are now would give.
 * @param {string} file where its stamp is
 */
export function isBuilt(file = buildStampFile) {
  if (!existsSync(file)) return false
  return JSON.parse(readFileSync(file, 'utf8')).stamp === buildStamp()
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  if (!existsSync(path) || path === made) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}
