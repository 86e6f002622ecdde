import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { rightOf } from '../../src/contract/rights.ts'
import type { Right } from '../../src/domain/rights.ts'
import { type Scope, scopes } from '../../src/domain/scopes.ts'
import type { Actor } from '../../src/server/context.ts'
import { routes } from '../../src/server/routes.ts'
import { startApi, type TestApi } from '../support/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const programWith = (given: readonly Scope[]): Actor => ({
  ...{ id: null, name: 'Ada', role: 'manager', userId: 'ada' },
  appointments: [{ role: 'administrator', organisationId: null, allianceId: null }],
  token: { id: randomUUID(), scopes: given },
})

/** Why each operation is refused to a token with these scopes; those that are not are left out. */
async function refusedWith(given: readonly Scope[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { endpoint } of routes) {
    const code = await refusalOf(endpoint, programWith(given))
    if (code) found.set(endpoint.id, code)
  }
  return found
}

async function refusalOf(endpoint: Endpoint, actor: Actor): Promise<string | null> {
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)
  const params = Object.fromEntries(names.map((name) => [name, randomUUID()]))
  const body =
    endpoint.body === undefined ? {} : { body: endpoint.body === 'binary' ? new Uint8Array(1) : {} }
  const response = await api.send(endpoint, { params, ...body }, { actor, version: 1 })
  const text = await response.text()
  return response.status === 403 ? (JSON.parse(text) as { code: string }).code : null
}

const all = routes.map(({ endpoint }) => endpoint)
const idsWhere = (test: (endpoint: Endpoint) => boolean) =>
  all
    .filter(test)
    .map(({ id }) => id)
    .sort()

describe('every route, asked by a program of an administrator', () => {
  it('is open with all scopes, but for what only people do', async () => {
    const refused = await refusedWith(scopes)
    expect([...refused.keys()].sort()).toEqual(
      idsWhere(
        ({ id }) =>
          /^(access|account|audit|live|webhooks)\./.test(id) ||
          /^workspace\.(update|export|import|reset|sample|remove-sample)$/.test(id) ||
          /^calendars\.(list|create|revoke)$/.test(id),
      ),
    )
    expect(new Set(refused.values())).toEqual(new Set(['not_for_tokens']))
  }, 120_000)

  it('is closed to writes with scopes that read', async () => {
    const refused = await refusedWith(['records:read', 'money:read', 'personal:read'])
    expect(all.filter(({ id, access }) => access === 'write' && !refused.has(id))).toEqual([])
  }, 120_000)

  const narrow: Record<'money' | 'personal', Right[]> = {
    money: [
      'budgets.read',
      'budgets.write',
      'expenses.write',
      'expenses.approve',
      'claims.write',
      'aid.write',
      'rates.write',
    ],
    personal: ['contacts.read', 'privacy.read', 'privacy.write'],
  }
  it.each(['money', 'personal'] as const)(
    'is closed where it is about %s to who was given all scopes but those for it',
    async (group) => {
      const refused = await refusedWith(scopes.filter((scope) => !scope.startsWith(group)))
      const about = idsWhere((endpoint) => narrow[group].includes(rightOf(endpoint) as Right))
      expect(about.length).toBeGreaterThan(5)
      for (const id of about) expect([id, refused.get(id)]).toEqual([id, 'scope_missing'])
    },
    120_000,
  )

  it('lets no scope decide but the one for it', async () => {
    const refused = await refusedWith(scopes.filter((scope) => scope !== 'decisions:write'))
    const deciding = idsWhere((endpoint) =>
      ['activity.decide', 'expenses.approve'].includes(rightOf(endpoint) ?? ''),
    )
    expect(deciding).toContain('agreements.sign')
    for (const id of deciding) expect([id, refused.get(id)]).toEqual([id, 'scope_missing'])
  }, 120_000)
})
