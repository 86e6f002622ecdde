import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { problemOf, type TestApi, viewer } from './api.ts'

type Operation = 'list' | 'read' | 'create' | 'update' | 'remove' | 'restore'

/** What every record's reply has. */
interface Held {
  id: string
  version: number
  deletedAt: string | null
}

interface Suite<T extends Held> {
  api: () => TestApi
  records: Record<Operation, Endpoint>
  /** The body that adds a record of this name, with nothing else that could collide. */
  body: (name: string) => Record<string, unknown>
  /** The field that holds the name. */
  field: keyof T & string
  /** The characters that a name may have at most. */
  longest: number
}

/** Texts that have broken other systems. */
const hostile: Record<string, string> = {
  'a script': `<script>alert('x')</script><img src=x onerror=alert(1)>`,
  SQL: `Robert'); drop table organisations; -- %_\\ $1 $$`,
  emoji: '👩🏽‍🔬🧬 Santé ❤️',
  'other scripts': 'バイオクラスター関西 مركز Ωμέγα Żółć ﷽',
  'letters of width': 'ＬＹＯＮ ｶﾝｻｲ ﬁ Ǆ',
  'marks without end': `Z${'\u0301'.repeat(100)}a`,
  'direction overrides': '\u202egnirts\u2066',
  'a template': '{{7*7}} #{7*7} <%= 7 %> %s %n',
  JSON: '{"$gt": ""}, null, [], __proto__',
}
const refused: Record<string, string> = {
  NUL: 'a\u0000b',
  'a control character': 'a\u0007b',
  'half a character': 'a\ud800b',
  'the other half': '\udc00',
  nothing: '',
  blanks: ' \t\n ',
}

/** What every noun with a page of its own must prove, by the six operations that they share. */
export function describeRecords<T extends Held>({ api, records, body, field, longest }: Suite<T>): void {
  const { list, read, create, update, remove, restore } = records
  const named = (name = `Made ${randomUUID()}`) => body(name)
  const call = async <R>(endpoint: Endpoint, input: object, version?: number) =>
    (await api().call(endpoint, input as never, version === undefined ? {} : { version })) as unknown as R
  const add = (name?: string) => call<T>(create, { body: named(name) })
  const shown = (record: T) => record[field] as string
  const problem = async (answer: Promise<Response>) => problemOf(await answer)
  const idsOf = async (q: string) =>
    (await call<{ items: Held[] }>(list, { query: { q, limit: 200 } })).items.map(({ id }) => id)

  describe('who may', () => {
    it.each(Object.values(records).map((endpoint) => [endpoint.id, endpoint] as const))(
      '%s: nobody unknown, and viewers only look',
      async (_, endpoint) => {
        const { id } = await add()
        const input = { params: { id }, body: endpoint.body ? named() : undefined }
        expect(await problem(api().send(endpoint, input, { actor: null, version: 1 }))).toMatchObject({
          status: 401,
          code: 'not_signed_in',
        })
        const looking = await api().send(endpoint, input, { actor: viewer, version: 1 })
        if (endpoint.access === 'read') expect(looking.status).toBe(200)
        else expect(await problemOf(looking)).toMatchObject({ status: 403, code: 'not_allowed' })
      },
    )
  })

  describe('what does not fit', () => {
    it.each([read, update, remove, restore].map((endpoint) => [endpoint.id, endpoint] as const))(
      '%s: 404 where there is none, 422 where that is no id',
      async (_, endpoint) => {
        const input = (id: string) => ({ params: { id }, body: endpoint.body ? {} : undefined })
        expect(await problem(api().send(endpoint, input(randomUUID()), { version: 1 }))).toMatchObject({
          status: 404,
          code: 'not_found',
        })
        expect(await problem(api().send(endpoint, input('1 or 1=1'), { version: 1 }))).toMatchObject({
          status: 422,
          errors: [{ path: 'id' }],
        })
      },
    )

    it.each([update, remove].map((endpoint) => [endpoint.id, endpoint] as const))(
      '%s: 428 without a version, 412 with the record as it stands',
      async (_, endpoint) => {
        const { id, version } = await add()
        const input = { params: { id }, body: endpoint.body ? named() : undefined }
        expect(await problem(api().send(endpoint, input))).toMatchObject({
          status: 428,
          code: 'version_required',
        })
        const newer = await call<T>(update, { params: { id }, body: named() }, version)
        expect(await problem(api().send(endpoint, input, { version }))).toMatchObject({
          status: 412,
          code: 'version_stale',
          current: newer,
        })
        expect(await call(read, { params: { id } })).toEqual(newer)
      },
    )

    it('names the field that is missing or of another type', async () => {
      expect(await problem(api().send(create, { body: { ...named(), [field]: undefined } }))).toMatchObject({
        status: 422,
        code: 'invalid',
        errors: [{ path: field }],
      })
      const wrong = await problem(api().send(create, { body: { ...named(), [field]: { $ne: null } } }))
      expect(wrong).toMatchObject({ status: 422, errors: [{ path: field }] })
      for (const nonsense of [null, [], 'text', 7])
        expect(await problem(api().send(create, { body: nonsense }))).toMatchObject({ status: 422 })
    })

    it('takes JSON of a bounded size only, and the methods it has', async () => {
      const at = `http://corridor.test/api${create.path}`
      const post = (text: string, type = 'application/json') =>
        problem(
          api().fetch(new Request(at, { method: 'POST', headers: { 'content-type': type }, body: text })),
        )
      expect(await post('{"name":')).toMatchObject({ status: 400, code: 'malformed_request' })
      expect(await post('name=a', 'application/x-www-form-urlencoded')).toMatchObject({ status: 415 })
      expect(await post(`{"${field}":"${'x'.repeat(2_200_000)}"}`)).toMatchObject({ status: 413 })
      expect(await problem(api().fetch(new Request(at, { method: 'PUT' })))).toMatchObject({ status: 405 })
    })
  })

  describe('a request sent again', () => {
    it('adds once, and answers the same', async () => {
      const key = randomUUID()
      const input = { body: named(`Resent ${key.slice(0, 8)}`) }
      const [first, again] = [
        await api().send(create, input, { key }),
        await api().send(create, input, { key }),
      ]
      expect([first.status, again.status]).toEqual([201, 201])
      expect(again.headers.get('idempotent-replay')).toBe('true')
      const made = (await first.json()) as T
      expect(await again.json()).toEqual(made)
      expect(await idsOf(key.slice(0, 8))).toEqual([made.id])
      expect(await problem(api().send(create, { body: named() }, { key }))).toMatchObject({
        status: 409,
        code: 'idempotency_key_reused',
      })
    })

    it('changes and removes once', async () => {
      const { id, version } = await add()
      const change = { params: { id }, body: named() }
      const key = randomUUID()
      const changed = (await (await api().send(update, change, { version, key })).json()) as T
      const again = (await (await api().send(update, change, { version, key })).json()) as T
      expect(again).toEqual(changed)
      expect(await call(read, { params: { id } })).toEqual(changed)
      const gone = { version: changed.version, key: randomUUID() }
      const removed = await (await api().send(remove, { params: { id } }, gone)).json()
      expect(await (await api().send(remove, { params: { id } }, gone)).json()).toEqual(removed)
    })
  })

  describe('the bin', () => {
    it('takes a record out of lists and gives it back', async () => {
      const word = `binned${randomUUID().slice(0, 8)}`
      const made = await add(word)
      const { id } = made
      const params = { id }
      const binned = await call<T>(remove, { params }, made.version)
      expect(binned).toMatchObject({ id, deletedAt: expect.any(String), version: made.version + 1 })
      expect(await idsOf(word)).toEqual([])
      expect(await call(read, { params })).toEqual(binned)
      for (const endpoint of [update, remove]) {
        const input = { params, body: endpoint.body ? {} : undefined }
        expect(await problem(api().send(endpoint, input, { version: binned.version }))).toMatchObject({
          status: 409,
          code: 'record_in_bin',
        })
      }
      const back = await call<T>(restore, { params })
      expect(back).toMatchObject({ id, deletedAt: null, [field]: shown(made) })
      expect(await idsOf(word)).toEqual([id])
      expect(await call(restore, { params })).toEqual(back)
    })
  })

  describe('any text', () => {
    it.each(Object.entries(hostile))('%s comes back to the letter, and is searched for', async (_, text) => {
      const name = `${text} ${randomUUID().slice(0, 8)}`
      const made = await add(name)
      expect(shown(made)).toBe(name)
      expect(await call(read, { params: { id: made.id } })).toEqual(made)
      for (const q of [name, text, text.slice(0, 1), text.slice(-2)]) {
        const answer = await api().send(list, { query: { q: q.slice(0, 200) } })
        expect(answer.status, q).toBe(200)
      }
      expect(await idsOf(name.slice(0, 200))).toContain(made.id)
    })

    it.each(Object.entries(refused))('%s is refused, with the field', async (_, name) => {
      expect(await problem(api().send(create, { body: named(name) }))).toMatchObject({
        status: 422,
        errors: [{ path: field }],
      })
    })

    it('may be as long as the contract says, of any letters, and no longer', async () => {
      for (const letter of ['a', 'é', '界', 'ﷺ', '㌫']) {
        const unique = randomUUID().slice(0, 8)
        const whole = unique + letter.repeat(longest - unique.length)
        const answer = await api().send(create, { body: named(whole) })
        expect([201, 422], letter).toContain(answer.status)
        if (letter === 'a') expect(answer.status).toBe(201)
        const made = (await answer.json()) as T
        if (answer.status === 201) expect(shown(made)).toBe(whole)
        expect(await problem(api().send(create, { body: named(`${whole}a`) }))).toMatchObject({
          status: 422,
          errors: [{ path: field, params: { max: longest } }],
        })
      }
    })
  })

  describe('a page of a list', () => {
    it('refuses what is no cursor, sort, size or scope of it', async () => {
      const wrong: Record<string, string>[] = [
        { cursor: 'x' },
        {
          cursor: btoa('{"sort":"updatedAt","value":"\u0000","id":"--------------------------------====".}'),
        },
        { cursor: btoa(JSON.stringify({ sort: 'updatedAt', value: "'; drop", id: '-'.repeat(36) })) },
        { sort: 'id; drop table people' },
        { limit: '0' },
        { limit: '201' },
        { limit: 'many' },
        { alliance: 'all' },
        { asOf: '2008-02-30' },
        { q: 'x'.repeat(201) },
        { q: 'a\u0000b' },
      ]
      for (const query of wrong)
        expect(await problem(api().send(list, { query: { sort: 'updatedAt', ...query } }))).toMatchObject({
          status: 422,
          code: 'invalid',
        })
    })

    it.each(['', ' ', '---', '%', '_', "'", '"', '\\', '.*', '(', 'a b c d e f g h i j k l', '()&|!', '関'])(
      'is found for %j without an error',
      async (q) => {
        expect((await api().send(list, { query: { q } })).status).toBe(200)
      },
    )
  })
}
