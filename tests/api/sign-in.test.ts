import { createHmac, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as access from '../../src/contract/access.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { personRecords } from '../../src/contract/people.ts'
import * as contract from '../../src/contract/sign-in.ts'
import { readSession } from '../../src/contract/workspace.ts'
import { beginAudit } from '../../src/server/audit/acts.ts'
import { isForeign } from '../../src/server/own-pages.ts'
import { mostForOne } from '../../src/server/sign-in/attempts.ts'
import { type AccountsHost, accountsHost } from '../../src/server/sign-in/host.ts'
import type { Letter } from '../../src/server/sign-in/mail.ts'
import { testDatabase } from '../support/database.ts'

const origin = 'http://corridor.test'
const longPassword = 'correct horse battery'
let host: AccountsHost
let sent: Letter[] = []
let database: Awaited<ReturnType<typeof testDatabase>>
let now = () => new Date()

beforeAll(async () => {
  database = await testDatabase()
  host = accountsHost({
    db: database.db,
    clock: () => now(),
    newId: randomUUID,
    host: 'node',
    secret: 'a secret of at least thirty-two characters',
    url: origin,
    mail: async (letter) => void sent.push(letter),
    provider: null,
    always: false,
  })
})
afterAll(() => database.drop())

interface Asked {
  params?: Record<string, string>
  body?: unknown
  version?: number
}

/** A browser: keeps its cookies, and comes from one address. */
function browser(client = '192.0.2.1') {
  const jar = new Map<string, string>()
  return {
    jar,
    async ask(endpoint: Endpoint, { params = {}, body, version }: Asked = {}) {
      const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
      const headers = new Headers({
        origin,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      })
      if (body !== undefined) headers.set('content-type', 'application/json')
      if (version !== undefined) headers.set('if-match', String(version))
      const init = {
        method: endpoint.method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
      }
      const response = await host.fetch(new Request(`${origin}/api${path}`, init), client)
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';')
        const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
        if (value) jar.set(name, value)
        else jar.delete(name)
      }
      const text = await response.text()
      return { status: response.status, headers: response.headers, reply: text ? JSON.parse(text) : null }
    },
  }
}

const administrator = browser()
const signInAs = async (email: string, password = longPassword, client?: string) => {
  const own = browser(client)
  const { status, reply } = await own.ask(contract.signIn, { body: { email, password } })
  return { ...own, status, reply }
}
const tokenIn = (text: string) => text.split('#')[1]?.split('\n')[0] ?? ''

/** Somebody invited by the administrator, who has accepted. */
async function invited(email: string, appointments: object[]) {
  const person = await administrator.ask(personRecords.create, { body: { familyName: email.split('@')[0] } })
  const body = { email, personId: person.reply.id, appointments }
  const { reply } = await administrator.ask(access.inviteMember, { body })
  const letter = sent.findLast(({ to }) => to === email)?.text ?? ''
  const token = tokenIn(letter)
  const own = browser()
  await own.ask(contract.acceptInvitation, { body: { token, password: longPassword } })
  return { ...own, id: reply.id as string, token, letter }
}

describe('before anybody administers it', () => {
  it('is one person’s, as it was', async () => {
    expect((await browser().ask(readSession)).reply).toMatchObject({ role: 'manager', actor: null })
    expect((await browser().ask(contract.readSignIn)).reply).toEqual({
      required: false,
      signedIn: false,
      setUp: true,
      providers: [],
    })
  })

  it('is nobody’s where other machines reach it', async () => {
    const open = accountsHost({
      ...{ db: database.db, clock: () => new Date(), newId: randomUUID, host: 'node', url: origin },
      ...{
        secret: 'a secret of at least thirty-two characters',
        mail: async () => {},
        provider: null,
        always: true,
      },
    })
    const answer = await open.fetch(new Request(`${origin}/api/session`), '192.0.2.9')
    expect(answer.status).toBe(401)
  })

  it('is not set up by who does not have the link', async () => {
    const body = {
      token: 'x'.repeat(43),
      familyName: 'Stranger',
      email: 's@example.org',
      password: longPassword,
    }
    expect(await browser().ask(contract.setUpAdministrator, { body })).toMatchObject({
      status: 410,
      reply: { code: 'link_refused' },
    })
  })

  it('is set up once, by who has it, who is signed in then', async () => {
    const token = tokenIn((await host.setUpLink()) ?? '')
    const body = {
      token,
      givenName: 'Ada',
      familyName: 'First',
      email: 'Ada@Example.org',
      password: longPassword,
    }
    expect((await administrator.ask(contract.setUpAdministrator, { body })).status).toBe(200)
    expect((await administrator.ask(readSession)).reply).toMatchObject({ actor: { name: 'Ada First' } })
    expect(await host.setUpLink()).toBeNull()
    expect((await browser().ask(contract.setUpAdministrator, { body })).reply).toMatchObject({
      code: 'already_set_up',
    })
  })

  it('then lets nobody in who has not signed in', async () => {
    expect((await browser().ask(readSession)).status).toBe(401)
    expect((await browser().ask(personRecords.list)).status).toBe(401)
  })
})

describe('signing in', () => {
  it('sets a cookie that scripts can’t read and other sites don’t send', async () => {
    const own = browser()
    const { headers } = await own.ask(contract.signIn, {
      body: { email: 'ada@example.org', password: longPassword },
    })
    const [cookie = ''] = headers.getSetCookie()
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect((await own.ask(readSession)).status).toBe(200)
    await own.ask(contract.signOut)
    expect((await own.ask(readSession)).status).toBe(401)
  })

  it('never goes on with a session that was there before, nor with one that was made up', async () => {
    const before = await signInAs('ada@example.org')
    const planted = new Map(before.jar)
    await before.ask(contract.signOut)
    const own = browser()
    for (const [name, value] of planted) own.jar.set(name, value)
    await own.ask(contract.signIn, { body: { email: 'ada@example.org', password: longPassword } })
    expect([...own.jar.values()]).not.toEqual([...planted.values()])
    const attacker = browser()
    for (const [name, value] of planted) attacker.jar.set(name, value)
    expect((await attacker.ask(readSession)).status).toBe(401)
    const [name = ''] = planted.keys()
    attacker.jar.set(name, `${'a'.repeat(32)}.${createHmac('sha256', 'guess').update('a').digest('base64')}`)
    expect((await attacker.ask(readSession)).status).toBe(401)
  })

  it('tells alike of a wrong password and of an address that nobody has', async () => {
    const known = await signInAs('ada@example.org', 'wrong password!')
    const unknown = await signInAs('nobody@example.org', 'wrong password!')
    const bare = ({ status, reply: { requestId: _, ...reply } }: typeof known) => ({ status, reply })
    expect(bare(known)).toEqual(bare(unknown))
    expect(bare(known)).toMatchObject({ status: 401, reply: { code: 'sign_in_refused' } })
    sent = []
    for (const email of ['ada@example.org', 'nobody@example.org'])
      expect(await browser().ask(contract.forgotPassword, { body: { email } })).toMatchObject({
        status: 200,
        reply: { done: true },
      })
    expect(sent.map(({ to }) => to)).toEqual(['ada@example.org'])
  })

  it('stops who guesses, and nobody else', async () => {
    for (let guess = 0; guess < mostForOne; guess++)
      expect((await signInAs('ada@example.org', `guess ${guess} of many`, '198.51.100.7')).status).toBe(401)
    const stopped = await signInAs('ada@example.org', longPassword, '198.51.100.7')
    expect(stopped).toMatchObject({ status: 429, reply: { code: 'too_many_attempts' } })
    const again = await browser('198.51.100.7').ask(contract.signIn, {
      body: { email: 'ada@example.org', password: longPassword },
    })
    expect(again.headers.get('retry-after')).toBe('900')
    expect((await signInAs('ada@example.org', longPassword, '203.0.113.5')).status).toBe(200)
    now = () => new Date(Date.now() + 16 * 60_000)
    expect((await signInAs('ada@example.org', longPassword, '198.51.100.7')).status).toBe(200)
    now = () => new Date()
  })

  it('opens none of the library’s own addresses', async () => {
    for (const path of [
      'sign-up/email',
      'sign-in/email',
      'list-sessions',
      'update-user',
      'get-session',
      'delete-user',
    ]) {
      const init = { method: 'POST', headers: { origin, 'content-type': 'application/json' }, body: '{}' }
      const answer = await host.fetch(new Request(`${origin}/api/auth/${path}`, init), '192.0.2.1')
      expect([path, answer.status]).toEqual([path, 404])
    }
  })

  it('is not done by a page of another site', () => {
    const from = (headers: Record<string, string>, method = 'POST') =>
      isForeign(
        new Request(`${origin}/api/tasks`, { method, headers: { host: 'corridor.test', ...headers } }),
        false,
      )
    expect(from({ origin: 'https://evil.example' })).toBe(true)
    expect(from({ origin: 'null' })).toBe(true)
    expect(from({ 'sec-fetch-site': 'cross-site' })).toBe(true)
    expect(from({ origin })).toBe(false)
    expect(from({}, 'GET')).toBe(false)
  })
})

describe('somebody invited', () => {
  it('chooses a password once, and has the roles that were given', async () => {
    const own = await invited('marie@example.org', [{ role: 'viewer' }])
    const { reply } = await own.ask(readSession)
    expect(reply).toMatchObject({ actor: { name: 'marie' }, role: 'viewer' })
    expect(reply.rights).not.toContain('budgets.read')
    const again = await browser().ask(contract.acceptInvitation, {
      body: { token: own.token, password: longPassword },
    })
    expect(again).toMatchObject({ status: 410, reply: { code: 'link_refused' } })
    expect((await own.ask(access.listMembers)).status).toBe(403)
  })

  it('can’t give themselves more than they have', async () => {
    const own = await invited('jean@example.org', [{ role: 'assistant' }])
    const roles = { appointments: [{ role: 'administrator' }] }
    expect((await own.ask(access.updateMember, { params: { id: own.id }, body: roles })).status).toBe(403)
    const body = {
      email: 'jean@example.org',
      password: longPassword,
      role: 'administrator',
      twoFactorEnabled: true,
    }
    expect((await own.ask(contract.signIn, { body })).status).toBe(422)
  })

  it('is out at once when suspended, and does not come back in', async () => {
    const own = await invited('paul@example.org', [{ role: 'manager' }])
    expect((await own.ask(readSession)).status).toBe(200)
    const { status } = await administrator.ask(access.updateMember, {
      params: { id: own.id },
      body: { suspended: true },
    })
    expect(status).toBe(200)
    expect((await own.ask(readSession)).status).toBe(401)
    expect((await signInAs('paul@example.org')).status).toBe(401)
  })

  it('has an address that nobody else has', async () => {
    const { reply } = await administrator.ask(personRecords.create, { body: { familyName: 'Twin' } })
    const body = { email: 'MARIE@example.org', personId: reply.id, appointments: [] }
    expect((await administrator.ask(access.inviteMember, { body })).reply).toMatchObject({
      code: 'duplicate',
    })
  })

  it('leaves somebody to administer the workspace', async () => {
    const { items } = (await administrator.ask(access.listMembers)).reply
    const { id } = items.find((member: { email: string }) => member.email === 'ada@example.org')
    for (const body of [{ suspended: true }, { appointments: [] }])
      expect((await administrator.ask(access.updateMember, { params: { id }, body })).reply).toMatchObject({
        code: 'last_administrator',
      })
  })
})

describe('one’s own account', () => {
  it('lists its sessions, ends them, and no one else’s', async () => {
    const own = await invited('lea@example.org', [{ role: 'manager' }])
    const other = await signInAs('lea@example.org')
    const { reply } = await own.ask(access.readAccount)
    expect(reply).toMatchObject({ email: 'lea@example.org', secondFactor: false, password: true })
    expect(JSON.stringify(reply)).not.toContain([...own.jar.values()][0]?.split('.')[0])
    const theirs = reply.sessions.find(({ current }: { current: boolean }) => !current)
    const stranger = await administrator.ask(access.endSession, { params: { id: theirs.id } })
    expect(stranger.status).toBe(404)
    expect((await own.ask(access.endSession, { params: { id: theirs.id } })).status).toBe(200)
    expect((await other.ask(readSession)).status).toBe(401)
    expect((await own.ask(readSession)).status).toBe(200)
  })

  it('changes its password, which ends the other sessions', async () => {
    const own = await invited('zoe@example.org', [{ role: 'manager' }])
    const other = await signInAs('zoe@example.org')
    const wrong = { current: 'not the password', next: 'another long password' }
    expect((await own.ask(contract.changePassword, { body: wrong })).reply).toMatchObject({
      code: 'password_refused',
    })
    const right = { current: longPassword, next: 'another long password' }
    expect((await own.ask(contract.changePassword, { body: right })).status).toBe(200)
    expect((await own.ask(readSession)).status).toBe(200)
    expect((await other.ask(readSession)).status).toBe(401)
    expect((await signInAs('zoe@example.org')).status).toBe(401)
  })

  it('chooses no password that is guessed first, or that holds its address', async () => {
    const own = await invited('guessable@example.org', [])
    const fieldOf = ({ reply }: Awaited<ReturnType<typeof own.ask>>) => [
      reply.errors?.[0]?.path,
      reply.errors?.[0]?.code,
    ]
    const change = (next: string) =>
      own.ask(contract.changePassword, { body: { current: longPassword, next } }).then(fieldOf)
    expect(await change('password1234')).toEqual(['next', 'common_password'])
    expect(await change('Guessable, and long')).toEqual(['next', 'holds_address'])
    await own.ask(contract.forgotPassword, { body: { email: 'guessable@example.org' } })
    const token = tokenIn(sent.findLast(({ to }) => to === 'guessable@example.org')?.text ?? '')
    const reset = (password: string) => own.ask(contract.resetPassword, { body: { token, password } })
    expect(fieldOf(await reset('password1234'))).toEqual(['password', 'common_password'])
    expect(fieldOf(await reset('guessable, and long'))).toEqual(['password', 'holds_address'])
    // The link is not used up by it.
    expect((await reset('a sentence of its own')).status).toBe(200)
    const body = { email: 'second@example.org', personId: null, appointments: [] }
    const person = await administrator.ask(personRecords.create, { body: { familyName: 'Second' } })
    await administrator.ask(access.inviteMember, { body: { ...body, personId: person.reply.id } })
    const invitation = tokenIn(sent.findLast(({ to }) => to === 'second@example.org')?.text ?? '')
    const accept = (password: string) =>
      browser().ask(contract.acceptInvitation, { body: { token: invitation, password } })
    expect(fieldOf(await accept('motdepasse123'))).toEqual(['password', 'common_password'])
    expect((await accept('a sentence of its own')).status).toBe(200)
  })

  it.each(['', 'abc', 'x'.repeat(42)])(
    'is told that a link cut short to “%s” works no longer',
    async (token) => {
      const password = 'a sentence of its own'
      for (const [endpoint, body] of [
        [contract.readInvitation, { token }],
        [contract.acceptInvitation, { token, password }],
        [contract.resetPassword, { token, password }],
      ] as const)
        expect(await browser().ask(endpoint, { body })).toMatchObject({ reply: { code: 'link_refused' } })
    },
  )

  it('is known to have signed in when no session is left', async () => {
    await beginAudit(database.db)
    const own = await invited('back@example.org', [])
    const lastSignIn = async () => {
      const { reply } = await administrator.ask(access.listMembers)
      return reply.items.find(({ id }: { id: string }) => id === own.id).lastSignIn
    }
    expect(await lastSignIn()).not.toBeNull()
    await database.db.deleteFrom('auth_sessions').where('user_id', '=', own.id).execute()
    const was = await lastSignIn()
    expect(was).not.toBeNull()
    await signInAs('back@example.org', 'not this one at all')
    expect(await lastSignIn()).toBe(was)
  })

  it('gets a new password by a link that works once', async () => {
    const own = await invited('remi@example.org', [{ role: 'manager' }])
    await browser().ask(contract.forgotPassword, { body: { email: 'remi@example.org' } })
    const token = tokenIn(sent.at(-1)?.text ?? '')
    const body = { token, password: 'yet another password' }
    expect((await browser().ask(contract.resetPassword, { body })).status).toBe(200)
    expect((await browser().ask(contract.resetPassword, { body })).reply).toMatchObject({
      code: 'link_refused',
    })
    expect((await own.ask(readSession)).status).toBe(401)
    expect((await signInAs('remi@example.org', 'yet another password')).status).toBe(200)
  })

  it('writes to who is invited, in both languages, by whom', async () => {
    const { letter } = await invited('asked@example.org', [{ role: 'viewer' }])
    expect(letter).toContain('Ada First invites you')
    expect(letter).toContain('Ada First vous invite')
  })

  it('asks for a second factor where it was told to', async () => {
    const own = await invited('ines@example.org', [{ role: 'manager' }])
    const { reply } = await own.ask(contract.beginSecondFactor, { body: { password: longPassword } })
    const secret = new URL(reply.uri).searchParams.get('secret') ?? ''
    expect((await own.ask(contract.giveCode, { body: { code: '000000' } })).reply).toMatchObject({
      code: 'code_refused',
    })
    expect((await own.ask(contract.giveCode, { body: { code: codeNow(secret) } })).status).toBe(200)
    const next = await signInAs('ines@example.org')
    expect(next.reply).toEqual({ secondFactor: true })
    expect((await next.ask(readSession)).status).toBe(401)
    expect((await next.ask(contract.giveCode, { body: { code: codeNow(secret) } })).status).toBe(200)
    expect((await next.ask(readSession)).status).toBe(200)
    const recovered = await signInAs('ines@example.org')
    const spare = { code: reply.recoveryCodes[0], recovery: true }
    expect((await recovered.ask(contract.giveCode, { body: spare })).status).toBe(200)
    expect((await recovered.ask(readSession)).status).toBe(200)
    expect((await recovered.ask(contract.endSecondFactor, { body: { password: longPassword } })).status).toBe(
      200,
    )
    expect((await signInAs('ines@example.org')).reply).toEqual({ secondFactor: false })
  })
})

/** RFC 6238: the code that an authenticator shows now. */
function codeNow(secret: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replaceAll('=', '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const at = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
