/** What the build lists as the app's code and styles, in /ahead.json (see scripts/vite-browser-host.ts). */
const list = '/ahead.json'

/**
 * Fetches the code of the screens that have not been opened yet, one file after another, so that they open without a network too.
 * The browser keeps the files for ever, as their names change with their content. Never rejects; leaves out what can't be had.
 */
export async function fetchAhead(): Promise<void> {
  try {
    const files: string[] = await (await fetch(list)).json()
    for (const file of files) await (await fetch(file, { priority: 'low' })).arrayBuffer()
  } catch {
    // A development server has no list, and without a network there is nothing to fetch.
  }
}
