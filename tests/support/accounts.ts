import { randomUUID } from 'node:crypto'
import * as access from '../../src/contract/access.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { personRecords } from '../../src/contract/people.ts'
import * as signing from '../../src/contract/sign-in.ts'
import { makeToken } from '../../src/contract/tokens.ts'
import type { Appointment } from '../../src/domain/rights.ts'
import { type Scope, scopes } from '../../src/domain/scopes.ts'
import type { Deps } from '../../src/server/context.ts'
import type { Db } from '../../src/server/db/database.ts'
import { type AccountsHost, accountsHost, type HostSettings } from '../../src/server/sign-in/host.ts'
import type { Letter } from '../../src/server/sign-in/mail.ts'

export const origin = 'http://corridor.test'
const password = 'correct horse battery'

interface Asked {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  version?: number
  headers?: Record<string, string>
}

/** What a host answered, read to its end. */
export interface Answered {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a reply is whatever the contract says, and each test looks at its own
  reply: any
}

/** Somebody at a browser, who keeps cookies, or a program that shows a token. */
export interface Caller {
  ask: (endpoint: Endpoint, asked?: Asked) => Promise<Answered>
}

export interface Team {
  db: Db
  host: AccountsHost
  administrator: Caller
  /** Somebody with these roles, who has accepted; with the id of their account. */
  member: (appointment: Partial<Appointment> & Pick<Appointment, 'role'>) => Promise<Caller & { id: string }>
  /** Makes a token of somebody's, with every scope unless told otherwise. */
  tokenOf: (who: Caller, given?: readonly Scope[]) => Promise<{ id: string; token: string }>
  program: (token: string) => Caller
  setClock: (now: () => Date) => void
}

/** A host that keeps accounts, with its first administrator signed in. */
export async function team(
  db: Db,
  { audit, live, failed }: Pick<Deps, 'audit' | 'live'> & Pick<HostSettings, 'failed'> = {},
): Promise<Team> {
  const sent: Letter[] = []
  let now = () => new Date()
  const host = accountsHost({
    ...{ db, clock: () => now(), newId: randomUUID, host: 'node', url: origin },
    ...(audit ? { audit } : {}),
    ...(live ? { live } : {}),
    ...(failed ? { failed } : {}),
    secret: 'a secret of at least thirty-two characters',
    mail: async (letter) => void sent.push(letter),
    ...{ provider: null, always: true },
  })
  const tokenIn = (text: string) => text.split('#')[1]?.split('\n')[0] ?? ''
  const administrator = browser(host)
  await administrator.ask(signing.setUpAdministrator, {
    body: {
      ...{ token: tokenIn((await host.setUpLink()) ?? ''), password },
      ...{ givenName: 'Ada', familyName: 'First', email: 'ada@example.org' },
    },
  })
  return {
    db,
    host,
    administrator,
    member: async (appointment) => {
      const email = `${randomUUID()}@example.org`
      const person = await administrator.ask(personRecords.create, { body: { familyName: appointment.role } })
      const body = { email, personId: person.reply.id, appointments: [appointment] }
      const { reply } = await administrator.ask(access.inviteMember, { body })
      const own = browser(host)
      const token = tokenIn(sent.find(({ to }) => to === email)?.text ?? '')
      await own.ask(signing.acceptInvitation, { body: { token, password } })
      return { ...own, id: reply.id }
    },
    tokenOf: async (who, given = scopes) => {
      const { reply } = await who.ask(makeToken, { body: { name: 'Nightly figures', scopes: given } })
      return reply
    },
    program: (token) => caller(host, () => ({ authorization: `Bearer ${token}` })),
    setClock: (to) => {
      now = to
    },
  }
}

function browser(host: AccountsHost): Caller {
  const jar = new Map<string, string>()
  const cookies = () => ({ origin, cookie: [...jar].map((pair) => pair.join('=')).join('; ') })
  return caller(host, cookies, (headers) => {
    for (const cookie of headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
  })
}

function caller(
  host: AccountsHost,
  identity: () => Record<string, string>,
  answered: (headers: Headers) => void = () => {},
): Caller {
  return {
    ask: async (endpoint, { params = {}, query = {}, body, version, headers: more = {} } = {}) => {
      const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
      const headers = new Headers({ ...identity(), ...more })
      if (body !== undefined) headers.set('content-type', 'application/json')
      if (version !== undefined) headers.set('if-match', `"${version}"`)
      const init = {
        method: endpoint.method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
      }
      const url = `${origin}/api${path}?${new URLSearchParams(query)}`
      const response = await host.fetch(new Request(url, init), '192.0.2.1')
      answered(response.headers)
      const text = await response.text()
      return { status: response.status, headers: response.headers, reply: text ? JSON.parse(text) : null }
    },
  }
}
