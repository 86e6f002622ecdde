/** Builds the app and what its browser host starts from into dist/, ready for any static server: `npm run build`. */
import { writeFileSync } from 'node:fs'
import { build } from 'vite'
import { buildStamp, buildStampFile } from './build-stamp.mjs'
import { compressBelow } from './compress.ts'

const stamp = buildStamp()
await build({ logLevel: 'warn' })
await compressBelow('dist')
// Last, so that a build that was cut short is not taken for one.
writeFileSync(buildStampFile, JSON.stringify({ stamp }))
