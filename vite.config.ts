import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { browserHost, workspaceFiles } from './scripts/vite-browser-host.ts'
import { serviceWorker } from './scripts/vite-service-worker.ts'
import { slimRouter } from './scripts/vite-slim-router.ts'
import { slimZod } from './scripts/vite-slim-zod.ts'

/** Chromium, Firefox and Safari of the last two years: what OPFS with synchronous handles asks for anyway. */
const browsers = ['chrome120', 'firefox121', 'safari17.4']

/** The database engine's own loader uses eval, for extensions that we don't have. */
const checks = { eval: false, bundlerTimings: false }

/** Generous, since the machine may be busy: a limit is there to end what hangs, not to time anything. */
const slow = { testTimeout: 90_000, hookTimeout: 180_000 }

/**
 * Two files that every screen needs: the libraries, which change seldom, and the frame. Left to itself the bundler makes
 * dozens of crumbs of them, which cost 5 kB gzip. What only some screens import stays out of both.
 */
const tags = ['$initial' as const]
const codeSplitting = {
  groups: [
    { name: 'base', tags, test: /node_modules/ },
    { name: 'frame', tags, test: /^(?!.*node_modules).*\/src\// },
  ],
}

export default defineConfig({
  plugins: [react(), workspaceFiles(), browserHost(), serviceWorker(), slimRouter(), slimZod()],
  build: {
    target: browsers,
    assetsInlineLimit: 2048,
    chunkSizeWarningLimit: 1600,
    manifest: true,
    rolldownOptions: { checks, output: { codeSplitting } },
  },
  worker: { format: 'es', plugins: () => [workspaceFiles()], rolldownOptions: { checks } },
  optimizeDeps: {
    // PGlite finds its files beside its modules, which pre-bundling would move.
    exclude: ['@electric-sql/pglite'],
    // What the worker and the service worker's half need is found at once, not by a reload.
    entries: ['index.html', 'mocks/worker/host.ts', 'mocks/service-worker.ts'],
  },
  server: { port: 5173, strictPort: false },
  test: {
    // Two cores: a third worker only makes the other two slower.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/*.test.ts', 'tests/{domain,unit}/**/*.test.{ts,tsx}'],
          environment: 'node',
          pool: 'threads',
          isolate: false,
          ...slow,
        },
      },
      {
        extends: true,
        test: {
          name: 'api',
          include: ['tests/api/**/*.test.ts'],
          environment: 'node',
          pool: 'forks',
          // Each file has a database of its own; the modules of the server need no loading anew (half the time).
          isolate: false,
          ...slow,
        },
      },
      {
        extends: true,
        test: {
          name: 'app',
          include: ['tests/app/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          pool: 'forks',
          setupFiles: ['tests/support/app-setup.ts'],
          ...slow,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          // On PostgreSQL (scripts/test-postgres.ts) other things go wrong than on PGlite.
          include: [
            process.env.TEST_DATABASE_URL ? 'tests/faults/postgres/*.test.ts' : 'tests/faults/*.test.ts',
          ],
          environment: 'node',
          pool: 'forks',
          globalSetup: ['tests/e2e/support/build-setup.ts'],
          testTimeout: 600_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 120_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          pool: 'forks',

          globalSetup: ['tests/e2e/support/build-setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // A second, as given otherwise, is little for a browser on a busy machine.
          expect: { poll: { timeout: 120_000 } },
        },
      },
    ],
  },
})
