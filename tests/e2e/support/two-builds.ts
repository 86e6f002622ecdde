import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { folder } from './build-setup.ts'

/**
 * The build, and another that differs from it by name and by the name of one screen's code, as if that had been changed.
 * `current` is the folder to serve; `release` makes it the other.
 */
export function twoBuilds() {
  const place = mkdtempSync(join(tmpdir(), 'corridor-builds-'))
  const next = join(place, 'next')
  const current = join(place, 'current')
  cpSync(folder, next, {
    recursive: true,
    filter: (file) => !/\.(br|gz)$/.test(file) || file.endsWith('.tar.gz'),
  })

  const manifest: Record<string, { file: string }> = JSON.parse(
    readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'),
  )
  const screen = manifest['src/features/markets/list.tsx']?.file.replace('assets/', '')
  const id = /corridor-build" content="(\w+)"/.exec(readFileSync(join(next, 'index.html'), 'utf8'))?.[1]
  if (!screen || !id) throw new Error('The build has no screen of markets, or no name')
  const changed = screen.replace(/^/, 'changed-')
  renameSync(join(next, 'assets', screen), join(next, 'assets', changed))
  const texts = ['index.html', 'service-worker.js', ...scriptsIn(join(next, 'assets'))]
  for (const file of texts) {
    const text = readFileSync(join(next, file), 'utf8')
    const after = text.replaceAll(screen, changed).replaceAll(id, id.split('').reverse().join(''))
    if (after !== text) writeFileSync(join(next, file), after)
  }

  symlinkSync(resolve(folder), current)
  return {
    current,
    release: () => {
      symlinkSync(next, `${current}.new`)
      renameSync(`${current}.new`, current)
    },
    /** Takes a file of the other build away, as a connection that drops would; gives the way to put it back. */
    loseOne: () => {
      const file = join(next, 'assets', changed)
      renameSync(file, `${file}.lost`)
      return () => renameSync(`${file}.lost`, file)
    },
    remove: () => rmSync(place, { recursive: true, force: true }),
  }
}

const scriptsIn = (assets: string) =>
  readdirSync(assets)
    .filter((file) => file.endsWith('.js'))
    .map((file) => join('assets', file))
