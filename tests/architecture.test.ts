import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrations } from '../src/server/db/migrations.ts'

const root = resolve(import.meta.dirname, '..')

/** What each room may import from, besides itself and packages. The order is the direction of the arrows. */
const mayImport: Record<string, readonly string[]> = {
  'src/domain': [],
  'src/contract': ['src/domain'],
  'src/sheets': ['src/domain'],
  'src/server': ['src/domain', 'src/contract', 'src/sheets'],
  'src/i18n': ['src/domain', 'src/contract'],
  'src/data': ['src/domain', 'src/contract', 'src/sheets'],
  'src/ui': ['src/domain', 'src/contract', 'src/i18n', 'src/data'],
  'src/components': ['src/domain', 'src/contract', 'src/sheets', 'src/i18n', 'src/data', 'src/ui'],
  'src/features': [
    'src/domain',
    'src/contract',
    'src/sheets',
    'src/i18n',
    'src/data',
    'src/ui',
    'src/components',
  ],
  'src/app': [
    'src/domain',
    'src/contract',
    'src/i18n',
    'src/data',
    'src/ui',
    'src/components',
    'src/features',
  ],
  'src/service-worker': [],
  'src/main.tsx': ['src/app', 'src/i18n', 'src/data', 'src/ui', 'mocks'],
  mocks: ['src/domain', 'src/contract', 'src/server'],
}

/** Files of the server that may use Node's own modules or its PostgreSQL driver; the rest is web standards. */
const nodeFiles = [
  'src/server/node.ts',
  'src/server/db/postgres.ts',
  'src/server/db/writable-pool.ts',
  'src/server/live/postgres-wire.ts',
  'mocks/node.ts',
]
const isNodeOnly = (file: string) => nodeFiles.includes(file) || file.startsWith('src/server/node/')

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.generated.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))

const files = [...filesBelow('src'), ...filesBelow('mocks')]

const importsOf = (file: string): string[] => {
  const text = readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const found = text.matchAll(/(?:from\s*|import\s*\(?\s*)['"]([^'"]+)['"]/g)
  return [...found].map((match) => match[1] as string)
}

const roomOf = (path: string) =>
  Object.keys(mayImport)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]

const local = (file: string, specifier: string) =>
  specifier.startsWith('.')
    ? normalize(join(dirname(file), specifier.replace(/\?.*$/, '')))
        .split(sep)
        .join('/')
    : null

/** Imports that must have run before the file does: not those of types alone, not those made when needed. */
const neededAtLoad = (file: string): string[] => {
  const text = readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const found = text.matchAll(/^(?:import|export)(?!\s+type\b)[^'"(]*?['"]([^'"]+)['"]/gm)
  return [...found].flatMap((match) => local(file, match[1] as string) ?? [])
}

const arrows = files.flatMap((file) =>
  importsOf(file).map((specifier) => ({ file, specifier, target: local(file, specifier) })),
)

describe('the direction of imports', () => {
  it('finds the code', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(arrows.length).toBeGreaterThan(files.length)
  })

  it('puts every file in a room', () => {
    expect(files.filter((file) => !roomOf(file) && file !== 'src/vite-env.d.ts')).toEqual([])
  })

  it('points one way', () => {
    const wrong = arrows.filter(({ file, target }) => {
      const from = roomOf(file)
      const to = target && roomOf(target)
      return from && to && from !== to && !mayImport[from]?.includes(to)
    })
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
  })

  it('keeps features apart', () => {
    const feature = (path: string) => /^src\/features\/([^/]+)/.exec(path)?.[1]
    const wrong = arrows.filter(
      ({ file, target }) => target && feature(file) && feature(target) && feature(file) !== feature(target),
    )
    expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
  })

  it('keeps Node out of what also runs in a browser', () => {
    const wrong = arrows.filter(
      ({ file, specifier }) =>
        /^(node:|pg$|prom-client$|@hono\/node-server)/.test(specifier) && !isNodeOnly(file),
    )
    expect(wrong.map(({ file, specifier }) => `${file} → ${specifier}`)).toEqual([])
  })

  it('imports files, never a folder’s index', () => {
    expect(files.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([])
    expect(
      arrows
        .filter(({ target }) => target && !/\.\w+$/.test(target))
        .map(({ file, target }) => `${file} → ${target}`),
    ).toEqual([])
  })

  it('has no circles', () => {
    const next = new Map(files.map((file) => [file, neededAtLoad(file)]))
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (file: string, path: string[]) => {
      const at = path.indexOf(file)
      if (at >= 0) circles.push([...path.slice(at), file].join(' → '))
      if (at >= 0 || done.has(file)) return
      for (const target of next.get(file) ?? []) walk(target, [...path, file])
      done.add(file)
    }
    for (const file of files) walk(file, [])
    expect(circles).toEqual([])
  })
})

describe('the server', () => {
  it('reads no clock below its edge', () => {
    const below = files.filter((file) => /^src\/(server|domain|contract)\//.test(file) && !isNodeOnly(file))
    const readsClock = below.filter((file) =>
      /\bnew Date\(\)|\bDate\.now\(\)/.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(readsClock).toEqual([])
  })

  it('runs every migration that there is, in their order', () => {
    const written = readdirSync(join(root, 'src/server/db/migrations')).map((file) =>
      file.replace('.sql', ''),
    )
    expect(migrations.map(({ name }) => name)).toEqual(written.sort())
  })
})
