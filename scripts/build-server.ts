/**
 * Builds the Node host into one folder, for installations without the tools that build it:
 * `node scripts/run.mjs scripts/build-server.ts FOLDER`, then `node FOLDER/node.js`. It needs the packages beside it.
 */
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

export async function buildServer(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: { ssr: 'src/server/node.ts', outDir: folder, emptyOutDir: true, target: 'node20', minify: false },
  })
}

const [, file = '', folder] = process.argv
if (import.meta.url === pathToFileURL(file).href && folder) await buildServer(folder)
