import { existsSync, readFileSync, rmSync } from 'node:fs'

/**
 * Counts what vitest's JSON report tells, and takes the report away. A file that could not even be loaded
 * counts as one failure, and so does a run that ended badly without saying why: nothing that went wrong may
 * look like nothing.
 * @param {string} path of the report
 * @param {number | null} status the run ended with
 */
export function tally(path, status) {
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(readFileSync(path, 'utf8'))
  rmSync(path)
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = report.testResults
  const unloadable = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
  const failed = report.numFailedTests + unloadable
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
