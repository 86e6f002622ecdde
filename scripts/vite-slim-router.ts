import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const modules = { 'react-router': 'index.mjs', 'react-router/dom': 'dom-export.mjs' }

/**
 * Takes react-router's own production build into the page: its package leads to the one that warns developers, whatever
 * is being built. About 0.6 kB gzip of the first screen.
 */
export function slimRouter(): Plugin {
  const shipped = join(dirname(createRequire(import.meta.url).resolve('react-router')), '../production')
  return {
    name: 'corridor-slim-router',
    apply: (_config, { command }) => command === 'build' && !process.env.VITEST,
    enforce: 'pre',
    resolveId(id) {
      const file = modules[id as keyof typeof modules]
      return file && join(shipped, file)
    },
  }
}
