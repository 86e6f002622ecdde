import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { build, type Plugin, type Rolldown } from 'vite'
import type { BuiltFiles } from '../src/service-worker/files.ts'
import { workspaceAddresses } from './vite-browser-host.ts'

/** Files of `public/` that a page needs. */
const still = ['/theme.js', '/favicon.svg']
/** Few open the API's own page, and it is large. */
const leftOut = /^assets\/swagger-/
/** What only the database's worker and msw's half need. */
const ofBrowserHost =
  /^assets\/(pglite|initdb|host|api\.worker|early|worker-link|browser|service-worker|opfs-ahp|memfs2opfs|fs)[-.]|\.(wasm|data)$/

/**
 * Writes /service-worker.js with the list of all files that the app needs without a network, and marks the page with
 * the build it is of: `<meta name="corridor-build">`.
 */
export function serviceWorker(): Plugin {
  let id = ''
  return {
    name: 'corridor-service-worker',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle }) => {
        if (!bundle) return html
        id = buildId(html, bundle)
        return html.replace('</title>', `</title>\n    <meta name="corridor-build" content="${id}">`)
      },
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        if (!id) throw new Error('The page was not written')
        const source = await bundled(listOf(id, bundle))
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source })
      },
    },
  }
}

const assetsIn = (bundle: Rolldown.OutputBundle) =>
  Object.keys(bundle)
    .filter((file) => /^assets\/.*\.(js|css|woff2|wasm|data|svg|png|json)$/.test(file) && !leftOut.test(file))
    .sort()

function listOf(id: string, bundle: Rolldown.OutputBundle): BuiltFiles {
  const assets = assetsIn(bundle)
  const address = (file: string) => `/${file}`
  return {
    build: id,
    files: [...assets.filter((file) => !ofBrowserHost.test(file)).map(address), ...still],
    browser: [...assets.filter((file) => ofBrowserHost.test(file)).map(address), ...workspaceAddresses()],
  }
}

/** The names of assets change with their content; of the rest the content counts. */
function buildId(html: string, bundle: Rolldown.OutputBundle): string {
  const hash = createHash('sha256').update(html).update(assetsIn(bundle).join('\n'))
  hash.update(workspaceAddresses().join('\n'))
  for (const file of [...still, '/mockServiceWorker.js']) hash.update(readFileSync(`public${file}`))
  for (const file of ['main', 'caches', 'files']) hash.update(readFileSync(`src/service-worker/${file}.ts`))
  return hash.digest('hex').slice(0, 16)
}

/** As one classic script: not every browser takes modules as service workers. */
async function bundled(files: BuiltFiles): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { corridorFiles: JSON.stringify(files) },
    build: {
      write: false,
      target: ['chrome120', 'firefox121', 'safari17.4'],
      rolldownOptions: { input: resolve('src/service-worker/main.ts'), output: { format: 'iife' } },
    },
  })
  const [output] = [result].flat()
  if (!output || !('output' in output)) throw new Error('The service worker was not built')
  return output.output[0].code
}
