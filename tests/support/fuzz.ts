import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { createNote, createSource, createTask, uploadDocument } from '../../src/contract/dossier.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { actorHeader } from '../../src/contract/workspace.ts'
import { fileTables } from '../../src/server/workspace/file-format.ts'
import type { TestApi } from './api.ts'
import { wholeCompany } from './companies.ts'
import { type Dice, garbage, garbageText, likely, oneOf, spoilt, type World } from './garbage.ts'
import { wholeGrant } from './grant-whole.ts'
import { makers } from './make.ts'
import { wholeMission } from './mission-whole.ts'
import type { Document, Operation, Schema } from './openapi.ts'

/** Something of everything, so that what is asked for is there now and then: ids by what they are of. */
async function furnish(api: TestApi): Promise<Record<string, string>> {
  const make = makers(api)
  const organisation = await make.organisation()
  const person = await make.person({ at: organisation.id })
  const alliance = await make.alliance()
  const market = await make.market()
  const agreement = await make.agreement({ allianceId: alliance.id, marketId: market.id })
  const whole = await wholeMission(api, { allianceId: alliance.id })
  const granted = await wholeGrant(api, alliance.id)
  const record = { noun: 'agreements' as const, recordId: agreement.id }
  const note = await api.call(createNote, { body: { ...record, body: 'A note' } })
  const task = await api.call(createTask, { body: { ...record, title: 'A task' } })
  const source = await api.call(createSource, { body: { title: 'A source' } })
  const query = { ...record, filename: 'a' }
  const document = await api.call(uploadDocument, { query, body: new Uint8Array([1]) })
  const change = await api.db
    .selectFrom('change_sets')
    .select('id')
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow()
  return {
    organisations: organisation.id,
    people: person.id,
    alliances: alliance.id,
    markets: market.id,
    agreements: agreement.id,
    parties: agreement.parties[0]?.id ?? '',
    missions: whole.mission.id,
    steps: whole.mission.steps[0]?.id ?? '',
    criteria: whole.mission.criteria[0]?.id ?? '',
    actions: whole.agreement.actions[0]?.id ?? '',
    participations: whole.companies[0].id,
    counterparts: whole.counterpart.id,
    slots: whole.grid.slots[0]?.id ?? '',
    tables: whole.grid.tables[0]?.id ?? '',
    meetings: whole.meetingId,
    requests: await newest(api, 'requests'),
    ...granted,
    ...(await wholeCompany(api)),
    notes: note.id,
    tasks: task.id,
    sources: source.id,
    documents: document.id,
    history: change.id,
    nowhere: randomUUID(),
  }
}

async function newest(api: TestApi, table: 'requests'): Promise<string> {
  const { id } = await api.db.selectFrom(table).select('id').orderBy('id').executeTakeFirstOrThrow()
  return id
}

/** Whose id a field or parameter of this name asks for; `id` follows the operation, `recordId` goes to the agreement. */
const askedFor: Record<string, string> = {
  organisationId: 'organisations',
  toId: 'organisations',
  negotiatorId: 'organisations',
  belongsToId: 'organisations',
  ownerOrganisationId: 'organisations',
  clusterId: 'organisations',
  cluster: 'organisations',
  organisation: 'organisations',
  personId: 'people',
  ownerPersonId: 'people',
  assigneeId: 'people',
  assignee: 'people',
  allianceId: 'alliances',
  alliance: 'alliances',
  marketId: 'markets',
  market: 'markets',
  partyId: 'parties',
  mission: 'missions',
  participation: 'participations',
  fromId: 'participations',
  aId: 'participations',
  bId: 'counterparts',
  stepId: 'steps',
  criterionId: 'criteria',
  actionId: 'actions',
  slotId: 'slots',
  tableId: 'tables',
  unavailable: 'slots',
  closed: 'slots',
  meetingId: 'meetings',
  after: 'meetings',
  body: 'organisations',
  counterpartId: 'organisations',
  of: 'organisations',
  organisations: 'companies',
  heldId: 'companies',
  holderId: 'holders',
  other: 'holders',
  otherId: 'holders',
  holderPersonId: 'people',
  providerId: 'organisations',
  granterId: 'organisations',
  participationId: 'participations',
  serviceId: 'services',
  target: 'markets',
  companies: 'organisations',
  people: 'people',
  ownerId: 'people',
  grant: 'grants',
  grantId: 'grants',
  lineId: 'lines',
  line: 'lines',
  fromLineId: 'lines',
  toLineId: 'otherLines',
  versionId: 'versions',
  transferId: 'transfers',
  partOfId: 'orders',
  order: 'orders',
  claim: 'claims',
  rowId: 'claimRows',
  leaveOut: 'claimRows',
  putIn: 'shares',
  supplierId: 'organisations',
  supplier: 'organisations',
  payerId: 'organisations',
  payer: 'organisations',
  beneficiaryId: 'organisations',
  beneficiary: 'organisations',
  companyId: 'organisations',
  company: 'organisations',
  funder: 'organisations',
  missionId: 'missions',
  sourceId: 'sources',
}

const targets = ['path', 'query', 'body', 'header', 'nothing'] as const
type Target = (typeof targets)[number]

/** Makes requests as a document asks for them, in which now this, now that is garbage. Furnishes the API first. */
export async function requestMaker(api: TestApi, document: Document) {
  const ids = await furnish(api)

  /** What the id in the path is of: mostly what the path begins with. */
  const ownOf = ({ path }: Endpoint) => {
    const [, noun = ''] = path.split('/')
    return noun === 'clusters' ? 'organisations' : noun
  }

  function worldOf(endpoint: Endpoint, dice: Dice): World {
    const idFor = (name: string) => {
      const wanted = askedFor[name] ?? (name === 'id' ? ownOf(endpoint) : 'agreements')
      return (dice() < 0.85 && ids[wanted]) || oneOf(dice, Object.values(ids))
    }
    return { document, dice, idFor }
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
      api.db,
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

/** What a document says of an operation. */
export const operationIn = (document: Document, { path, method }: Endpoint): Operation =>
  document.paths[path]?.[method.toLowerCase() as Lowercase<Endpoint['method']>] as Operation

const headerNames = ['content-type', 'if-match', 'idempotency-key', actorHeader, 'content-length', 'accept']

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
