import { spawnSync } from 'node:child_process'
import { isBuilt } from './build-stamp.mjs'
import { giveUp } from './set-up.mjs'

/** Builds where dist/ is not what the sources would give. */
export function ensureBuilt() {
  if (isBuilt()) return
  console.log('Building …')
  const { status } = spawnSync(process.execPath, ['scripts/run.mjs', 'scripts/build.ts'], {
    stdio: 'inherit',
    // Asked for from within the tests, it must still be the build that users get.
    env: { ...process.env, NODE_ENV: 'production', VITEST: undefined },
  })
  if (status !== 0)
    giveUp('The build failed.', 'Its message is above. With changed sources, `npm run check` says more.')
}
