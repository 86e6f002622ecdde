import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { filePolicy, pagePolicy } from './headers.ts'

const isFile = (path: string) => /\.\w{2,12}$/.test(path)

/** The built app in the folder `app`: its files, and its one page at every other address. */
export function pagesOf(app: string): Hono {
  const page = readFileSync(join(app, 'index.html'), 'utf8')
    .replace(/<!--browser-host-->[\s\S]*?<!--\/browser-host-->/, '')
    .replace('name="corridor-host" content="browser"', 'name="corridor-host" content="node"')
  const pages = new Hono()
  pages.use('*', async (c, next) => {
    await next()
    if (c.res.ok && !c.res.headers.has('content-security-policy'))
      c.header('content-security-policy', filePolicy)
  })
  // What has its content in its name is never asked for again; all else is asked for each time, and sent where it has changed.
  pages.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
  })
  const checked = etag()
  pages.use('*', async (c, next) => {
    if (!isFile(c.req.path) || c.req.path.startsWith('/assets/')) return next()
    const answer = await checked(c, next)
    c.header('cache-control', 'no-cache')
    return answer
  })
  pages.get(
    '*',
    serveStatic({
      root: app,
      precompressed: true,
      rewriteRequestPath: (path) => (path === '/' ? '/no-such-file' : path),
    }),
  )
  pages.get('*', (c) => {
    if (/\.\w{2,5}$/.test(c.req.path)) return c.text('Not found', 404)
    const nonce = randomBytes(16).toString('base64')
    c.header('content-security-policy', pagePolicy(nonce))
    c.header('cache-control', 'no-cache')
    return c.html(page.replaceAll('__NONCE__', nonce).replaceAll('<script', `<script nonce="${nonce}"`))
  })
  return pages
}
