import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'
import { inject } from 'vitest'
import { findChromium, launchArguments } from '../../../scripts/chromium.mjs'

/** Where the built app is served. */
export const origin = (): string => inject('origin')

/** A Chromium for the tests of one file; close it in `afterAll`. Each of its contexts is a profile of its own. */
export const launch = (more: string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: findChromium(), args: [...launchArguments, ...more] })

/** Runs a test with a fresh profile and takes it away afterwards. */
export async function withContext(
  browser: Browser,
  test: (context: BrowserContext) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext(options)
  try {
    await test(context)
  } catch (error) {
    if (error instanceof Error) error.message += await whatIsShown(context)
    throw error
  } finally {
    await context.close()
  }
}

/** What stands on each page, to tell from a report why something was waited for in vain. */
async function whatIsShown(context: BrowserContext): Promise<string> {
  const shown = context.pages().map(async (page) => {
    const look = page.evaluate(async () => {
      const { installing, waiting, active } = (await navigator.serviceWorker?.getRegistration()) ?? {}
      const workers = [installing, waiting, active].map((worker) => worker?.state ?? 'none').join(', ')
      return `${document.visibilityState}, service workers: ${workers}\n${document.body.innerText.slice(0, 2000)}`
    })
    const tooLate = new Promise<string>((resolve) => setTimeout(resolve, 5_000, 'does not answer'))
    const text = await Promise.race([look, tooLate]).catch((error: unknown) => String(error))
    return `\n\n${page.url()} ${text}`
  })
  return (await Promise.all(shown)).join('')
}

/** A profile on disk that outlives the browser; `remove` it at the end. */
export function profileOnDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-profile-'))
  return {
    open: () =>
      chromium.launchPersistentContext(folder, { executablePath: findChromium(), args: launchArguments }),
    /** The processes of browsers that use it. */
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}
