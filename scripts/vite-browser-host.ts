import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

const folder = 'public/workspace'
const virtual = 'virtual:corridor-workspace'

/**
 * What the browser host starts from, by address: `import { databaseUrl, demoUrl } from
 * 'virtual:corridor-workspace'`. The address changes with the content, so that browsers may keep it. Workers
 * are bundled apart and need it in `worker.plugins` too.
 */
export function workspaceFiles(): Plugin {
  return {
    name: 'corridor-workspace-files',
    resolveId: (id) => (id === virtual ? `\0${virtual}` : null),
    load: (id) =>
      id === `\0${virtual}`
        ? `export const databaseUrl = ${JSON.stringify(addressOf('database.bin'))}
           export const demoUrl = ${JSON.stringify(addressOf('demo.corridor'))}`
        : null,
  }
}

/**
 * Makes the workspace files before a build or a dev server, and lets the built page fetch ahead what the browser host
 * will need: the database engine and the API's code. A Node host cuts out what stands between the two comments, and
 * puts its own name into the meta element.
 */
export function browserHost(): Plugin {
  return {
    name: 'corridor-browser-host',
    apply: (_config, { command, mode }) => command === 'build' || mode !== 'test',
    configResolved: () => {
      execFileSync(process.execPath, ['scripts/run.mjs', 'scripts/workspace/make.ts'], { stdio: 'inherit' })
    },
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle).filter((file) => /^assets\/.*\.(js|css)$/.test(file))
      // The database worker has its own by then; few open the API's own page.
      const apart = /assets\/(api\.worker|host|swagger)-/
      const source = JSON.stringify(files.filter((file) => !apart.test(file)).map((file) => `/${file}`))
      this.emitFile({ type: 'asset', fileName: 'ahead.json', source })
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        const page = html.replace('</title>', '</title>\n    <meta name="corridor-host" content="browser">')
        if (!bundle) return page
        const tags = headStart(bundle).map(markup).join('\n    ')
        const block = `<!--browser-host-->\n    ${tags}\n    <!--/browser-host-->`
        return page.replace('</title>', `</title>\n    ${block}`)
      },
    },
  }
}

/**
 * What the worker will fetch first. Prefetched, not preloaded: a preload is the page's own, and one that only a worker
 * uses is warned about in every console.
 */
const headStart = (bundle: Rolldown.OutputBundle): HtmlTagDescriptor[] =>
  [/assets\/pglite-[^/]*\.wasm$/, /assets\/pglite-[^/]*\.data$/, /assets\/host-[^/]*\.js$/]
    .map((pattern) => Object.keys(bundle).find((file) => pattern.test(file)))
    .filter((file) => file !== undefined)
    .map((file) => ({ tag: 'link', attrs: { rel: 'prefetch', href: `/${file}`, crossorigin: true } }))

const markup = ({ tag, attrs = {} }: HtmlTagDescriptor): string => {
  const written = Object.entries(attrs).map(([name, value]) => (value === true ? name : `${name}="${value}"`))
  return `<${tag} ${written.join(' ')}>`
}

/** What a workspace begins with, as pages and workers ask for it. */
export const workspaceAddresses = (): string[] => [addressOf('database.bin'), addressOf('demo.corridor')]

function addressOf(name: string): string {
  const path = `${folder}/${name}`
  const hash = existsSync(path)
    ? createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 10)
    : 'none'
  return `/workspace/${name}?v=${hash}`
}
