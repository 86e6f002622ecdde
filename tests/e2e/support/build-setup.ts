import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { ensureBuilt, ensureServerBuilt } from '../../../scripts/ensure-built.mjs'
import { staticServer } from '../../../scripts/static-server.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served on this machine, without a slash at the end. */
    origin: string
  }
}

/** Builds the app and its Node host where they are not built, and serves it to all browser tests of the run. */
export default async function setUpBuild(project: TestProject): Promise<() => void> {
  if (folder === 'dist') ensureBuilt()
  ensureServerBuilt()
  const server = staticServer(folder)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  project.provide('origin', `http://localhost:${(server.address() as AddressInfo).port}`)
  return () => {
    server.closeAllConnections()
    server.close()
  }
}

/** CORRIDOR_DIST names another build to test. */
export const folder = process.env.CORRIDOR_DIST ?? 'dist'
