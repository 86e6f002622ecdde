import { sql } from 'kysely'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { actorHeader, writtenHeader } from '../../src/contract/workspace.ts'
import type { Db } from '../../src/server/db/database.ts'
import { fileTables } from '../../src/server/workspace/file-format.ts'
import { askedFor, type Ids } from './fuzz-ids.ts'
import { type Dice, garbage, garbageText, likely, oneOf, spoilt, type World } from './garbage.ts'
import { type Document, type Operation, operationIn, type Schema } from './openapi.ts'

const targets = ['path', 'query', 'body', 'header', 'nothing'] as const
type Target = (typeof targets)[number]

/** How many of the single values in a request are just outside of what its schema allows. */
const slips = 0.01

/** Makes requests as a document asks for them, for the ids of a database, in which now this, now that is garbage. */
export function requestMaker(db: Db, document: Document, ids: Ids) {
  /** What the id in the path is of: mostly what the path begins with. */
  const ownOf = ({ path }: Endpoint) => {
    const [, noun = ''] = path.split('/')
    return noun === 'clusters' ? 'organisations' : noun
  }

  function worldOf(endpoint: Endpoint, dice: Dice): World {
    const idFor = (name: string) => {
      const wanted = askedFor[name] ?? (name === 'id' ? ownOf(endpoint) : 'agreements')
      return oneOf(dice, (dice() < 0.85 && ids[wanted]) || oneOf(dice, Object.values(ids)))
    }
    return { document, dice, idFor, slips }
  }

  /** The version that a change would have to have seen, most of the time. */
  async function versionFor(path: string, dice: Dice): Promise<number> {
    const [, noun = '', id = ''] = path.split('/')
    // A company's version is its organisation's.
    const table = noun === 'companies' ? 'organisations' : noun
    const known = fileTables.some(({ name }) => name === table)
    if (!known || dice() < 0.2) return 1 + Math.floor(dice() * 3)
    const { rows } = await sql<{ version: number }>`
      select version from ${sql.table(table)} where ${table === 'workspace'} or id::text = ${id.slice(0, 36)}`.execute(
      db,
    )
    return rows[0]?.version ?? 1
  }

  return async (endpoint: Endpoint, dice: Dice): Promise<Request> => {
    const operation = operationIn(document, endpoint)
    const world = worldOf(endpoint, dice)
    const target = oneOf(dice, targets)
    const parameters = (place: string) => (operation.parameters ?? []).filter((held) => held.in === place)
    const text = (place: Target, name: string, schema: Schema) =>
      target === place && dice() < 0.6 ? garbageText(dice) : String(likely(world, schema, name))
    let path: string = endpoint.path
    for (const { name, schema } of parameters('path')) {
      const value = text('path', name, schema).toWellFormed().slice(0, 5000)
      path = path.replace(`{${name}}`, () => encodeURIComponent(value))
    }
    const url = new URL(`http://corridor.test/api${path}`)
    for (const { name, schema, required } of parameters('query'))
      if (required || dice() < 0.5)
        url.searchParams.append(name, text('query', name, schema).slice(0, 20_000))
    if (target === 'query' && dice() < 0.3) url.searchParams.append(garbageText(dice).slice(0, 100), 'x')
    const [named] = url.searchParams.keys()
    if (target === 'query' && named !== undefined && dice() < 0.2)
      url.searchParams.append(named, garbageText(dice).slice(0, 2000))
    const headers = new Headers()
    if (endpoint.body) headers.set('content-type', 'application/json')
    if (endpoint.ifMatch) headers.set('if-match', `"${await versionFor(path, dice)}"`)
    if (dice() < 0.1) headers.set('idempotency-key', `key-${Math.floor(dice() * 20)}`)
    if (target === 'header') headers.set(oneOf(dice, headerNames), garbageHeader(dice))
    return new Request(url, {
      method: endpoint.method,
      headers,
      body: bodyFor(endpoint, operation, world, target),
    })
  }
}

const headerNames = [
  'content-type',
  'if-match',
  'idempotency-key',
  actorHeader,
  'content-length',
  'accept',
  writtenHeader,
]

const garbageHeader = (dice: Dice): string =>
  (dice() < 0.3 ? String(garbage(dice)) : garbageText(dice))
    .replaceAll(/[^\x20-\x7e\xa0-\xff]/g, '?')
    .slice(0, 3000)

function bodyFor(endpoint: Endpoint, operation: Operation, world: World, target: Target): BodyInit | null {
  if (!endpoint.body) return null
  const { dice } = world
  const bytes = () => Uint8Array.from({ length: Math.floor(dice() * 300) }, () => Math.floor(dice() * 256))
  if (endpoint.body === 'binary') return dice() < 0.2 ? new Uint8Array() : bytes()
  if (target === 'body' && dice() < 0.1) return bytes()
  const [content] = Object.values(operation.requestBody?.content ?? {})
  const value = likely(world, content?.schema ?? {})
  return JSON.stringify(target === 'body' ? spoilt(value, dice) : value)
}
