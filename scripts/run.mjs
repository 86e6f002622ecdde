/**
 * Runs a TypeScript module of the project on Node with Vite's own transforms (`?raw` imports among them), so that
 * scripts see the very code that the app is built from: `node scripts/run.mjs scripts/build.ts [arguments]`.
 */
import { resolve } from 'node:path'

const [, , file, ...rest] = process.argv
if (!file) {
  console.error('usage: node scripts/run.mjs FILE.ts [arguments]')
  process.exit(2)
}
// Vite would call it development, and a build made below would then carry React's development code.
process.env.NODE_ENV ??= 'production'
const { createRunnableDevEnvironment, resolveConfig } = await import('vite')
process.argv.splice(1, process.argv.length - 1, resolve(file), ...rest)

const inline = {
  consumer: /** @type {const} */ ('server'),
  dev: { moduleRunnerTransform: true },
  resolve: { external: /** @type {const} */ (true), mainFields: [], conditions: ['node'] },
}
const config = await resolveConfig(
  { configFile: false, envDir: false, logLevel: 'error', environments: { inline } },
  'serve',
)
const environment = createRunnableDevEnvironment('inline', config, {
  runnerOptions: { hmr: { logger: false } },
  hot: false,
})
await environment.init()
// Not closed before the process ends (as Vite's `runnerImport` does): a server imports some of its files when asked.
process.once('beforeExit', () => environment.close())
await environment.runner.import(resolve(file))
