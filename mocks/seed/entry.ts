import type * as z from 'zod'
import { citeSource, createSource, createStatement } from '../../src/contract/dossier.ts'
import type { RecordNoun } from '../../src/contract/primitives.ts'
import type { Call } from './call.ts'
import type { Fact } from './facts.ts'
import { type SourceKey, sources } from './sources.ts'

/** What has been entered so far, by the keys that the facts use. */
export interface Entered {
  call: Call
  /** The id of the record with this key; throws where it has not been entered yet. */
  id(noun: RecordNoun, key: string): string
  /** The id of a source. */
  source(key: SourceKey): string
  /** Remembers a record and enters where it comes from and what its sources say about it. */
  add(noun: RecordNoun, key: string, id: string, fact: Pick<Fact<unknown>, 'from' | 'says'>): Promise<void>
}

/** Enters the sources and keeps account of what follows. */
export async function begin(call: Call): Promise<Entered> {
  const sourceIds = new Map<string, string>()
  for (const [key, body] of Object.entries(sources)) {
    sourceIds.set(key, (await call(createSource, { body: body as z.input<typeof createSource.body> })).id)
  }
  const ids = new Map<string, string>()
  const found = (held: Map<string, string>, key: string) => {
    const id = held.get(key)
    if (!id) throw new Error(`“${key}” has not been entered`)
    return id
  }
  return {
    call,
    id: (noun, key) => found(ids, `${noun}/${key}`),
    source: (key) => found(sourceIds, key),
    add: async (noun, key, recordId, { from = [], says = [] }) => {
      if (ids.has(`${noun}/${key}`)) throw new Error(`“${key}” has been entered already`)
      ids.set(`${noun}/${key}`, recordId)
      const cited = new Set<SourceKey>([...from, ...says.map(([source]) => source)])
      if (cited.size === 0) throw new Error(`“${key}” names no source`)
      for (const source of cited) {
        await call(citeSource, { params: { id: found(sourceIds, source) }, body: { noun, recordId } })
      }
      for (const [source, topic, body, at] of says) {
        const sourceId = found(sourceIds, source)
        await call(createStatement, { body: { noun, recordId, topic, body, at, sourceId } })
      }
    },
  }
}
