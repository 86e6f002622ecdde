import type { QueryClient } from '@tanstack/react-query'
import { readSession } from '../contract/workspace.ts'
import { call } from './client.ts'
import { unanswered, useConnection, whenBack } from './connection.ts'
import { makeStale } from './stale.ts'

const first = 1_000
const longest = 30_000

/**
 * While the API does not answer, asks for something small now and then: after 1 s, then half as long again each time,
 * at most 30 s apart, and at once when the network comes back or someone looks at the tab. When it answers, what is on
 * screen is asked anew. `network`: the API is across the network, so the browser's word that there is none counts.
 */
export function watchConnection(client: QueryClient, network: boolean): () => void {
  useConnection.setState({ network })
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = first
  let asking = false

  const ask = async () => {
    clearTimeout(timer)
    if (asking || !useConnection.getState().lost) return
    asking = true
    // The answer, or its absence, tells the connection's state by itself.
    await call(readSession, {}, { signal: AbortSignal.timeout(10_000) }).catch(() => {})
    asking = false
    if (!useConnection.getState().lost) return
    timer = setTimeout(ask, pause * (0.8 + Math.random() * 0.4))
    pause = Math.min(pause * 1.5, longest)
  }
  const atOnce = () => {
    pause = first
    void ask()
  }
  const looked = () => document.visibilityState === 'visible' && atOnce()
  const gone = () => network && unanswered()

  const ends = [
    useConnection.subscribe((now, before) => {
      if (!now.lost || before.lost) return
      pause = first
      clearTimeout(timer)
      timer = setTimeout(ask, pause)
    }),
    whenBack(() => {
      clearTimeout(timer)
      makeStale(client)
    }),
  ]
  addEventListener('online', atOnce)
  addEventListener('focus', atOnce)
  addEventListener('offline', gone)
  document.addEventListener('visibilitychange', looked)
  if (!navigator.onLine) gone()
  return () => {
    clearTimeout(timer)
    for (const end of ends) end()
    removeEventListener('online', atOnce)
    removeEventListener('focus', atOnce)
    removeEventListener('offline', gone)
    document.removeEventListener('visibilitychange', looked)
  }
}
