import {
  type DehydratedState,
  hydrate,
  type InfiniteData,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query'
import { create } from 'zustand'
import type { CallInput, Endpoint } from '../../contract/endpoint.ts'
import { whenBack } from '../connection.ts'
import { lists, reads } from '../options.ts'
import { answersOf } from '../persisted-cache.ts'
import { resultOf, transaction } from './database.ts'
import { endpoints } from './endpoints.ts'
import { noteKept } from './kept-flag.ts'

/** One answer that is kept, in IndexedDB by the hash of its key. */
interface KeptAnswer {
  hash: string
  key: QueryKey
  /** Who wants it kept. */
  names: string[]
  /** The build that wrote it: another's contract may differ. */
  build: string
  /** As react-query dehydrates it; null until it has been had. */
  query: DehydratedState['queries'][number] | null
}

/** What is kept of one name: `at` is when the oldest of it came, in milliseconds since 1970. */
export interface KeptSet {
  total: number
  done: number
  at: number | null
}

export const useKeptSets = create<Record<string, KeptSet>>()(() => ({}))

const kept = new Map<string, KeptAnswer>()
const fresh = 5 * 60_000
const forEver = Number.POSITIVE_INFINITY
let build = ''
let started: QueryClient | undefined
let saving: ReturnType<typeof setTimeout> | undefined

function tell(): void {
  const sets: Record<string, KeptSet> = {}
  for (const { names, query } of kept.values()) {
    for (const name of names) {
      const set = sets[name] ?? { total: 0, done: 0, at: null }
      const at = query?.state.dataUpdatedAt ?? null
      sets[name] = {
        total: set.total + 1,
        done: set.done + (query ? 1 : 0),
        at: at === null ? set.at : Math.min(at, set.at ?? at),
      }
    }
  }
  useKeptSets.setState(sets, true)
  noteKept(kept.size)
}

/**
 * Puts back what was kept on an earlier visit, and keeps it up to date from now on. An answer of another build is put
 * back only where it fits this one's contract.
 */
export async function startKeeping(client: QueryClient, ofBuild: string): Promise<void> {
  if (started === client) return
  started = client
  build = ofBuild
  const found = await transaction(['answers'], 'readonly', (store) =>
    resultOf<KeptAnswer[]>(store('answers').getAll()),
  )
  for (const answer of found) kept.set(answer.hash, await fitting(answer))
  for (const { query, key } of kept.values()) {
    client.setQueryDefaults(key, { gcTime: forEver })
    if (query) hydrate(client, { mutations: [], queries: [query] })
  }
  tell()
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || !kept.has(query.queryHash)) return
    saving ??= setTimeout(() => void save(client), 500)
  })
  addEventListener('pagehide', () => saving && void save(client))
  whenBack(() => void refresh(client))
  void refresh(client)
}

/** The answer, emptied where this build would not understand it. */
async function fitting(answer: KeptAnswer): Promise<KeptAnswer> {
  if (answer.build === build || !answer.query) return answer
  const [, id, , kind] = answer.key as [string, string, object?, string?]
  const schema = (await endpoints()).get(id)?.reply
  const data = answer.query.state.data
  const parts = kind === 'pages' ? (data as InfiniteData<unknown>).pages : [data]
  const fits =
    typeof schema === 'object' && schema !== null && parts.every((part) => schema.safeParse(part).success)
  return fits ? answer : { ...answer, query: null }
}

/** Notes what has come of that which is kept. */
async function save(client: QueryClient): Promise<void> {
  clearTimeout(saving)
  saving = undefined
  const { queries } = answersOf(client, (_, hash) => kept.has(hash))
  const changed = queries.flatMap((query) => {
    const answer = kept.get(query.queryHash)
    const same = answer?.query?.state.dataUpdatedAt === query.state.dataUpdatedAt
    return answer && !same ? [{ ...answer, build, query: { ...query, promise: undefined } }] : []
  })
  if (changed.length === 0) return
  for (const answer of changed) kept.set(answer.hash, answer)
  tell()
  await write(changed)
}

const write = (answers: KeptAnswer[]): Promise<void> =>
  transaction(['answers'], 'readwrite', async (store) => {
    for (const answer of answers) store('answers').put(answer)
  })

/** Asks anew for what has been kept for longer than five minutes. Never rejects. */
async function refresh(client: QueryClient): Promise<void> {
  await Promise.all([...kept.values()].map(({ key }) => load(client, key, fresh).catch(() => {})))
}

/** Loads one answer, of a list all pages, unless it is as new as that. */
async function load(client: QueryClient, key: QueryKey, staleTime: number): Promise<void> {
  const [, id, input = {}, kind] = key as [string, string, CallInput<Endpoint>?, string?]
  const endpoint = (await endpoints()).get(id)
  if (!endpoint) throw new Error(`There is no operation ${id}`)
  if (kind === 'pages') {
    const options = lists(endpoint as Endpoint & { reply: NonNullable<Endpoint['reply']> })(input.query)
    await client.fetchInfiniteQuery({
      ...options,
      queryKey: key as typeof options.queryKey,
      pages: 200,
      staleTime,
    })
  } else {
    const options = reads(endpoint)(input)
    await client.fetchQuery({ ...options, queryKey: key as typeof options.queryKey, staleTime })
  }
}

/**
 * Loads these reads and keeps their answers in this browser under a name, until they are released: they open without a
 * connection, also after a reload, and are brought up to date whenever there is one. Give the options that the screens
 * use; another input is another answer. What can't be had now is loaded when it can. Gives what is there.
 */
export async function keepForOffline(
  client: QueryClient,
  name: string,
  queries: readonly { queryKey: QueryKey }[],
): Promise<KeptSet> {
  await startKeeping(client, build)
  const cache = client.getQueryCache()
  const wanted = queries.map(({ queryKey: key }): KeptAnswer => {
    const { queryHash: hash } = cache.build(client, { queryKey: key })
    client.setQueryDefaults(key, { gcTime: forEver })
    const known = kept.get(hash)
    return { query: null, build, ...known, hash, key, names: [...new Set([...(known?.names ?? []), name])] }
  })
  for (const answer of wanted) kept.set(answer.hash, answer)
  tell()
  await write(wanted)
  await Promise.all(wanted.map(({ key }) => load(client, key, 0).catch(() => {})))
  await save(client)
  return useKeptSets.getState()[name] ?? { total: 0, done: 0, at: null }
}

/** Lets go of what was kept under a name, unless it is kept under another too. */
export async function releaseKept(client: QueryClient, name: string): Promise<void> {
  const theirs = [...kept.values()].filter(({ names }) => names.includes(name))
  const left = theirs.map((answer) => ({ ...answer, names: answer.names.filter((other) => other !== name) }))
  for (const answer of left) {
    if (answer.names.length > 0) kept.set(answer.hash, answer)
    else {
      kept.delete(answer.hash)
      client.setQueryDefaults(answer.key, {})
    }
  }
  tell()
  await transaction(['answers'], 'readwrite', async (store) => {
    for (const answer of left) {
      if (answer.names.length > 0) store('answers').put(answer)
      else store('answers').delete(answer.hash)
    }
  })
}
