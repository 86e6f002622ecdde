import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type Server, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import * as access from '../../src/contract/access.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { personRecords } from '../../src/contract/people.ts'
import * as signIn from '../../src/contract/sign-in.ts'
import type { Appointment } from '../../src/domain/rights.ts'
import type { Db } from '../../src/server/db/database.ts'
import { nodeApp } from '../../src/server/node/app.ts'
import { connectionLimits } from '../../src/server/node/limits.ts'
import { logTo } from '../../src/server/node/log.ts'
import { metricsOf } from '../../src/server/node/metrics.ts'
import { readSettings } from '../../src/server/node/settings.ts'
import { type AccountsHost, accountsHost } from '../../src/server/sign-in/host.ts'
import type { Letter } from '../../src/server/sign-in/mail.ts'
import { testDatabase } from './database.ts'

export const longPassword = 'correct horse battery'

export interface Asked {
  method?: string
  headers?: Record<string, string | string[]>
  body?: string | Uint8Array | undefined
}
export interface Answered {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
  /** The body as JSON. */
  json: () => ReturnType<typeof JSON.parse>
}

type Input = { params?: Record<string, string>; body?: unknown; version?: number; headers?: Asked['headers'] }

/** The Node host as it runs for a team, with accounts, on a port of this machine; `stop` it in `afterAll`. */
export async function startHost() {
  const { db, drop } = await testDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'corridor-host-'))
  const app = join(folder, 'app')
  writeFileSync(join(folder, 'secret'), 'root:x:0:0')
  mkdirSync(app)
  writeFileSync(join(app, 'index.html'), '<!doctype html><script src="/a.js"></script>')
  const letters: Letter[] = []
  let hosted: Hono | undefined
  const server = serve({
    fetch: (request, env) => (hosted as Hono).fetch(request, env),
    hostname: 'localhost',
    port: 0,
    serverOptions: connectionLimits,
  }) as Server
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const origin = `http://localhost:${port}`
  const host = accountsHost({
    db,
    clock: () => new Date(),
    newId: randomUUID,
    host: 'node',
    secret: 'a secret of at least thirty-two characters',
    url: origin,
    mail: async (letter) => void letters.push(letter),
    provider: null,
    always: true,
  })
  const settings = readSettings({ CORRIDOR_APP: app })
  hosted = nodeApp({
    settings,
    url: origin,
    local: true,
    host,
    health: new Hono(),
    metrics: metricsOf(settings),
    log: logTo('json', false, { write: () => {}, clock: () => new Date() }),
    stopping: new AbortController().signal,
  })
  const administrator = browser(port)
  const token = tokenIn((await host.setUpLink()) ?? '')
  const first = { token, familyName: 'First', email: 'ada@example.org', password: longPassword }
  await administrator.ask(signIn.setUpAdministrator, { body: first })
  return {
    ...{ db, host, port, origin, letters, administrator },
    browser: () => browser(port),
    /** Somebody invited who has accepted, with these roles. */
    invited: (email: string, appointments: Appointment[]) =>
      invited({ port, letters, administrator }, email, appointments),
    stop: async () => {
      server.closeAllConnections()
      server.close()
      rmSync(folder, { recursive: true })
      await drop()
    },
  } satisfies { db: Db; host: AccountsHost } & Record<string, unknown>
}
export type Host = Awaited<ReturnType<typeof startHost>>

/** What stands behind the # of a link in a letter. */
export const tokenIn = (text: string) => text.split('#')[1]?.split('\n')[0] ?? ''

/** Keeps its cookies; sends whatever it is told to, as nothing in between would let a page do. */
export function browser(port: number) {
  const jar = new Map<string, string>()
  async function raw(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answered> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = send({
      host: 'localhost',
      port,
      path,
      method,
      headers: { cookie, ...headers },
      agent: false,
    })
    sent.end(body)
    const [response] = await once(sent, 'response')
    for (const one of (response.headers['set-cookie'] ?? []) as string[]) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
      if (value) jar.set(name, value)
      else jar.delete(name)
    }
    const parts: Buffer[] = []
    for await (const part of response) parts.push(part as Buffer)
    const text = Buffer.concat(parts).toString()
    return { status: response.statusCode, headers: response.headers, text, json: () => JSON.parse(text) }
  }
  /** An operation of the contract, asked as a page of the app does. */
  const ask = (endpoint: Endpoint, { params = {}, body, version, headers }: Input = {}) =>
    raw(`/api${endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')}`, {
      method: endpoint.method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
  return { jar, raw, ask }
}

async function invited(
  {
    port,
    letters,
    administrator,
  }: { port: number; letters: Letter[]; administrator: ReturnType<typeof browser> },
  email: string,
  appointments: Appointment[],
) {
  const person = await administrator.ask(personRecords.create, { body: { familyName: email } })
  const body = { email, personId: person.json().id, appointments }
  const answer = await administrator.ask(access.inviteMember, { body })
  if (answer.status !== 201) throw new Error(answer.text)
  const own = browser(port)
  const token = tokenIn(letters.findLast(({ to }) => to === email)?.text ?? '')
  await own.ask(signIn.acceptInvitation, { body: { token, password: longPassword } })
  return own
}
