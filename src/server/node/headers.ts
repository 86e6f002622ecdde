import type { MiddlewareHandler } from 'hono'

/** Features of the browser that no page of ours uses. */
const unused = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]

/** A year, in seconds. */
const year = 31_536_000

/** What every answer of the host says to browsers; `url` is where people reach it. */
export function guardingHeaders(url: string): MiddlewareHandler {
  const always: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': unused.map((feature) => `${feature}=()`).join(', '),
    ...(url.startsWith('https:') ? { 'strict-transport-security': `max-age=${year}` } : {}),
  }
  return async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(always)) c.res.headers.set(name, value)
    // What is no page of ours shows nothing, loads nothing and is framed by nobody.
    if (!c.res.headers.has('content-security-policy'))
      c.res.headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
  }
}

/** What a page of the app may load: its own files, and scripts and styles that carry this answer's word. */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')

/**
 * What a file of the app may do that runs by itself: the service worker and workers are held to the policy that they
 * came with, not to that of their page. They fetch from this host, and the schedule's engine is WebAssembly.
 */
export const filePolicy: string = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
