import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const size = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length

/** Sizes of the built app in kB gzip: what the first screen loads before it paints, and the rest. */
export function bundleRows(dist: string): [string, string][] {
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const browserHost = page.match(/<!--browser-host-->[\s\S]*?<!--\/browser-host-->/)?.[0] ?? ''
  const named = (html: string) =>
    new Set([...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] as string))
  const mock = named(browserHost)
  const entry = [...named(page.replace(browserHost, ''))]
  const sum = (files: Iterable<string>) =>
    [...files].reduce((total, file) => total + size(join(dist, file)), 0)
  const all = readdirSync(join(dist, 'assets'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => `assets/${file}`)
  const css = readdirSync(join(dist, 'assets'))
    .filter((file) => file.endsWith('.css'))
    .map((file) => `assets/${file}`)
  const kB = (bytes: number) => (bytes / 1000).toFixed(1)
  return [
    ['entry scripts (page and what it preloads)', kB(sum(entry))],
    ['browser host (in parallel)', kB(sum(mock))],
    ['all scripts', kB(sum(all))],
    ['styles', kB(sum(css))],
  ]
}
