import { spawnSync } from 'node:child_process'
import { isBuilt } from './build-stamp.mjs'
import { giveUp } from './set-up.mjs'

/** Builds where dist/ is not what the sources would give. */
export function ensureBuilt() {
  if (isBuilt()) return
  console.log('Building …')
  const { status } = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/build.ts'], {
    stdio: 'inherit',
  })
  if (status !== 0)
    giveUp('The build failed.', 'Its message is above. With changed sources, `npm run check` says more.')
}
