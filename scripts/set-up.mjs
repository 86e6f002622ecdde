import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The oldest Node this runs on. */
const oldest = '20.19.0'

/**
 * Ends the process with a sentence that says what is wrong and another that says what to do.
 * @param {string} wrong
 * @param {string} remedy
 * @returns {never}
 */
export function giveUp(wrong, remedy) {
  console.error(`\n${wrong}\n${remedy}\n`)
  process.exit(1)
}

/**
 * Sees to it that Node is new enough and that the packages of the lock file are installed; runs in the
 * project's folder from then on.
 */
export function setUp() {
  process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..'))
  if (process.versions.node.localeCompare(oldest, 'en', { numeric: true }) < 0) {
    giveUp(
      `Corridor needs Node ${oldest} or later; this is ${process.versions.node}.`,
      'Install a current Node from https://nodejs.org (or: nvm install --lts), then run the same command again.',
    )
  }
  if (areInstalled()) return
  console.log('Installing packages …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    giveUp(
      'The packages could not be installed.',
      'See npm’s message above; with a network connection, run the same command again.',
    )
  }
  copyFileSync('package-lock.json', installedLock)
}

const installedLock = 'node_modules/.corridor-lock.json'

/** npm notes what it installed in node_modules/.package-lock.json; ours says for which lock file. */
function areInstalled() {
  if (!existsSync('node_modules/vite') || !existsSync('node_modules/msw')) return false
  const lock = readFileSync('package-lock.json', 'utf8')
  if (existsSync(installedLock)) return readFileSync(installedLock, 'utf8') === lock
  return matches(JSON.parse(lock))
}

/**
 * Whether every package of the lock file is there in its version, as after an npm install by hand.
 * @param {{ packages: Record<string, { version?: string, optional?: boolean, peer?: boolean, devOptional?:
 * boolean }> }} lock
 */
function matches({ packages }) {
  return Object.entries(packages).every(([path, { version, optional, devOptional }]) => {
    if (!path || optional || devOptional || !version) return true
    const file = `${path}/package.json`
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version
  })
}
