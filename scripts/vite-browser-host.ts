import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { HtmlTagDescriptor, Plugin } from 'vite'

const folder = 'public/workspace'
const virtual = 'virtual:corridor-workspace'

/**
 * What the browser host starts from, by address: `import { databaseUrl, demoUrl } from 'virtual:corridor-workspace'`. The
 * address changes with the content, so that browsers may keep it. Workers are bundled apart and need it in `worker.plugins` too.
 */
export function workspaceFiles(): Plugin {
  return {
    name: 'corridor-workspace-files',
    resolveId: (id) => (id === virtual ? `\0${virtual}` : null),
    load: (id) =>
      id === `\0${virtual}`
        ? `export const databaseUrl = ${JSON.stringify(addressOf('database.tar.gz'))}
           export const demoUrl = ${JSON.stringify(addressOf('demo.corridor'))}`
        : null,
  }
}

/**
 * Makes the workspace files before a build or a dev server, and lets the built page begin with what the browser host needs
 * before the app's own code: its worker, the database engine and the dump. A Node host cuts out what stands between the two
 * comments, and puts its own name into the meta element.
 */
export function browserHost(): Plugin {
  return {
    name: 'corridor-browser-host',
    apply: () => !process.env.VITEST,
    config: () => ({
      build: { rollupOptions: { input: { index: 'index.html', early: 'mocks/early.ts' } } },
    }),
    configResolved: () => {
      execFileSync(process.execPath, ['scripts/run.mjs', 'scripts/workspace/make.ts'], { stdio: 'inherit' })
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        const page = html.replace('</title>', '</title>\n    <meta name="corridor-host" content="browser">')
        if (!bundle) return page
        const tags = headStart(Object.keys(bundle)).map(markup).join('\n    ')
        const block = `<!--browser-host-->\n    ${tags}\n    <!--/browser-host-->`
        return page.replace('</title>', `</title>\n    ${block}`)
      },
    },
  }
}

/** In the order of need. Fetched as the worker will: same origin, with CORS, so that one answer serves both. */
function headStart(files: string[]): HtmlTagDescriptor[] {
  const fetched = [/assets\/pglite-[^/]*\.wasm$/, /assets\/pglite-[^/]*\.data$/]
    .map((pattern) => files.find((file) => pattern.test(file)))
    .map((file) => ({ href: `/${file}`, as: 'fetch' }))
  const early = files.find((file) => /assets\/early-[^/]*\.js$/.test(file))
  return [
    { tag: 'script', attrs: { type: 'module', async: true, crossorigin: true, src: `/${early}` } },
    ...fetched.map((attrs) => ({ tag: 'link', attrs: { rel: 'preload', crossorigin: true, ...attrs } })),
  ]
}

const markup = ({ tag, attrs = {} }: HtmlTagDescriptor): string => {
  const written = Object.entries(attrs).map(([name, value]) => (value === true ? name : `${name}="${value}"`))
  return `<${tag} ${written.join(' ')}>${tag === 'script' ? '</script>' : ''}`
}

function addressOf(name: string): string {
  const path = `${folder}/${name}`
  const hash = existsSync(path)
    ? createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 10)
    : 'none'
  return `/workspace/${name}?v=${hash}`
}
