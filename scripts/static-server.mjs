import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve, sep } from 'node:path'

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}

/** Everything comes from here; WebAssembly is the database's, style elements are the component library's. */
const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** @type {[string, string][]} */
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
]

/**
 * Serves a built app from a folder: its index page for every address that is none of its files, files
 * compressed ahead of time where the browser takes them so, and for ever what has its content in its name.
 * There is no API here: the browser host answers `/api` before it gets to the network.
 * @param {string} root
 * @returns {import('node:http').Server} not yet listening
 */
export function staticServer(root) {
  const base = resolve(root)
  return createServer((request, response) => {
    const found = request.method === 'GET' || request.method === 'HEAD' ? find(base, request) : null
    if (!found) {
      const status = request.method === 'GET' || request.method === 'HEAD' ? 404 : 405
      response
        .writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' })
        .end(`${status}\n`)
      return
    }
    const { file, type, encoding, size, etag } = found
    const headers = {
      'content-type': type,
      'cache-control': isForEver(request.url ?? '') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'content-security-policy': policy,
      vary: 'accept-encoding',
      etag,
      ...(encoding ? { 'content-encoding': encoding } : {}),
    }
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end()
    response.writeHead(200, { ...headers, 'content-length': size })
    if (request.method === 'HEAD') return void response.end()
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response)
  })
}

/**
 * @param {string} base
 * @param {import('node:http').IncomingMessage} request
 */
function find(base, request) {
  let path
  try {
    path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
  } catch {
    return null
  }
  const wanted = normalize(join(base, path))
  const inside = wanted.startsWith(base + sep) && !path.includes('\0')
  const page = join(base, 'index.html')
  const isApi = path === '/api' || path.startsWith('/api/')
  const isPage = !isApi && !/\.[a-z0-9]+$/i.test(path)
  const plain = inside && isFile(wanted) ? wanted : isPage ? page : null
  if (!plain) return null
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const [encoding, suffix] = encodings.find(
    ([name, end]) => accepted.includes(name) && isFile(plain + end),
  ) ?? ['', '']
  const file = plain + suffix
  if (!isFile(file)) return null
  const { size, mtimeMs } = statSync(file)
  const type = types[extname(plain)] ?? 'application/octet-stream'
  return {
    file,
    type,
    encoding,
    size,
    etag: `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}${suffix}"`,
  }
}

/** @param {string} url */
const isForEver = (url) => url.startsWith('/assets/') || /^\/workspace\/.*\?v=/.test(url)

/** @param {string} path */
const isFile = (path) => existsSync(path) && statSync(path).isFile()
