import type { Endpoint } from '../../contract/endpoint.ts'
import type { Context } from '../context.ts'
import type { Db } from '../db/database.ts'
import { type Noted, note } from './acts.ts'
import { askedFor, kindOfRead } from './recorded.ts'

/** Keeps note of what signed-in people see, for a host that keeps an audit. */
export interface Watch {
  /** Called before an answer leaves: what takes data out is on record by then, what is only seen within a second. */
  saw: (ctx: Context, endpoint: Endpoint, asked: { params?: unknown; query?: unknown }) => Promise<void>
  /** Writes what waits. */
  flush: () => Promise<void>
}

/** For how long the same thing seen again by the same person is the same look, in milliseconds. */
const oneLook = 10 * 60_000
/** How long what was seen waits to be written with what else is, in milliseconds. */
const wait = 1000
/** What waits at most while the database can't be written to; beyond, it is only counted. */
const mostWaiting = 20_000

export function auditWatch(db: Db): Watch {
  let waiting: Noted[] = []
  let lost = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> = Promise.resolve()
  const looks = new Map<string, number>()

  /** Whether it is new; what is old is forgotten as it is come across, the oldest first. */
  const isNew = (look: string, now: number) => {
    for (const [key, at] of looks) {
      if (now - at < oneLook) break
      looks.delete(key)
    }
    if (looks.has(look)) return false
    looks.set(look, now)
    return true
  }
  const write = async () => {
    const acts = waiting
    const gone = lost
    waiting = []
    lost = 0
    if (gone > 0)
      acts.push({
        at: acts[0]?.at ?? new Date(0),
        kind: 'audit',
        verb: 'audit.lost',
        detail: { count: gone },
      })
    try {
      await note(db, acts)
    } catch (error) {
      console.error('What was seen could not be recorded yet', error)
      waiting = [...acts, ...waiting]
      lost += Math.max(0, waiting.length - mostWaiting)
      waiting.length = Math.min(waiting.length, mostWaiting)
      begin()
    }
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(() => (waiting.length > 0 || lost > 0 ? write() : undefined))
    return writing
  }
  const begin = () => {
    timer ??= setTimeout(() => void flush(), wait)
  }

  return {
    flush,
    saw: async (ctx, endpoint, { params, query }) => {
      const kind = kindOfRead(endpoint)
      const { userId, id: personId, token } = ctx.actor
      if (!kind || !userId) return
      const [noun] = endpoint.id.split('.')
      const recordId = (params as { id?: string; run?: string } | undefined)?.id ?? null
      const asked = askedFor(query)
      const detail = token ? { ...asked, token: token.id } : asked
      const act: Noted = { at: ctx.now, kind, verb: endpoint.id, userId, personId, noun, recordId, detail }
      if (kind === 'export') return note(db, [act])
      if (!isNew(JSON.stringify([userId, endpoint.id, recordId, detail]), ctx.now.getTime())) return
      if (waiting.length < mostWaiting) waiting.push(act)
      else lost++
      begin()
    },
  }
}
