import { existsSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'

/**
 * Counts what vitest's JSON report tells, and takes the report away. A file that could not even be loaded
 * counts as one failure, and so does a run that ended badly without saying why: nothing that went wrong may
 * look like nothing.
 * @param {string} path of the report
 * @param {number | null} status the run ended with
 * @returns {{ passed: number, failures: string[], skipped: number }} each failure with its file and first lines
 */
export function tally(path, status) {
  if (!existsSync(path)) return { passed: 0, failures: ['the run left no report'], skipped: 0 }
  const report = JSON.parse(readFileSync(path, 'utf8'))
  rmSync(path)
  /** @type {{ name: string, status: string, message: string, assertionResults: Result[] }[]} */
  const files = report.testResults
  const failures = files.flatMap((file) => {
    const of = relative(process.cwd(), file.name)
    if (file.status === 'failed' && file.assertionResults.length === 0)
      return [`${of}\n${head(file.message)}`]
    return file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${of}: ${fullName}\n${head(failureMessages.join('\n'))}`)
  })
  if (failures.length === 0 && status !== 0) failures.push(`the run ended with ${status}`)
  return {
    passed: report.numPassedTests,
    failures,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** @typedef {{ fullName: string, status: string, failureMessages: string[] }} Result */

/** @param {string} message */
const head = (message) =>
  message
    .split('\n')
    .slice(0, 12)
    .map((line) => `    ${line}`)
    .join('\n')
