import type { QueryClient } from '@tanstack/react-query'
import { makeStale, replacesWorkspace, startAnew } from './stale.ts'

/** Tabs of one origin meet here, in both hosts. */
const channelName = 'corridor:writes'
/** However many writes another tab makes, this one asks anew at most once in this time, in milliseconds. */
const atMostEvery = 300

interface Written {
  endpoint: string
}

const channels = new WeakMap<QueryClient, BroadcastChannel>()

/**
 * Keeps this tab's answers up to date with what other tabs of the browser write. Gives what ends it. A browser without
 * BroadcastChannel asks anew when the tab gets the focus, as all do.
 */
export function listenToOtherTabs(client: QueryClient): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => {}
  const channel = new BroadcastChannel(channelName)
  let again = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const bringUpToDate = () => {
    again = false
    makeStale(client)
    timer = setTimeout(() => {
      timer = undefined
      if (again) bringUpToDate()
    }, atMostEvery)
  }
  channel.onmessage = ({ data }: MessageEvent<Written>) => {
    if (replacesWorkspace(data.endpoint)) void startAnew(client)
    else if (timer === undefined) bringUpToDate()
    else again = true
  }
  channels.set(client, channel)
  return () => {
    clearTimeout(timer)
    channels.delete(client)
    channel.close()
  }
}

/** Tells the browser's other tabs of a write that was acknowledged. They hear that it was, not what was written. */
export function tellOtherTabs(client: QueryClient, endpoint: string): void {
  channels.get(client)?.postMessage({ endpoint } satisfies Written)
}
