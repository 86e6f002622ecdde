import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/**
 * What a browser under test is started with: no sandbox (containers run as root), no network business of its
 * own.
 */
export const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const remedy =
  'Install Chromium or Google Chrome (Debian: apt-get install chromium), or name one: CHROME_PATH=/path/to/chrome'

/**
 * Where a Chromium is on this machine, or undefined: CHROME_PATH, the search path, the usual places,
 * Playwright's own.
 */
export function lookForChromium() {
  const named = process.env.CHROME_PATH
  if (named) return existsSync(named) ? named : undefined
  const searched = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => commands.map((command) => join(folder, command)))
  return [...searched, ...elsewhere, ...playwrights()].find((path) => existsSync(path))
}

function playwrights() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith('chromium-'))
    .map((name) => join(folder, name, 'chrome-linux', 'chrome'))
}

/**
 * The Chromium to test with. Throws with the remedy where there is none.
 * @returns {string}
 */
export function findChromium() {
  const found = lookForChromium()
  if (found) return found
  const named = process.env.CHROME_PATH
  throw new Error(
    `${named ? `CHROME_PATH is ${named}, which does not exist.` : 'No Chromium was found.'} ${remedy}`,
  )
}

/**
 * As `findChromium`, but installs Debian's where that can be done: on Debian, as root.
 * @returns {string}
 */
export function ensureChromium() {
  const root = process.getuid?.() === 0
  if (!lookForChromium() && !process.env.CHROME_PATH && root && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium …')
    for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
      const options = {
        stdio: /** @type {const} */ ('inherit'),
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }
      spawnSync('apt-get', words, options)
    }
  }
  return findChromium()
}
