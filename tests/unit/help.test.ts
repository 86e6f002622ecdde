import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RouteObject } from 'react-router'
import { describe, expect, it } from 'vitest'
import { entries, screenAt, wordsOf } from '../../src/app/help/screens.ts'
import { keyMap } from '../../src/app/key-map.ts'
import { navItems } from '../../src/app/nav-items.ts'
import { steps } from '../../src/app/visit/steps.ts'
import { visitSteps } from '../../src/components/visit-state.ts'
import en from '../../src/i18n/en/help.ts'
import fr from '../../src/i18n/fr/help.ts'

const modules = import.meta.glob<{ routes: RouteObject[] }>('../../src/features/*/routes.tsx', {
  eager: true,
})

/** Every address that shows a screen, with ids made up. */
function addresses(routes: readonly RouteObject[], base = ''): string[] {
  return routes.flatMap(({ path, index, children }) => {
    const here = path ? `${base}/${path}` : base
    if (children) return addresses(children, here)
    return index || path ? [here.replaceAll(/:\w+/g, '0b2f7e6c') || '/'] : []
  })
}
const all = Object.values(modules).flatMap(({ routes }) => addresses(routes))

describe('the help', () => {
  it('tells of every screen what it is for', () => {
    expect(all.length).toBeGreaterThan(50)
    expect(all.filter((address) => screenAt(address) === 'elsewhere')).toEqual([])
  })

  it('has no screen that nobody reaches, and says nothing twice', () => {
    const used = new Set(entries.map(({ screen }) => screen))
    expect(Object.keys(en.screen).filter((name) => !used.has(name as never))).toEqual(['elsewhere'])
    for (const { screen } of [en, fr]) {
      const texts = Object.values(screen).map((one) => one.for)
      expect(new Set(texts).size).toBe(texts.length)
      for (const { begin } of Object.values(screen)) expect(begin.split('\n').every(Boolean)).toBe(true)
    }
  })

  it('explains every word somewhere', () => {
    const shown = new Set(entries.flatMap(({ screen }) => wordsOf(screen)))
    expect(Object.keys(en.word).filter((word) => !shown.has(word as never))).toEqual([])
  })
})

describe('the visit', () => {
  it('has five steps, each on a screen that there is', () => {
    expect(steps).toHaveLength(visitSteps)
    for (const { path } of steps) expect(all).toContain(path)
  })
})

/** Files that listen to keys, under src. */
function listening(): string[] {
  const root = join(import.meta.dirname, '../../src')
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && file !== 'app/key-map.ts')
    .filter((file) => lettersIn(file).length > 0)
}

/** The letters, signs and function keys that a file asks for. Arrows, Enter and Esc each widget has by itself. */
function lettersIn(file: string): string[] {
  const text = readFileSync(join(import.meta.dirname, '../../src', file), 'utf8')
  if (!/keydown|onKeyDown|KeyboardEvent/.test(text)) return []
  const compared = [...text.matchAll(/event\.key(?:\.toLowerCase\(\))? [!=]== (?:'(F\d+|[^' ])'|"([^" ])")/g)]
  const stepped = [...text.matchAll(/[{,] ([a-z]): -?\d/g)]
  return [...compared, ...stepped].map(([, single, double]) => single ?? double ?? '')
}

describe('the map of keys', () => {
  it('has each key that is listened to, and none that is not', () => {
    for (const { place, files, entries } of keyMap) {
      const heard = new Set(files.flatMap(lettersIn).map((key) => key.toLowerCase()))
      const told = new Set(
        entries
          .flatMap(({ keys }) => keys)
          .map((key) => key.toLowerCase())
          .filter((key) => /^(f\d+|[a-z/?'])$/.test(key)),
      )
      // The first of two: the second is a place's own.
      if (place === 'everywhere') heard.delete('g')
      expect([...told].sort(), place).toEqual([...heard].sort())
    }
  })

  it('names every file that listens to one', () => {
    const named = keyMap.flatMap(({ files }) => files)
    expect(listening().filter((file) => !named.includes(file))).toEqual([])
  })

  it('gives no key to two places of the bar', () => {
    const keys = navItems.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
