import { randomUUID } from 'node:crypto'
import type { Actor } from '../../src/server/context.ts'
import { actorHeader, type TestApi } from './api.ts'

interface Received<T> {
  event: string
  id: string | null
  data: T
}

/** Listens to the live stream of an API. Ends the test's wait where the stream ends first. */
export async function listen(
  api: Pick<TestApi, 'fetch'>,
  options: { actor?: Actor; tab?: string; since?: number; lastEventId?: string },
) {
  const url = new URL('http://corridor.test/api/live')
  url.searchParams.set('tab', options.tab ?? randomUUID())
  if (options.since !== undefined) url.searchParams.set('since', String(options.since))
  const headers = new Headers()
  if (options.actor) headers.set(actorHeader, JSON.stringify(options.actor))
  if (options.lastEventId) headers.set('last-event-id', options.lastEventId)
  const response = await api.fetch(new Request(url, { headers }))
  if (!response.ok || !response.body) throw new Error(`${response.status}: ${await response.text()}`)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const events: Received<unknown>[] = []
  let wake = () => {}
  let over = false
  const stream = {
    received: '',
    ended: Promise.resolve(),
    /** The next event of this kind, those of others passed over. */
    async nextEvent<T>(event: string): Promise<Received<T>> {
      for (;;) {
        const at = events.findIndex((one) => one.event === event)
        if (at >= 0) return events.splice(0, at + 1).at(-1) as Received<T>
        if (over) throw new Error(`The stream ended before "${event}": ${stream.received}`)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    next: async <T>(event: string): Promise<T> => (await stream.nextEvent<T>(event)).data,
    async untilEvent<T>(event: string, is: (data: T) => boolean): Promise<Received<T>> {
      for (;;) {
        const received = await stream.nextEvent<T>(event)
        if (is(received.data)) return received
      }
    },
    until: async <T>(event: string, is: (data: T) => boolean): Promise<T> =>
      (await stream.untilEvent(event, is)).data,
    leave: () => reader.cancel(),
  }
  stream.ended = (async () => {
    let rest = ''
    for (;;) {
      const { value, done } = await reader.read()
      if (done) break
      stream.received += value
      rest += value
      const parts = rest.split('\n\n')
      rest = parts.pop() ?? ''
      events.push(...parts.flatMap(eventIn))
      wake()
    }
    over = true
    wake()
  })()
  return stream
}

function eventIn(text: string): Received<unknown>[] {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1] ?? null
  const event = field('event')
  return event ? [{ event, id: field('id'), data: JSON.parse(field('data') ?? 'null') }] : []
}
