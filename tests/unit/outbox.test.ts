import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Problem, ProblemCode } from '../../src/contract/problems.ts'
import { drain, type Outcome } from '../../src/data/outbox/drain.ts'
import type { WaitingWrite } from '../../src/data/outbox/waiting-write.ts'
import { memoryStore, waiting } from './support/outbox.ts'

const problem = (code: ProblemCode, status: number, more: Partial<Problem> = {}): Problem => ({
  type: `urn:corridor:problem:${code}`,
  title: code,
  status,
  code,
  ...more,
})
const refused = (...args: Parameters<typeof problem>): Outcome => ({
  kind: 'refused',
  problem: problem(...args),
})

/** A store with these writes, and an API that answers as told; gives what came to it, in order. */
async function sent(
  writes: WaitingWrite[],
  answer: (write: WaitingWrite, nth: number) => Outcome | Promise<Outcome>,
) {
  const store = memoryStore()
  for (const write of writes) await store.add(write)
  const arrived: WaitingWrite[] = []
  const done: string[] = []
  const run = () =>
    drain(
      store,
      async (write) => {
        arrived.push(write)
        return answer(write, arrived.length)
      },
      ({ id }) => done.push(id),
      () => {},
    )
  return { store, arrived, done, run, held: await run() }
}

const ids = (writes: WaitingWrite[]) => writes.map(({ id }) => id)
const well: Outcome = { kind: 'done', reply: undefined }

describe('what waits for the connection', () => {
  it('is sent in order, once each, and then gone', async () => {
    const writes = [waiting(), waiting(), waiting()]
    const { store, arrived, done, held } = await sent(writes, () => well)
    expect([held, ids(arrived), done, await store.all()]).toEqual([true, ids(writes), ids(writes), []])
  })

  it('stays, in order, from the first that gets no answer', async () => {
    const writes = [waiting(), waiting(), waiting()]
    const { store, arrived, held, run } = await sent(writes, (_, nth) =>
      nth === 2 ? { kind: 'lost' } : well,
    )
    expect([held, ids(arrived), ids(await store.all())]).toEqual([
      false,
      ids(writes.slice(0, 2)),
      ids(writes.slice(1)),
    ])
    expect(await run()).toBe(true)
    // The second was sent twice, under one key: it is for the API to do it once.
    expect(ids(arrived)).toEqual([writes[0], writes[1], writes[1], writes[2]].map((write) => write?.id))
  })

  it('is carried out exactly once and in order, whatever is lost on the way there or back', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.constantFrom('request lost', 'answer lost', 'fine'), { maxLength: 30 }),
        async (count, fates) => {
          const writes = Array.from({ length: count }, () => waiting())
          // As the API does: a key that is known is answered, not carried out.
          const carriedOut: string[] = []
          const api = (write: WaitingWrite): Outcome => {
            const fate = fates.shift() ?? 'fine'
            if (fate === 'request lost') return { kind: 'lost' }
            if (!carriedOut.includes(write.id)) carriedOut.push(write.id)
            return fate === 'answer lost' ? { kind: 'lost' } : { kind: 'done', reply: { id: write.id } }
          }
          const { store, run, done } = await sent(writes, api)
          while ((await store.all()).length > 0) await run()
          expect(carriedOut).toEqual(ids(writes))
          expect(done).toEqual(ids(writes))
        },
      ),
    ))

  it('follows the versions that it makes itself', async () => {
    const writes = [1, 2, 3].map(() => waiting({ target: 'task', version: 7 }))
    const other = waiting({ target: 'another', version: 7 })
    let version = 7
    const { arrived } = await sent([...writes, other], ({ input }) => ({
      kind: 'done',
      reply: { id: input.params?.id, version: input.params?.id === 'task' ? ++version : 8 },
    }))
    expect(arrived.map((write) => write.version)).toEqual([7, 8, 9, 7])
  })

  it('names a record that was created without a connection as the API does', async () => {
    const create = waiting()
    const change = waiting({ target: create.id, version: 1 })
    const about = waiting({ input: { query: { noun: 'tasks', recordId: create.id } } })
    const { arrived } = await sent([create, change, about], () => ({
      kind: 'done',
      reply: { id: 'from-the-api', version: 4 },
    }))
    expect(arrived[1]?.input.params).toEqual({ id: 'from-the-api' })
    expect(arrived[1]?.version).toBe(4)
    expect(arrived[2]?.input.query).toEqual({ noun: 'tasks', recordId: 'from-the-api' })
  })

  it('keeps what is refused, with the reason, and holds back only what is about the same record', async () => {
    const [bad, behind, other] = [
      waiting({ target: 'task', version: 1 }),
      waiting({ target: 'task', version: 1 }),
      waiting(),
    ]
    const { store, arrived, held } = await sent([bad, behind, other], (write) =>
      write.id === bad.id ? refused('record_in_bin', 409) : well,
    )
    expect([held, ids(arrived)]).toEqual([true, [bad.id, other.id]])
    expect((await store.all()).map(({ id, state, problem }) => [id, state, problem?.code])).toEqual([
      [bad.id, 'failed', 'record_in_bin'],
      [behind.id, 'waiting', undefined],
    ])
  })

  it('is tried again where the API itself is unwell, and put before a person after five times', async () => {
    const { store, run, arrived, held } = await sent([waiting()], () => refused('internal', 500))
    expect(held).toBe(false)
    for (let n = 0; n < 5; n++) await run()
    expect([arrived.length, (await store.all())[0]?.state]).toEqual([5, 'failed'])
  })
})

describe('a record that somebody else changed meanwhile', () => {
  const base = { id: 'task', version: 3, title: 'Call Kobe', doneOn: null, due: null }
  const tick = () => waiting({ target: 'task', version: 3, base })
  const stale = (current: unknown) => refused('version_stale', 412, { current })

  it('is a conflict where both changed the same, and keeps what was written', async () => {
    const write = tick()
    const current = { ...base, version: 4, doneOn: '2008-02-01' }
    const { store } = await sent([write], () => stale(current))
    expect(await store.all()).toMatchObject([
      { id: write.id, state: 'conflict', input: write.input, problem: { code: 'version_stale', current } },
    ])
  })

  it('is changed over their version where they left alone what this write changes', async () => {
    const write = tick()
    const current = { ...base, version: 5, title: 'Call Kobe again' }
    const { store, arrived } = await sent([write], (_, nth) => (nth === 1 ? stale(current) : well))
    expect(arrived.map(({ id, version }) => [id, version])).toEqual([
      [write.id, 3],
      [write.id, 5],
    ])
    expect(await store.all()).toEqual([])
  })

  it.each([
    ['what it was is not known', { base: undefined }],
    ['the API shows the field otherwise', { input: { params: { id: 'task' }, body: { assigneeId: 'me' } } }],
  ])('is a conflict where %s', async (_, more) => {
    const { store } = await sent([{ ...tick(), ...more }], () => stale({ ...base, version: 4 }))
    expect((await store.all())[0]?.state).toBe('conflict')
  })
})
