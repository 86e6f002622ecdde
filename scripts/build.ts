/**
 * Builds the app and what its browser host starts from into dist/, ready for any static server: `npm run
 * build`.
 */
import { writeFileSync } from 'node:fs'
import { build, createLogger } from 'vite'
import { buildStamp, buildStampFile } from './build-stamp.mjs'
import { compressBelow } from './compress.ts'

const stamp = buildStamp()
// PGlite asks for Node's modules on Node only, which is no news.
const customLogger = createLogger('warn')
const { warn } = customLogger
customLogger.warn = (message, options) => {
  if (!message.includes('externalized for browser compatibility')) warn(message, options)
}
await build({ customLogger })
await compressBelow('dist')
// Last, so that a build that was cut short is not taken for one.
writeFileSync(buildStampFile, JSON.stringify({ stamp }))
