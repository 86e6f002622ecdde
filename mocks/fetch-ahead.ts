/** What the build lists as the app's code and styles, in /ahead.json (see scripts/vite-browser-host.ts). */
const list = '/ahead.json'

/** The performance mark that tells when all of it is there. */
const fetchedMark = 'corridor:fetched-ahead'

/**
 * Fetches the code of the screens that have not been opened yet, a few files at a time, so that they open
 * without a network too. The browser keeps the files for ever, as their names change with their content. Never
 * rejects; leaves out what can't be had.
 */
export async function fetchAhead(): Promise<void> {
  try {
    const files: string[] = await (await fetch(list)).json()
    const lane = async () => {
      for (let file = files.pop(); file; file = files.pop()) {
        await (await fetch(file, { priority: 'low' })).arrayBuffer()
      }
    }
    await Promise.all([lane(), lane(), lane(), lane()])
    performance.mark(fetchedMark)
  } catch {
    // A development server has no list, and without a network there is nothing to fetch.
  }
}
