import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/**
 * Leaves out of the page's own code what zod carries along and the page never calls: the writing of JSON
 * Schema (the API does that, in its worker or on Node) and English error messages (sentences are made from
 * codes). About 6 kB gzip of the first screen. Workers are bundled apart, without this.
 */
export function slimZod(): Plugin {
  return {
    name: 'corridor-slim-zod',
    apply: (_config, { command }) => command === 'build' && !process.env.VITEST,
    enforce: 'pre',
    load(id) {
      if (/\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/.test(id)) return emptied(id)
      if (/\/zod\/v4\/locales\/en\.js$/.test(id))
        return "export default () => ({ localeError: () => 'Invalid' })"
    },
  }
}

/** The same exports, doing nothing. Some of them make methods, so that each gives a function. */
function emptied(id: string): string {
  const names = readFileSync(id, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm)
  return [...names].map(([, name]) => `export const ${name} = () => () => undefined`).join('\n')
}
