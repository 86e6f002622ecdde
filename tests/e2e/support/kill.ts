import { execFileSync } from 'node:child_process'
import type { BrowserContext } from 'playwright-core'

/**
 * Ends the browser that uses a profile with SIGKILL, as a crash or an impatient user would: nothing is said to
 * anybody.
 */
export async function killBrowser(context: BrowserContext, profile: string): Promise<void> {
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()))
  for (const line of execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n')) {
    if (!line.includes(`--user-data-dir=${profile}`)) continue
    try {
      process.kill(Number.parseInt(line, 10), 'SIGKILL')
    } catch {
      // It went with its parent.
    }
  }
  await closed
}
