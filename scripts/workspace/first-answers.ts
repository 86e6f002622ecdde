import type { Api } from '../../src/server/app.ts'

/** What the first screens ask for, as the client asks it (`CallInput`): endpoint, path, query. */
const asked: { endpoint: string; path: string; query?: Record<string, string> }[] = [
  { endpoint: 'session.read', path: '/session' },
  { endpoint: 'session.actors', path: '/session/actors' },
  { endpoint: 'workspace.read', path: '/workspace' },
  { endpoint: 'overview.read', path: '/overview' },
  { endpoint: 'agreements.list', path: '/agreements' },
  { endpoint: 'alliances.list', path: '/alliances' },
  { endpoint: 'markets.list', path: '/markets' },
  { endpoint: 'organisations.list', path: '/organisations' },
  { endpoint: 'people.list', path: '/people' },
]

export interface FirstAnswers {
  answers: { endpoint: string; input: { query?: Record<string, string> }; reply: unknown }[]
}

/** The first screens' answers, by asking the API: what a first visit shows until its own database is up. */
export async function firstAnswers(api: Api): Promise<FirstAnswers> {
  const answers: FirstAnswers['answers'] = []
  for (const { endpoint, path, query } of asked) {
    const search = query ? `?${new URLSearchParams(query)}` : ''
    const response = await api.fetch(new Request(`http://localhost/api${path}${search}`))
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    answers.push({ endpoint, input: query ? { query } : {}, reply: await response.json() })
  }
  return { answers }
}
