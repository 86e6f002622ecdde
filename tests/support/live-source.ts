import type { Actor } from '../../src/server/context.ts'
import { actorHeader, type TestApi } from './api.ts'

/** An `EventSource` over an API that is here, as far as the app uses it. Nobody comes back by themselves. */
export function liveSource(api: Pick<TestApi, 'fetch'>, actor: Actor) {
  return (address: string): EventSource => {
    const events = new EventTarget()
    const ending = new AbortController()
    const source = Object.assign(events, {
      CLOSED: 2,
      readyState: 0,
      onerror: null as (() => void) | null,
      close: () => ending.abort(),
    })
    const fail = () => {
      source.readyState = 2
      source.onerror?.()
    }
    const read = async () => {
      const url = new URL(address, 'http://corridor.test')
      const headers = { [actorHeader]: JSON.stringify(actor) }
      const { ok, body } = await api.fetch(new Request(url, { headers }))
      const reader = ok ? body?.pipeThrough(new TextDecoderStream()).getReader() : undefined
      ending.signal.addEventListener('abort', () => void reader?.cancel())
      let rest = ''
      for (;;) {
        const { value, done } = (await reader?.read()) ?? { done: true, value: undefined }
        if (done) return fail()
        const parts = (rest + value).split('\n\n')
        rest = parts.pop() ?? ''
        for (const part of parts) tell(part)
      }
    }
    const tell = (text: string) => {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1]
      const event = field('event')
      if (!event || ending.signal.aborted) return
      events.dispatchEvent(
        new MessageEvent(event, { data: field('data') ?? '', lastEventId: field('id') ?? '' }),
      )
    }
    void read()
    return source as unknown as EventSource
  }
}
