import { type BuiltFiles, buildOf, cacheOf, isForEver, page } from './files.ts'

/** How many files are fetched at a time, so that the page's own requests get through. */
const lanes = 4

/**
 * Fetches all of a build's files into a cache of its own. All or nothing: rejects where one can't be had, or where the
 * page is already of another build.
 */
export async function fill({ build }: BuiltFiles, files: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheOf(build))
  const held = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname + new URL(url).search))
  const missing = files.filter((file) => !held.has(file))
  const lane = async () => {
    for (let file = missing.pop(); file; file = missing.pop()) {
      const response = await fetched(file)
      await cache.put(file, response)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  // Last: where it is held, all is.
  const response = await fetched(page)
  const text = await response.clone().text()
  if (!text.includes(`name="corridor-build" content="${build}"`))
    throw new Error('The server has another build')
  await cache.put(page, response)
}

async function fetched(file: string): Promise<Response> {
  const response = await fetch(file, { cache: isForEver(file) ? 'default' : 'no-cache' })
  if (!response.ok || response.redirected) throw new Error(`${file} answered ${response.status}`)
  return response
}

/** The file as it was cached, of this build or of any whose pages are still open. */
export async function cached(build: string, address: string): Promise<Response | undefined> {
  const own = await (await caches.open(cacheOf(build))).match(address, { ignoreVary: true })
  return own ?? (await caches.match(address, { ignoreVary: true }))
}

/** Takes away the files of builds that no open page is of. */
export async function tidy(current: string): Promise<void> {
  const running = await runningBuilds()
  for (const name of await caches.keys()) {
    const build = buildOf(name)
    if (build !== null && build !== current && running && !running.has(build)) await caches.delete(name)
  }
}

/** Each page holds a lock with the name of its build. Null where that can't be known. */
async function runningBuilds(): Promise<Set<string> | null> {
  if (!navigator.locks) return null
  const { held = [] } = await navigator.locks.query()
  return new Set(held.map(({ name = '' }) => name.replace(/^corridor:build:/, '')))
}
