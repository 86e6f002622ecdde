import type { IncomingMessage, ServerOptions, ServerResponse } from 'node:http'
import type { MiddlewareHandler } from 'hono'

const seconds = 1000

/** Bounds of a connection, in milliseconds. How large a body may be is each operation's own (src/server/input.ts). */
export const connectionLimits: ServerOptions = {
  /** Whoever sends headers letter by letter keeps a connection this long, and no longer. */
  headersTimeout: 15 * seconds,
  /** A whole request: a workspace file over a slow line takes minutes. */
  requestTimeout: 900 * seconds,
  /** Longer than proxies keep theirs, so that it is never we who end one just as they send on it. */
  keepAliveTimeout: 75 * seconds,
  connectionsCheckingInterval: 5 * seconds,
  maxHeaderSize: 16 * 1024,
}

/** How long a body that is no file may take to arrive. */
const bodyPatience = 30 * seconds
const slow = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'

/** Ends requests whose JSON arrives drop by drop. */
export const quickBodies =
  (patience = bodyPatience): MiddlewareHandler =>
  async (c, next) => {
    const { incoming, outgoing } = (c.env ?? {}) as { incoming?: IncomingMessage; outgoing?: ServerResponse }
    const isFile = !/json/.test(c.req.header('content-type') ?? 'json')
    if (!incoming || isFile || c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const timer = setTimeout(() => {
      if (incoming.complete || incoming.destroyed) return
      if (!outgoing?.headersSent) incoming.socket.write(slow)
      incoming.socket.destroySoon()
    }, patience)
    const clear = () => clearTimeout(timer)
    incoming.once('end', clear).once('close', clear)
    await next()
  }
