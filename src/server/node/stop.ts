import type { Server } from 'node:http'
import type { MiddlewareHandler } from 'hono'

/**
 * Makes answers end that would otherwise go on for ever, once the host is told to stop; and no connection is kept for more
 * requests then.
 */
export const endedBy =
  (stopping: AbortSignal): MiddlewareHandler =>
  async (c, next) => {
    await next()
    const { body } = c.res
    if (body && /^text\/event-stream/.test(c.res.headers.get('content-type') ?? ''))
      c.res = new Response(until(stopping, body), c.res)
    if (stopping.aborted) c.res.headers.set('connection', 'close')
  }

/** In milliseconds. */
const farewell = 100

function until(stopping: AbortSignal, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  let ended = false
  let end = () => {}
  // What is said as a farewell goes first.
  const soon = () => setTimeout(() => end(), farewell)
  return new ReadableStream({
    start(controller) {
      end = () => {
        ended = true
        stopping.removeEventListener('abort', soon)
        reader.cancel().catch(() => {})
        try {
          controller.close()
        } catch {
          // It had ended by itself.
        }
      }
      stopping.addEventListener('abort', soon)
      if (stopping.aborted) soon()
    },
    async pull(controller) {
      const { done, value } = await reader.read()
      if (done) end()
      else if (!ended) controller.enqueue(value)
    },
    cancel: () => end(),
  })
}

interface Parts {
  server: Server
  stopping: AbortController
  /** How long requests under way may go on. */
  seconds: number
  /** Called as soon as it is told to. */
  beginning: () => void
  /** Lets go of the database. */
  close: () => Promise<void>
  tell: (words: string) => void
}

/** How long the database may take to be let go of, and how often connections that have become idle are looked for, in ms. */
const closing = 3000
const looking = 100

/**
 * On SIGTERM or SIGINT: takes no more connections, ends event streams, lets running requests finish, lets go of the database and
 * ends the process.
 */
export function stopOnSignals({ server, stopping, seconds, beginning, close, tell }: Parts): void {
  const stop = () => {
    // A terminal and the parent process may both send the signal.
    if (stopping.signal.aborted) return
    beginning()
    stopping.abort()
    const idle = setInterval(() => server.closeIdleConnections(), looking)
    const late = setTimeout(() => {
      tell(`Some requests took longer than ${seconds} s and were cut off.`)
      server.closeAllConnections()
    }, seconds * 1000)
    server.close(async () => {
      clearInterval(idle)
      clearTimeout(late)
      setTimeout(() => process.exit(1), closing)
      await close().catch(() => {})
      process.exit(0)
    })
    server.closeIdleConnections()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
