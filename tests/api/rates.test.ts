import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { undoChange } from '../../src/contract/history.ts'
import { convertAmount, importRates, listQuotes, rateEndpoints, readRates } from '../../src/contract/rates.ts'
import { exportWorkspace } from '../../src/contract/workspace.ts'
import { unpackRates } from '../../src/domain/rate-table.ts'
import { startApi, type TestApi, viewer } from '../support/api.ts'
import { grantMakers } from '../support/grants.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi({ clock: '2026-05-01' })
})
afterAll(() => api.stop())

const shipped = unpackRates(
  readFileSync(new URL('../../src/server/rates/ecb-rates.txt', import.meta.url), 'utf8'),
)
const bytes = (text: string) => new TextEncoder().encode(text)
const file = (...rows: string[]) => ['Date,USD,JPY,CHF,', ...rows].join('\n')
const send = (text: string | Uint8Array<ArrayBuffer>, query: object = {}) =>
  api.call(importRates, { query, body: typeof text === 'string' ? bytes(text) : text })
const kinds = ({ findings }: Awaited<ReturnType<typeof send>>) =>
  findings.map(({ kind, severity }) => `${kind} ${severity}`)

const tuesday = '2026-04-14,1.1790,187.10,0.9230,'
const wednesday = '2026-04-15,1.1801,187.32,0.9227,'
const monday = '2026-04-13,1.1684,186.75,0.9242,'

describe('who may', () => {
  it.each(rateEndpoints.map((endpoint) => [endpoint.id, endpoint] as const))('%s', async (_, endpoint) => {
    const query = { currency: 'USD', from: '2008-01-01', to: '2008-01-31', minor: 1, on: '2008-02-04' }
    const asked: Record<string, object> = {
      'rates.quotes': { currency: query.currency, from: query.from, to: query.to },
      'rates.convert': { currency: query.currency, minor: 1, on: query.on },
    }
    const input = {
      params: { id: randomUUID() },
      query: { ...asked[endpoint.id] },
      body: endpoint.id === 'rates.import' ? bytes(file(tuesday)) : undefined,
    }
    expect((await api.send(endpoint, input, { actor: null })).status).toBe(401)
    const looking = await api.send(endpoint, input, { actor: viewer })
    expect(looking.status).toBe(
      endpoint.access === 'write' ? 403 : endpoint.id === 'rates.convert' ? 404 : 200,
    )
  })
})

describe('rates', () => {
  it('tell where they are from, and until when', async () => {
    const state = await api.call(readRates, {})
    expect(state).toMatchObject({ first: '1999-01-04', newest: '2026-04-13', imported: 0 })
    expect(state.attribution).toContain('European Central Bank')
    expect(state.currencies.find(({ currency }) => currency === 'CYP')).toMatchObject({
      to: '2007-12-31',
      current: false,
    })
    const { items } = await api.call(listQuotes, {
      query: { currency: 'USD', from: '2008-02-02', to: '2008-02-05' },
    })
    expect(items[0]).toEqual({ on: '2008-02-04', rate: '1.4829' })
  })

  it('convert for a form by the grant’s rule', async () => {
    const { id } = await grantMakers(api).grant()
    const of = (query: object) =>
      api.send(convertAmount, {
        params: { id },
        query: { currency: 'JPY', minor: 13_818, on: '2008-10-15', ...query },
      })
    expect(await (await of({})).json()).toMatchObject({
      minor: 10_000,
      currency: 'EUR',
      rate: { rate: '138.18' },
    })
    expect((await of({ currency: 'XQX' })).status).toBe(422)
    expect(await (await of({ currency: 'CNY' })).json()).toMatchObject({ rate: { on: '2008-10-15' } })
    expect((await of({ currency: 'CNY', on: '2004-10-15' })).status).toBe(422)
  })
})

describe('the ECB’s file', () => {
  it('is tried first, and written only when asked for; what is known is not touched', async () => {
    const dry = await send(file(wednesday, tuesday, monday))
    expect(dry).toMatchObject({
      taken: false,
      days: 3,
      known: 1,
      added: 2,
      from: '2026-04-14',
      to: '2026-04-15',
    })
    expect((await api.call(readRates, {})).imported).toBe(0)
    const zip = zipSync({ 'eurofxref-hist.csv': bytes(file(wednesday, tuesday, monday)) })
    const answer = await api.send(importRates, { query: { dryRun: false }, body: new Uint8Array(zip) })
    expect(await answer.json()).toMatchObject({ taken: true, added: 2, findings: [] })
    expect(await api.call(readRates, {})).toMatchObject({
      newest: '2026-04-15',
      imported: 2,
      shippedUntil: '2026-04-13',
    })
    expect(await send(file(wednesday, tuesday), { dryRun: false })).toMatchObject({
      taken: false,
      known: 2,
      added: 0,
    })
    expect((await api.send(exportWorkspace, {})).status).toBe(200)
    await api.call(undoChange, { params: { id: answer.headers.get('x-change-set') ?? '' } })
    expect((await api.call(readRates, {})).imported).toBe(0)
  })

  it.each([
    ['contradicts what is known', file('2026-04-13,1.2684,186.75,0.9242,'), ['contradiction refused']],
    ['names a day twice', file(tuesday, tuesday), ['day_twice refused']],
    ['is out of order', file(wednesday, monday, tuesday), ['order refused']],
    ['has a day that is none', file('2026-02-30,1,1,1,'), ['bad_date refused']],
    ['has a day still to come', file('2026-05-04,1.17,186,0.92,'), ['future_day refused', 'gap flagged']],
    ['has rates that are none', file('2026-04-14,1.17,-186,0.92,'), ['bad_rate refused']],
    ['is another file', 'name;town\nA;B', ['not_the_file refused']],
    ['quotes a Saturday', file('2026-04-18,1.1801,187.32,0.9227,'), ['weekend flagged']],
    ['jumps', file('2026-04-14,1.1790,387.10,0.9230,'), ['jump flagged']],
    ['knows a currency that nobody knew', 'Date,XXA\n2026-04-14,2', ['unknown_currency note']],
  ])('%s: said, and not taken in silence', async (_, text, findings) => {
    const said = await send(text, { dryRun: false })
    expect(kinds(said)).toEqual(findings)
    expect(said.taken).toBe(findings.every((finding) => finding.endsWith('note')))
    const accepted = await send(text, { accept: true })
    expect(accepted.taken).toBe(false)
  })

  it('flagged, it is taken by who has looked; refused, by nobody', async () => {
    const jump = file('2026-04-16,1.1790,387.10,0.9230,')
    expect(await send(jump, { dryRun: false, accept: true, jump: 10 })).toMatchObject({ taken: true })
    expect(
      await send(file('2026-04-16,1.1790,388.10,0.9230,'), { dryRun: false, accept: true }),
    ).toMatchObject({ taken: false })
  })

  it('that ships is what it says itself, whole', async () => {
    const places = [0, 1000, 2347, 5000, shipped.days.length - 1]
    const rows = places.map((place) => {
      const of = (currency: string) => shipped.quoteAt(place, currency) ?? 'N/A'
      return [shipped.days[place], ...shipped.currencies.map(of), ''].join(',')
    })
    const said = await send(`${['Date', ...shipped.currencies, ''].join(',')}\n${rows.reverse().join('\n')}`)
    expect(said).toMatchObject({ known: 5, added: 0, findings: [] })
  })

  it('is no archive, too large or empty: a 422 says so', async () => {
    for (const body of [new Uint8Array([0x50, 0x4b, 3, 4, 0]), zipSync({ 'a.txt': bytes('x') })])
      expect((await api.send(importRates, { query: {}, body: new Uint8Array(body) })).status).toBe(422)
    expect(kinds(await send(new Uint8Array([])))).toEqual(['not_the_file refused'])
  })
})
