/**
 * `npm test`: sets up (packages, Chromium), runs every test, on PostgreSQL too where it is installed, and says
 * as its last lines what failed, how many passed and how many failed. What is given after `--` goes to vitest,
 * and then only that is run.
 */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { giveUp, setUp } from './set-up.mjs'

setUp()
const { ensureChromium } = await import('./chromium.mjs')
const { findPostgres } = await import('./postgres-binaries.mjs')
const { tally } = await import('./tally.mjs')

const only = process.argv.slice(2)
try {
  process.env.CHROME_PATH = ensureChromium()
} catch (error) {
  giveUp('The tests need a Chromium.', /** @type {Error} */ (error).message)
}

const total = { passed: 0, skipped: 0 }
/** @type {string[]} */
const failures = []
run('tests', ['node_modules/vitest/vitest.mjs', 'run', ...only])
if (only.length === 0) {
  if (findPostgres()) run('tests-postgres', ['scripts/run.mjs', 'scripts/test-postgres.ts'])
  else
    console.log(
      '\nPostgreSQL is not installed here, so nothing was run on it (Debian: apt-get install postgresql).',
    )
}
if (failures.length > 0) console.log(`\nFailed:\n\n${failures.join('\n\n')}`)
if (total.skipped > 0) console.log(`\n${total.skipped} skipped`)
console.log(`\n${total.passed} passed, ${failures.length} failed`)
process.exit(failures.length === 0 && total.passed > 0 ? 0 : 1)

/**
 * @param {string} name of the report
 * @param {string[]} words to run Node with
 */
function run(name, words) {
  const report = `node_modules/.cache/corridor/${name}.json`
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = spawnSync(process.execPath, [...words, ...reporters], { stdio: 'inherit' })
  const ended = tally(report, status)
  total.passed += ended.passed
  total.skipped += ended.skipped
  failures.push(...ended.failures)
}
