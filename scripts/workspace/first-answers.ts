import type { Api } from '../../src/server/app.ts'

type Query = Record<string, string | number>

/**
 * What the screens of the navigation ask for when opened without any filter, and the frame about them, exactly
 * as the client asks it (`CallInput`): another type or order is another question. Not the history: with every row that a
 * schedule moved it would be six times all the rest.
 */
const asked: { endpoint: string; path: string; query?: Query }[] = [
  { endpoint: 'session.read', path: '/session' },
  { endpoint: 'workspace.read', path: '/workspace' },
  { endpoint: 'alliances.list', path: '/alliances', query: { limit: 200 } },
  { endpoint: 'organisations.list', path: '/organisations', query: { kind: 'cluster', limit: 200 } },
  { endpoint: 'markets.list', path: '/markets', query: { limit: 200 } },
  { endpoint: 'overview.read', path: '/overview' },
  { endpoint: 'agreements.list', path: '/agreements' },
  { endpoint: 'organisations.list', path: '/organisations', query: { kind: 'cluster' } },
  { endpoint: 'markets.list', path: '/markets' },
  { endpoint: 'organisations.list', path: '/organisations', query: { partner: 'true' } },
  { endpoint: 'people.list', path: '/people' },
]

export interface FirstAnswers {
  answers: { endpoint: string; input: { query?: Query }; reply: unknown }[]
}

/** The first screens' answers, by asking the API: what a first visit shows until its own database is up. */
export async function firstAnswers(api: Api): Promise<FirstAnswers> {
  const answers: FirstAnswers['answers'] = []
  for (const { endpoint, path, query } of asked) {
    const pairs = Object.entries(query ?? {}).map(([name, value]) => [name, String(value)])
    const search = pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''
    const response = await api.fetch(new Request(`http://localhost/api${path}${search}`))
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    answers.push({ endpoint, input: query ? { query } : {}, reply: await response.json() })
  }
  return { answers }
}
