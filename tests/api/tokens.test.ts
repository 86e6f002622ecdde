import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listMembers, readAccount, updateMember } from '../../src/contract/access.ts'
import { listAudit } from '../../src/contract/audit.ts'
import { applyBulk } from '../../src/contract/bulk.ts'
import { createFeed } from '../../src/contract/calendars.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { listExpenses } from '../../src/contract/expenses.ts'
import { undoChange } from '../../src/contract/history.ts'
import { liveStream } from '../../src/contract/live.ts'
import { organisationRecords } from '../../src/contract/organisations.ts'
import { personRecords } from '../../src/contract/people.ts'
import { addPin } from '../../src/contract/pins.ts'
import { listTokens, makeToken, mostTokens, revokeToken } from '../../src/contract/tokens.ts'
import { readSession } from '../../src/contract/workspace.ts'
import { beginAudit } from '../../src/server/audit/acts.ts'
import { auditWatch, type Watch } from '../../src/server/audit/watch.ts'
import { startLive } from '../../src/server/live/hub.ts'
import type { Live } from '../../src/server/live/live.ts'
import { type Team, team } from '../support/accounts.ts'
import { testDatabase } from '../support/database.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let watch: Watch
let live: Live
let us: Team
beforeAll(async () => {
  database = await testDatabase()
  await beginAudit(database.db)
  watch = auditWatch(database.db)
  live = startLive({ db: database.db, clock: () => new Date(), newId: randomUUID, wire: undefined })
  us = await team(database.db, { audit: watch, live })
})
afterAll(async () => {
  await live.stop()
  await watch.flush()
  await database.drop()
})

const refused = async (token: string, endpoint: Endpoint = readSession) => {
  const { status, reply, headers } = await us.program(token).ask(endpoint)
  return [status, reply.code, headers.get('www-authenticate')]
}

describe('a token', () => {
  it('is told once, kept as a hash, and shown by its beginning', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const body = { name: 'Nightly figures', scopes: ['money:read', 'records:read', 'money:read'] }
    const made = await us.administrator.ask(makeToken, { body, headers })
    expect(made.status).toBe(201)
    const { token, id } = made.reply as { token: string; id: string }
    expect(token).toMatch(/^corridor_[\w-]{43}$/)
    expect(made.reply).toMatchObject({ hint: token.slice(0, 13), scopes: ['records:read', 'money:read'] })
    expect((await us.administrator.ask(makeToken, { body, headers })).reply).toMatchObject({
      id,
      token: null,
    })
    const { reply } = await us.administrator.ask(listTokens)
    expect(reply.items[0]).toMatchObject({ id, lastUsedAt: null, revokedAt: null })
    const days = (Date.parse(reply.items[0].expiresAt) - Date.parse(reply.items[0].createdAt)) / 86_400_000
    expect(days).toBe(90)
    const rows = await database.db.selectFrom('api_tokens').selectAll().where('id', '=', id).execute()
    expect(JSON.stringify(rows)).not.toContain(token.slice(13))
  })

  it('says who its owner is, needs no cookie, and is noted as used', async () => {
    const { id, token } = await us.tokenOf(us.administrator)
    const { status, reply } = await us.program(token).ask(readSession)
    expect([status, reply.actor.name]).toEqual([200, 'Ada First'])
    const { items } = (await us.administrator.ask(listTokens)).reply
    expect(items.find((one: { id: string }) => one.id === id).lastUsedAt).not.toBeNull()
  })

  it('is not made for longer than a year, nor without a scope', async () => {
    const ask = (more: object) =>
      us.administrator.ask(makeToken, { body: { name: 'X', scopes: ['records:read'], ...more } })
    expect((await ask({ days: 366 })).status).toBe(422)
    expect((await ask({ scopes: [] })).status).toBe(422)
    expect((await ask({ scopes: ['access:write'] })).status).toBe(422)
  })

  it('is refused where it never was, was revoked, or has expired, each in its own words', async () => {
    const { id, token } = await us.tokenOf(us.administrator)
    const invalid = 'Bearer error="invalid_token"'
    expect(await refused(`${token}x`)).toEqual([401, 'token_refused', invalid])
    us.setClock(() => new Date(Date.now() + 91 * 86_400_000))
    expect(await refused(token)).toEqual([401, 'token_expired', invalid])
    us.setClock(() => new Date())
    expect((await us.administrator.ask(revokeToken, { params: { id } })).reply.revokedAt).not.toBeNull()
    expect(await refused(token)).toEqual([401, 'token_revoked', invalid])
  })

  it('is refused in place of the cookies that come with it', async () => {
    const { status } = await us.administrator.ask(readSession, {
      headers: { authorization: 'Bearer nothing' },
    })
    expect(status).toBe(401)
  })

  it('ends with the account of its owner, and comes back with it', async () => {
    const owner = await us.member({ role: 'manager', organisationId: null, allianceId: null })
    const { token } = await us.tokenOf(owner)
    const suspend = (suspended: boolean) =>
      us.administrator.ask(updateMember, { params: { id: owner.id }, body: { suspended } })
    expect((await us.program(token).ask(readSession)).status).toBe(200)
    await suspend(true)
    expect((await refused(token)).slice(0, 2)).toEqual([401, 'token_refused'])
    await suspend(false)
    expect((await us.program(token).ask(readSession)).status).toBe(200)
  })

  it('is nobody else’s to see or revoke', async () => {
    const { id, token } = await us.tokenOf(us.administrator)
    const other = await us.member({ role: 'administrator', organisationId: null, allianceId: null })
    expect((await other.ask(listTokens)).reply.items).toEqual([])
    expect((await other.ask(revokeToken, { params: { id } })).status).toBe(404)
    expect((await us.program(token).ask(readSession)).status).toBe(200)
  })

  it('is one of a bounded number', async () => {
    const owner = await us.member({ role: 'viewer', organisationId: null, allianceId: null })
    let last = await us.tokenOf(owner, ['records:read'])
    for (let made = 1; made < mostTokens; made++) last = await us.tokenOf(owner, ['records:read'])
    const body = { name: 'One too many', scopes: ['records:read'] }
    expect((await owner.ask(makeToken, { body })).reply).toMatchObject({
      code: 'too_many_tokens',
      params: { most: mostTokens },
    })
    await owner.ask(revokeToken, { params: { id: last.id } })
    expect((await owner.ask(makeToken, { body })).status).toBe(201)
  })
})

describe('a program', () => {
  it('may no more than the owner may at the moment', async () => {
    const owner = await us.member({ role: 'finance', organisationId: null, allianceId: null })
    const { token } = await us.tokenOf(owner)
    expect((await us.program(token).ask(listExpenses)).status).toBe(200)
    const appointments = [{ role: 'viewer', organisationId: null, allianceId: null }]
    await us.administrator.ask(updateMember, { params: { id: owner.id }, body: { appointments } })
    expect((await us.program(token).ask(listExpenses)).reply.code).toBe('right_missing')
  })

  it('manages neither tokens nor accounts, and leaves nothing behind that outlasts its token', async () => {
    const program = us.program((await us.tokenOf(us.administrator)).token)
    for (const endpoint of [
      listTokens,
      makeToken,
      readAccount,
      listMembers,
      listAudit,
      createFeed,
      liveStream,
    ])
      expect([endpoint.id, (await program.ask(endpoint)).reply.code]).toEqual([endpoint.id, 'not_for_tokens'])
  })

  it('writes nothing with a token that reads', async () => {
    const program = us.program((await us.tokenOf(us.administrator, ['records:read', 'money:read'])).token)
    for (const endpoint of [organisationRecords.create, addPin, applyBulk]) {
      const { status, reply, headers } = await program.ask(endpoint, { body: {} })
      expect([endpoint.id, status, reply.code]).toEqual([endpoint.id, 403, 'scope_missing'])
      expect(headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope"')
    }
  })

  it('is told no contact data but with a token for it, whatever it does', async () => {
    const body = { familyName: 'Martin', email: 'martin@example.org' }
    const { reply: person } = await us.administrator.ask(personRecords.create, { body })
    const narrow = us.program((await us.tokenOf(us.administrator, ['records:write'])).token)
    const wide = us.program((await us.tokenOf(us.administrator, ['records:write', 'personal:read'])).token)
    const params = { id: person.id as string }
    expect((await narrow.ask(personRecords.read, { params })).reply.email).toBeNull()
    expect((await wide.ask(personRecords.read, { params })).reply.email).toBe(body.email)
    const change = { params, body: { honorific: 'Dr' }, version: person.version as number }
    expect((await narrow.ask(personRecords.update, change)).reply).toMatchObject({
      code: 'scope_missing',
      params: { scope: 'personal:read' },
    })
    const changed = await wide.ask(personRecords.update, { ...change, body: { familyName: 'Martín' } })
    expect(changed.reply.email).toBe(body.email)
    const undo = { params: { id: changed.headers.get('x-change-set') ?? '' } }
    expect((await narrow.ask(undoChange, undo)).reply.code).toBe('scope_missing')
    expect((await wide.ask(undoChange, undo)).status).toBe(200)
  })

  it('is not told what another token of the same person was told under the same key', async () => {
    const headers = { 'idempotency-key': 'the-same' }
    const body = { name: 'Lyonbiopôle', kinds: ['cluster'] }
    const ask = async () =>
      us
        .program((await us.tokenOf(us.administrator)).token)
        .ask(organisationRecords.create, { body, headers })
    const [one, other] = [await ask(), await ask()]
    expect(one.reply.id).not.toBe(other.reply.id)
  })

  it('is named in the audit with what it changed, saw and was made with', async () => {
    const { id, token } = await us.tokenOf(us.administrator)
    const body = { name: 'Alsace BioValley', kinds: ['cluster'] }
    const { reply: made } = await us.program(token).ask(organisationRecords.create, { body })
    await us.program(token).ask(listExpenses)
    await watch.flush()
    const { items } = (await us.administrator.ask(listAudit, { query: { limit: '200' } })).reply
    const of = (verb: string) => items.find((entry: { verb: string }) => entry.verb === verb)
    const named = { id, name: 'Nightly figures' }
    expect(of('organisations.create')).toMatchObject({ recordId: made.id, token: named })
    expect(of('expenses.list')).toMatchObject({ token: named })
    expect(of('account.make-token')).toMatchObject({ recordId: id, title: named.name, token: null })
  })
})
