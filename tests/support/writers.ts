import { randomUUID } from 'node:crypto'

/** Several clients that write at the same time, each as the app's outbox does: again with the same key until it is answered. */
export interface Writers {
  /** What was acknowledged: people who were added, by the name that only they have. */
  readonly added: Map<string, string>
  /** How often a change to each of the shared records was acknowledged. */
  readonly changed: Map<string, number>
  /** Acknowledged so far. */
  readonly count: number
  /** How often an answer did not come, or was that it can't be done just now. */
  readonly repeats: number
  /** Why it could not be done just now, where there was an answer: codes of problems. */
  readonly refusals: Set<string>
  /** Answers that nothing explains. */
  readonly strange: string[]
  /** Resolves once so many more are acknowledged. */
  more(writes: number): Promise<void>
  /** Resolves once so many more had to be repeated. */
  moreRepeats(times: number): Promise<void>
  /** Ends each client with the answer to its last write. */
  stop(): Promise<void>
}

interface Options {
  clients: number
  /** How many records all of them change; each third write is such a change. */
  shared: number
}

interface Versioned {
  id: string
  version: number
}

/** Before a write that was not answered is sent again, in milliseconds. */
const pause = 50
/** As long as the app waits for an answer, in milliseconds. */
const patience = 30_000

/** Starts them. Each takes the origins (of nodes over one database) in turn, write by write. */
export async function startWriters(
  origins: readonly string[],
  { clients, shared }: Options = { clients: 8, shared: 3 },
): Promise<Writers> {
  const added = new Map<string, string>()
  const changed = new Map<string, number>()
  const refusals = new Set<string>()
  const strange: string[] = []
  const waiting = new Set<() => void>()
  let count = 0
  let repeats = 0
  let stopped = false
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!holds()) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  const tell = () => {
    for (const look of waiting) look()
  }

  /** Sends until there is an answer; gives it. Every further try goes to the next node. */
  const send = async (turn: number, path: string, init: RequestInit): Promise<Response> => {
    for (let attempt = 0; ; attempt++) {
      const origin = origins[(turn + attempt) % origins.length]
      try {
        const signal = AbortSignal.timeout(patience)
        const response = await fetch(`${origin}/api${path}`, { ...init, signal })
        const text = await response.text()
        // A full disk is put before a person in the app, who sends it again; the other two it sends again by itself.
        if (![503, 504, 507].includes(response.status)) return new Response(text || null, response)
        refusals.add((JSON.parse(text) as { code: string }).code)
      } catch {
        // No answer: it may have been done.
      }
      repeats++
      tell()
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  const headers = (version?: number) => ({
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    ...(version ? { 'if-match': `"${version}"` } : {}),
  })
  const refused = async (what: string, response: Response) => {
    strange.push(`${what}: ${response.status} ${await response.text()}`)
  }
  const add = async (turn: number, familyName: string) => {
    const init = { method: 'POST', headers: headers(), body: JSON.stringify({ familyName }) }
    const response = await send(turn, '/people', init)
    if (response.status !== 201) return refused(familyName, response)
    added.set(familyName, ((await response.json()) as Versioned).id)
    count++
  }
  /** Changes it over whichever version there is, as many others as may do so meanwhile. */
  const change = async (turn: number, id: string, phone: string) => {
    let { version } = (await (await send(turn, `/people/${id}`, {})).json()) as Versioned
    for (;;) {
      const init = { method: 'PATCH', headers: headers(version), body: JSON.stringify({ phone }) }
      const response = await send(turn, `/people/${id}`, init)
      if (response.status === 412) {
        version = ((await response.json()) as { current: Versioned }).current.version
        continue
      }
      if (!response.ok) return refused(phone, response)
      changed.set(id, (changed.get(id) ?? 0) + 1)
      count++
      return
    }
  }

  for (let n = 0; n < shared; n++) await add(n, `Shared ${n}`)
  const records = [...added.values()]
  const client = async (number: number) => {
    for (let n = 0; !stopped; n++) {
      const record = records[n % records.length]
      if (n % 3 === 2 && record) await change(number + n, record, `${number}-${n}`)
      else await add(number + n, `Client ${number}, ${n}`)
      tell()
    }
  }
  const ended = Promise.all(Array.from({ length: clients }, (_, number) => client(number)))

  return {
    added,
    changed,
    refusals,
    strange,
    get count() {
      return count
    },
    get repeats() {
      return repeats
    },
    more: (writes) => {
      const goal = count + writes
      return until(() => count >= goal)
    },
    moreRepeats: (times) => {
      const goal = repeats + times
      return until(() => repeats >= goal)
    },
    stop: async () => {
      stopped = true
      await ended
    },
  }
}

interface Found {
  /** Names of the people who are there, in order. */
  names: string[]
  /** Changes to each record besides its being added. */
  changes: Map<string, number>
  /** Entries of the history. */
  history: number
}

/** What the writers should have left: each acknowledged write once, and nothing else. */
export const acknowledged = ({ added, changed, count }: Writers): Found => ({
  names: [...added.keys()].sort(),
  changes: new Map([...added].map(([name, id]) => [name, changed.get(id) ?? 0])),
  history: count,
})

/** What there is. */
export async function found(origin: string): Promise<Found> {
  const people = await all<{ name: string; version: number }>(origin, '/people?limit=100')
  const history = await all<unknown>(origin, '/history?limit=100')
  return {
    names: people.map(({ name }) => name).sort(),
    changes: new Map(people.map(({ name, version }) => [name, version - 1])),
    history: history.length,
  }
}

async function all<Item>(origin: string, path: string): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const more = cursor && `&cursor=${encodeURIComponent(cursor)}`
    const response = await fetch(`${origin}/api${path}${more}`)
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    const page = (await response.json()) as { items: Item[]; next: string | null }
    items.push(...page.items)
    cursor = page.next
  }
  return items
}
