/** `npm run serve`: the same API and app on Node, for a team. Settings: see src/server/node.ts and README. */
import { spawn } from 'node:child_process'
import { setUp } from './set-up.mjs'

setUp()
const { ensureBuilt } = await import('./ensure-built.mjs')
ensureBuilt()
const host = spawn(process.execPath, ['scripts/run.mjs', 'src/server/node.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => host.kill(signal))
host.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 0 : 1)))
