import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildStamp, isBuilt } from './build-stamp.mjs'
import { giveUp } from './set-up.mjs'

/** Builds where dist/ is not what the sources would give. */
export function ensureBuilt() {
  if (isBuilt()) return
  console.log('Building …')
  build('scripts/build.ts')
}

const serverFolder = join('node_modules', '.cache', 'corridor', 'server')
/** The Node host built by `ensureServerBuilt`: it starts in a fraction of what transpiling it anew takes. */
export const builtServer = join(serverFolder, 'node.js')

/** Builds the Node host where it is not what the sources would give. */
export function ensureServerBuilt() {
  const stampFile = join(serverFolder, 'build.json')
  if (isBuilt(stampFile)) return
  const stamp = buildStamp()
  build('scripts/build-server.ts', serverFolder)
  writeFileSync(stampFile, JSON.stringify({ stamp }))
}

/** @param {string[]} words the script and what it is told */
function build(...words) {
  const { status } = spawnSync(process.execPath, ['scripts/run.mjs', ...words], {
    stdio: 'inherit',
    // Asked for from within the tests, it must still be the build that users get.
    env: { ...process.env, NODE_ENV: 'production', VITEST: undefined },
  })
  if (status !== 0)
    giveUp('The build failed.', 'Its message is above. With changed sources, `npm run check` says more.')
}
