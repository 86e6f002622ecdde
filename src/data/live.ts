import type { QueryClient } from '@tanstack/react-query'
import { type LiveChanges, type LiveHello, type LivePresent, liveStream } from '../contract/live.ts'
import { addressOf } from './client.ts'
import { freshness } from './freshness.ts'
import { useSignInNeeded } from './sign-in-needed.ts'
import { startAnew } from './stale.ts'
import { tab } from './tab.ts'
import { visitorsChanged } from './visitors.ts'

/** A window that nobody sees stops listening after this time, in milliseconds: browsers open few connections to one host. */
const hiddenFor = 30_000
const firstPause = 2_000
const longestPause = 60_000

/**
 * Hears from a Node host what others write, for as long as somebody looks at the window. A stream that is lost is opened again
 * after a pause, ever longer and never quite the same; what happened meanwhile is made up for. Gives what ends it.
 */
export function listenLive(
  client: QueryClient,
  open = (address: string) => new EventSource(address),
): () => void {
  const fresh = freshness(client)
  let source: EventSource | null = null
  let again: ReturnType<typeof setTimeout> | undefined
  let hiding: ReturnType<typeof setTimeout> | undefined
  let pause = firstPause
  /** The position up to which all is known; before the first, what is shown is as old as the page. */
  let since: number | undefined
  let shownFrom = 0

  const close = () => {
    clearTimeout(again)
    source?.close()
    source = null
  }
  const connect = () => {
    close()
    if (document.visibilityState === 'hidden' || useSignInNeeded.getState().needed) return
    const age = Math.ceil((performance.now() - shownFrom) / 1000)
    const query = since === undefined ? { tab, age } : { tab, since }
    const opened = open(addressOf(liveStream, { query }))
    source = opened
    const on = <T>(event: string, run: (data: T) => void) =>
      opened.addEventListener(event, ({ data, lastEventId }: MessageEvent<string>) => {
        if (lastEventId) since = Number(lastEventId)
        run(JSON.parse(data) as T)
      })
    on<LiveHello>('hello', ({ missed, pace: turn }) => {
      pause = firstPause
      if (missed) fresh.all(turn)
    })
    on<LiveChanges>('changes', fresh.changes)
    on<LivePresent>('present', visitorsChanged)
    on('replaced', () => {
      since = undefined
      shownFrom = performance.now()
      void startAnew(client)
    })
    opened.onerror = () => {
      // The browser comes back by itself where the stream has broken off, and gives up where it was refused.
      if (source !== opened || opened.readyState !== opened.CLOSED) return
      close()
      again = setTimeout(connect, pause * (0.5 + Math.random()))
      pause = Math.min(pause * 2, longestPause)
    }
  }
  const atOnce = () => {
    if (source && source.readyState !== source.CLOSED) return
    pause = firstPause
    connect()
  }
  const seen = () => {
    clearTimeout(hiding)
    if (document.visibilityState === 'visible') atOnce()
    else hiding = setTimeout(close, hiddenFor)
  }
  const signedIn = useSignInNeeded.subscribe((now, before) => before.needed && !now.needed && atOnce())
  document.addEventListener('visibilitychange', seen)
  addEventListener('online', atOnce)
  connect()
  return () => {
    close()
    fresh.stop()
    clearTimeout(hiding)
    signedIn()
    document.removeEventListener('visibilitychange', seen)
    removeEventListener('online', atOnce)
  }
}
