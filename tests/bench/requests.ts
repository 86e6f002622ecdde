import { ms, quantile } from './table.ts'

/** The requests that a manager's screens make most. Each gets a path for its n-th repetition. */
export const requests: readonly { name: string; path: (n: number) => string }[] = [
  { name: 'list of 50', path: () => '/organisations?limit=50' },
  { name: 'list by country', path: (n) => `/organisations?country=${['JP', 'DE', 'IT'][n % 3]}&limit=50` },
  { name: 'sort by change', path: () => '/organisations?sort=-updatedAt&limit=50' },
  {
    name: 'search to the letter',
    path: (n) => `/organisations?q=${['oncocure lyon', 'cardiovita', 'nanoscan'][n % 3]}&limit=50`,
  },
  {
    name: 'search with a typo',
    path: (n) => `/organisations?q=${['oncocurre', 'imunostem', 'genlogik'][n % 3]}&limit=50`,
  },
  { name: 'search all', path: (n) => `/search?q=${['kobe', 'tanaka', 'partnership 12'][n % 3]}` },
  {
    name: 'one organisation',
    path: (n) => `/organisations/a0000000-0000-4000-8000-${(20 + n).toString(16).padStart(12, '0')}`,
  },
  { name: 'agreements, list of 50', path: () => '/agreements?limit=50' },
  { name: 'agreements by status', path: () => '/agreements?status=active,expiring&sort=ends&limit=50' },
  {
    name: 'one agreement',
    path: (n) => `/agreements/f0000000-0000-4000-8000-${(1 + n).toString(16).padStart(12, '0')}`,
  },
  { name: 'overview', path: () => '/overview' },
]

export const requestNames = requests.map((request) => request.name)

/** Milliseconds per request: median and 95th centile over `times` repetitions, after three unmeasured ones. */
export async function timeRequests(
  fetchPath: (path: string) => Promise<Response>,
  times = 40,
): Promise<string[]> {
  const cells: string[] = []
  for (const { name, path } of requests) {
    const taken: number[] = []
    for (let n = -3; n < times; n++) {
      const from = performance.now()
      const response = await fetchPath(path(Math.abs(n)))
      const text = await response.text()
      if (!response.ok) throw new Error(`${name}: ${response.status} ${text.slice(0, 200)}`)
      if (n >= 0) taken.push(performance.now() - from)
    }
    cells.push(`${ms(quantile(taken, 0.5))} / ${ms(quantile(taken, 0.95))}`)
  }
  return cells
}

/** The time of one write, an organisation added: median / 95th centile. */
export async function timeWrites(
  post: (path: string, body: unknown) => Promise<Response>,
  times = 20,
): Promise<string> {
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const from = performance.now()
    const response = await post('/organisations', {
      name: `Newly added ${n}`,
      kinds: ['company'],
      town: 'Lyon',
      names: [{ name: `NA ${n}` }],
    })
    if (!response.ok) throw new Error(`write: ${response.status} ${await response.text()}`)
    taken.push(performance.now() - from)
  }
  return `${ms(quantile(taken, 0.5))} / ${ms(quantile(taken, 0.95))}`
}
