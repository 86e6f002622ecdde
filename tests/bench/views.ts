import { createApi } from '../../src/server/app.ts'
import type { Db } from '../../src/server/db/database.ts'
import { memoryDatabase } from '../../src/server/db/memory.ts'
import { localUser } from '../../src/server/session/local-user.ts'
import { idOf } from './companies.ts'
import { ms, printTable, quantile } from './table.ts'
import { generateViews, sizes } from './views-workspace.ts'

const day = 'asOf=2008-09-15'
const cluster = (n: number) => idOf('a', 500 * (1 + (n % 20)))
const market = (n: number) => idOf('d', 1 + (n % 5))
const alliance = (n: number) => idOf('e', 1 + (n % 10))
const signed = 'prospect,negotiation,drafting'

/** What the screens ask for, with a path for its n-th repetition. */
export const requests: readonly { name: string; path: (n: number) => string }[] = [
  { name: 'cluster: figures', path: (n) => `/clusters/${cluster(n)}/view?${day}` },
  { name: 'cluster: roles, agreements, missions', path: (n) => `/clusters/${cluster(n)}?${day}` },
  { name: 'cluster: in each alliance', path: (n) => `/breakdown?by=alliance&cluster=${cluster(n)}&${day}` },
  { name: 'cluster: in each market', path: (n) => `/breakdown?by=market&cluster=${cluster(n)}&${day}` },
  { name: 'cluster: led, gave, got', path: (n) => `/acting?cluster=${cluster(n)}&${day}` },
  {
    name: 'cluster: targets',
    path: (n) => `/indicators?cluster=${cluster(n)}&targeted=true&limit=6&${day}`,
  },
  {
    name: 'cluster: missions to come',
    path: (n) =>
      `/missions?cluster=${cluster(n)}&status=idea,planned,preparing,running&sort=starts&limit=5&${day}`,
  },
  {
    name: 'cluster: missions held',
    path: (n) => `/missions?cluster=${cluster(n)}&status=follow_up,closed&sort=-starts&limit=5&${day}`,
  },
  { name: 'cluster: tasks', path: (n) => `/tasks?cluster=${cluster(n)}&limit=10&${day}` },
  { name: 'market: figures', path: (n) => `/markets/${market(n)}/view?${day}` },
  { name: 'market', path: (n) => `/markets/${market(n)}?${day}` },
  { name: 'market: by cluster', path: (n) => `/breakdown?by=cluster&market=${market(n)}&${day}` },
  {
    name: 'market: agreements to come',
    path: (n) => `/agreements?market=${market(n)}&status=${signed}&limit=10&${day}`,
  },
  { name: 'market: targets', path: (n) => `/indicators?market=${market(n)}&targeted=true&limit=6&${day}` },
  { name: 'alliance: figures', path: (n) => `/alliances/${alliance(n)}/view?${day}` },
  { name: 'alliance', path: (n) => `/alliances/${alliance(n)}?${day}` },
  { name: 'alliance: by cluster', path: (n) => `/breakdown?by=cluster&alliance=${alliance(n)}&${day}` },
  ...(['agreements', 'missions', 'smes', 'meetings', 'outcomes', 'money'] as const).map((measure) => ({
    name: `matrix: ${measure}`,
    path: () => `/matrix?measure=${measure}&${day}`,
  })),
  { name: 'matrix: SMEs of a year', path: (n) => `/matrix?measure=smes&year=${2005 + (n % 4)}&${day}` },
  { name: 'matrix: money of a year', path: (n) => `/matrix?measure=money&year=${2006 + (n % 3)}&${day}` },
  { name: 'matrix of an alliance', path: (n) => `/matrix?alliance=${alliance(n)}&${day}` },
  { name: 'overview', path: () => `/overview?${day}` },
  { name: 'overview of a cluster', path: (n) => `/overview?cluster=${cluster(n)}&${day}` },
  { name: 'overview: by market', path: () => `/breakdown?by=market&${day}` },
  { name: 'acting for all', path: () => `/acting?${day}` },
  { name: 'indicators, list of 50', path: () => `/indicators?limit=50&${day}` },
  ...['SMEs', 'missions', 'agreements', 'meetings', 'outcomes', 'money'].map((measure, k) => ({
    name: `count of an alliance’s ${measure}`,
    path: (n: number) => `/indicators/${idOf('7', (1 + (n % 10)) * 6 + k)}/count?${day}`,
  })),
  {
    name: 'what an indicator counts, list of 50',
    path: (n) => `/indicators/${idOf('7', (1 + (n % 10)) * 6)}/records?counts=true&${day}`,
  },
  {
    name: 'why the rest is left out',
    path: (n) => `/indicators/${idOf('7', (1 + (n % 10)) * 6)}/left-out?${day}`,
  },
]

type Ask = (path: string, init?: RequestInit) => Promise<Response>

export function asking(db: Db): Ask {
  const api = createApi({
    db,
    clock: () => new Date('2008-09-15T08:00:00Z'),
    newId: () => crypto.randomUUID(),
    sessions: localUser,
    host: 'test',
  })
  return (path, init) => api.fetch(new Request(`http://bench.test/api${path}`, init))
}

async function post<Body>(ask: Ask, path: string, body: object): Promise<Body> {
  const answer = await ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Body
}

/** Milliseconds gone by, and those of them that this process had the processor. */
async function timed(run: () => Promise<unknown>): Promise<[wall: number, cpu: number]> {
  const [began, before] = [performance.now(), process.cpuUsage()]
  await run()
  const { user, system } = process.cpuUsage(before)
  return [performance.now() - began, (user + system) / 1000]
}

export async function row(
  name: string,
  times: number,
  run: (n: number) => Promise<unknown>,
): Promise<string[]> {
  const taken: [number, number][] = []
  for (let n = -2; n < times; n++) {
    const took = await timed(() => run(Math.abs(n)))
    if (n >= 0) taken.push(took)
  }
  const both = ([0, 1] as const).map((which) => {
    const values = taken.map((took) => took[which])
    return `${ms(quantile(values, 0.5))} / ${ms(quantile(values, 0.95))}`
  })
  return [name, ...both]
}

/** Reports run, read, and compared with themselves. */
export async function reportRows(ask: Ask, times: number): Promise<string[][]> {
  const rows: string[][] = []
  for (const [kind, subjectId] of [
    ['cluster', cluster(1)],
    ['market', market(1)],
    ['alliance', alliance(1)],
  ] as const) {
    const report = await post<{ id: string }>(ask, '/reports', { title: kind, kind, subjectId })
    const runs: string[] = []
    const run = async () => {
      runs.push((await post<{ id: string }>(ask, `/reports/${report.id}/runs`, { asOf: '2008-09-15' })).id)
    }
    rows.push(await row(`report of a ${kind}: run`, 5, run))
    const [first, second] = runs
    const of = (what: string, path: string) =>
      row(`report of a ${kind}: ${what}`, times, () => read(ask, path))
    rows.push(await of('read', `/reports/runs/${first}`))
    rows.push(await of('its records', `/reports/runs/${first}/records`))
    rows.push(await of('compared', `/reports/runs/${first}/compare/${second}`))
  }
  return rows
}

async function read(ask: Ask, path: string): Promise<void> {
  const answer = await ask(path)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`)
}

/** Every request of the pages of clusters, markets and alliances, the matrix, the overview, indicators and reports. */
export async function benchViews(times = 20): Promise<void> {
  const db = await memoryDatabase()
  const begun = performance.now()
  // It takes minutes: who waits is told what for.
  const say = (what: string) => process.stderr.write(`${ms((performance.now() - begun) / 1000)} s: ${what}\n`)
  const [generated] = await timed(() => generateViews(db, say))
  const ask = asking(db)
  const rows: string[][] = []
  for (const { name, path } of requests) {
    say(name)
    rows.push(await row(name, times, (n) => read(ask, path(n))))
  }
  say('reports')
  rows.push(...(await reportRows(ask, times)))
  await db.destroy()
  printTable(
    `Views on Node, PGlite, ms: median / 95th centile; ${Object.entries(sizes)
      .map(([noun, count]) => `${count} ${noun}`)
      .join(', ')}; generated in ${ms(generated / 1000)} s`,
    ['request', 'gone by', 'of the processor'],
    rows,
  )
}
