import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantRecords } from '../../src/contract/grants.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { personRecords } from '../../src/contract/people.ts'
import { tools } from '../../src/server/mcp/tools.ts'
import { type Team, team } from '../support/accounts.ts'
import { apiOver } from '../support/api.ts'
import { testDatabase } from '../support/database.ts'
import { makers } from '../support/make.ts'
import { served } from '../support/served.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let us: Team
let site: Awaited<ReturnType<typeof served>>
beforeAll(async () => {
  database = await testDatabase()
  us = await team(database.db)
  site = await served(us.host, { CORRIDOR_TOKEN_RATE: '40' })
})
afterAll(async () => {
  await site.stop()
  await database.drop()
})

const address = () => new URL('/mcp', site.url)

/** An assistant that shows a token. */
async function assistant(token: string): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' })
  const requestInit = { headers: { authorization: `Bearer ${token}` } }
  await client.connect(new StreamableHTTPClientTransport(address(), { requestInit }))
  return client
}

async function told(client: Client, name: string, given: Record<string, unknown> = {}) {
  const { content, isError = false } = await client.callTool({ name, arguments: given })
  const [{ text }] = content as [{ text: string }]
  return { isError, text, reply: isError ? null : JSON.parse(text) }
}

const reading = async (scopes = ['records:read'] as const) =>
  assistant((await us.tokenOf(us.administrator, scopes)).token)

describe('the endpoint for assistants', () => {
  it('says what it offers, and that nothing of it writes', async () => {
    const client = await reading()
    expect(client.getServerVersion()).toMatchObject({ name: 'corridor' })
    const offered = (await client.listTools()).tools
    expect(offered.map(({ name }) => name).sort()).toEqual(tools.map(({ name }) => name).sort())
    for (const { name, description, inputSchema, annotations } of offered) {
      expect(annotations, name).toMatchObject({ readOnlyHint: true })
      expect(description?.length, name).toBeGreaterThan(60)
      for (const [field, schema] of Object.entries(inputSchema.properties ?? {}))
        expect((schema as { description?: string }).description, `${name}.${field}`).toBeTruthy()
    }
    await client.close()
  })

  it('takes nothing that the operation behind a tool does not take', () => {
    for (const { name, input, endpoint } of tools) {
      const { params, query, access } = endpoint({ noun: 'organisations' })
      expect(access, name).toBe('read')
      const taken = [...Object.keys(params?.shape ?? {}), ...Object.keys(query?.shape ?? {})]
      for (const field of Object.keys(input.shape))
        if (name !== 'read_record' || field !== 'noun') expect(taken, name).toContain(field)
    }
  })

  it('finds a cluster, reads it, and tells what it did as of a day', async () => {
    const body = { name: 'Lyonbiopôle', kinds: ['cluster'] }
    const { reply: made } = await us.administrator.ask(organisationRecords.create, { body })
    const client = await reading()
    const found = await told(client, 'search', { q: 'lyonbiopole' })
    expect(found.reply.items[0]).toMatchObject({ noun: 'organisations', id: made.id, isCluster: true })
    const read = await told(client, 'read_record', { noun: 'organisations', id: made.id })
    expect(read.reply).toMatchObject({ name: 'Lyonbiopôle' })
    const view = await told(client, 'cluster_view', { id: made.id, asOf: '2008-09-15' })
    expect(view.reply).toMatchObject({ asOf: '2008-09-15' })
    expect((await told(client, 'overview', { asOf: '2008-09-15' })).reply).toMatchObject({
      asOf: '2008-09-15',
    })
    expect((await told(client, 'list_indicators')).reply.items).toEqual([])
    await client.close()
  })

  it('tells no more than the token and its owner may read', async () => {
    const email = 'martin@example.org'
    const { reply: person } = await us.administrator.ask(personRecords.create, {
      body: { familyName: 'Martin', email },
    })
    const grant = await makers(apiOver(database.db))
      .organisation({ kinds: ['cluster'] })
      .then(({ id }) =>
        us.administrator.ask(grantRecords.create, {
          body: { title: 'PPTI', clusterId: id, currency: 'EUR', starts: '2008-01-01', ends: '2010-12-31' },
        }),
      )
    const narrow = await reading()
    expect((await told(narrow, 'read_record', { noun: 'people', id: person.id })).reply.email).toBeNull()
    expect(await told(narrow, 'budget_position', { id: grant.reply.id })).toMatchObject({
      isError: true,
      text: expect.stringContaining('(scope_missing)'),
    })
    const viewer = await us.member({ role: 'viewer', organisationId: null, allianceId: null })
    const theirs = await assistant((await us.tokenOf(viewer)).token)
    expect((await told(theirs, 'budget_position', { id: grant.reply.id })).text).toContain('(right_missing)')
    const wide = await assistant(
      (await us.tokenOf(us.administrator, ['records:read', 'money:read', 'personal:read'])).token,
    )
    expect((await told(wide, 'read_record', { noun: 'people', id: person.id })).reply.email).toBe(email)
    expect((await told(wide, 'budget_position', { id: grant.reply.id })).reply).toMatchObject({
      grantId: grant.reply.id,
    })
    for (const client of [narrow, theirs, wide]) await client.close()
  })

  it('says in the answer what was wrong with a call', async () => {
    const client = await reading()
    const missing = { noun: 'missions', id: '00000000-0000-4000-8000-000000000000' }
    expect((await told(client, 'read_record', missing)).text).toContain('(not_found)')
    expect((await told(client, 'read_record', { noun: 'tokens', id: missing.id })).isError).toBe(true)
    expect((await told(client, 'cluster_view', { id: 'Lyon' })).isError).toBe(true)
    await client.close()
  })

  const post = (headers: Record<string, string>, body: unknown = { jsonrpc: '2.0', id: 1, method: 'ping' }) =>
    fetch(address(), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...headers,
      },
      body: JSON.stringify(body),
    })

  it('answers nobody without a token, nor a page of another site', async () => {
    const nobody = await post({})
    expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    expect((await post({ authorization: 'Bearer corridor_made-up' })).status).toBe(401)
    const { token } = await us.tokenOf(us.administrator)
    const authorization = `Bearer ${token}`
    expect((await post({ authorization })).status).toBe(200)
    expect((await post({ authorization, origin: 'https://elsewhere.example' })).status).toBe(403)
    const got = await fetch(address(), { headers: { authorization } })
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST'])
  })

  it('counts each call, and lets no request hold several', async () => {
    const { token } = await us.tokenOf(us.administrator, ['records:read'])
    const authorization = `Bearer ${token}`
    const call = (id: number) => ({
      ...{ jsonrpc: '2.0', id, method: 'tools/call' },
      params: { name: 'search', arguments: { q: 'lyon' } },
    })
    const batch = (await (await post({ authorization }, [call(1), call(2)])).json()) as {
      result: { isError?: boolean }
    }[]
    expect(batch.filter(({ result }) => result.isError)).toHaveLength(1)
    const one = await post({ authorization }, call(3))
    expect(one.headers.get('ratelimit-policy')).toBe('"token";q=40;w=60')
    let last = one
    for (let asked = 0; asked < 40 && last.status === 200; asked++) last = await post({ authorization })
    expect(last.status).toBe(429)
  })
})
