import { describe, expect, it } from 'vitest'
import { buildOf, cacheOf, wayOf } from '../../src/service-worker/files.ts'

const origin = 'https://corridor.example'
const known = (address: string) => ['/theme.js', '/assets/index-abc.js'].includes(address)
const way = (path: string, more: Partial<Pick<Request, 'method' | 'mode'>> = {}) =>
  wayOf({ method: 'GET', mode: 'cors', url: new URL(path, origin).href, ...more }, origin, known)

describe('the service worker', () => {
  it.each(['/', '/agreements/1?dialog=sign', '/missions'])('answers a visit to %s with the page', (path) => {
    expect(way(path, { mode: 'navigate' })).toBe('page')
  })

  it.each(['/favicon.svg', '/service-worker.js', '/ahead.json'])(
    'leaves a visit to %s to the network',
    (path) => {
      expect(way(path, { mode: 'navigate' })).toBe('network')
    },
  )

  it.each([
    ['/assets/index-abc.js', 'cached'],
    // Of another build, whose pages may still be open.
    ['/assets/index-old.js', 'cached'],
    ['/workspace/database.bin?v=1a2b', 'cached'],
    ['/theme.js', 'fresh'],
    ['/workspace/first-answers.json', 'network'],
    ['https://elsewhere.example/assets/index-abc.js', 'network'],
  ])('answers %s so: %s', (path, expected) => {
    expect(way(path)).toBe(expected)
  })

  it.each(['GET', 'POST', 'DELETE'])('leaves the API to others: %s', (method) => {
    expect(way('/api/notes', { method })).toBe('api')
    expect(way('/api/documents/1/content', { method, mode: 'navigate' })).toBe('api')
  })

  it('tells its own caches from others', () => {
    expect([buildOf(cacheOf('1a2b')), buildOf('somebody-else')]).toEqual(['1a2b', null])
  })
})
