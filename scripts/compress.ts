import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { filesBelow } from './workspace/stamp.ts'

const cache = 'node_modules/.cache/corridor/compressed'
const worthwhile = ['.html', '.js', '.css', '.json', '.svg', '.wasm', '.data', '.webmanifest']
const large = 1_000_000

const brotli = (bytes: Uint8Array) =>
  promisify(brotliCompress)(bytes, {
    params: {
      // The database engine: 1.4 s instead of 37 s, for a sixth more bytes.
      [constants.BROTLI_PARAM_QUALITY]: bytes.length > large ? 6 : 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })

const ways: [string, (bytes: Uint8Array) => Promise<Uint8Array>][] = [
  ['.br', brotli],
  ['.gz', (bytes) => promisify(gzip)(bytes, { level: 9 })],
]

/**
 * Puts a brotli and a gzip copy beside every file that gains by it. What was compressed once is kept by its
 * content.
 */
export async function compressBelow(folder: string): Promise<void> {
  mkdirSync(cache, { recursive: true })
  for (const file of filesBelow([folder])) {
    const bytes = readFileSync(file)
    if (!worthwhile.includes(extname(file)) || bytes.length < 1024) continue
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 24)
    for (const [suffix, compress] of ways) {
      const kept = join(cache, name + suffix)
      if (!existsSync(kept)) {
        writeFileSync(`${kept}.${process.pid}`, await compress(bytes))
        renameSync(`${kept}.${process.pid}`, kept)
      }
      copyFileSync(kept, file + suffix)
    }
  }
}
