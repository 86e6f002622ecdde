import type { Endpoint } from '../../src/contract/endpoint.ts'
import { type Role, roles } from '../../src/domain/rights.ts'
import { createApi } from '../../src/server/app.ts'
import type { Actor } from '../../src/server/context.ts'
import type { Db } from '../../src/server/db/database.ts'
import { openApiDocument } from '../../src/server/openapi/document.ts'
import { routes } from '../../src/server/routes.ts'
import { type AnswerCheck, answerCheck } from './answer-check.ts'
import { requestMaker } from './fuzz.ts'
import type { Ids } from './fuzz-ids.ts'
import { type Dice, diceOf, oneOf } from './garbage.ts'
import type { Document } from './openapi.ts'

/** What a run found: how often each status was answered, which operations were ever carried out, and what went wrong. */
export interface Findings {
  statuses: Map<number, number>
  carriedOut: Set<string>
  /** Each kind of fault once, with the first request that showed it. */
  faults: Map<string, { times: number; request: string; why: string }>
}

/** What answers are held against: made once, as it takes seconds. */
export interface Measure {
  document: Document
  misfitOf: AnswerCheck
}

export function measure(): Measure {
  const document = JSON.parse(openApiDocument(routes.map(({ endpoint }) => endpoint)))
  return { document, misfitOf: answerCheck(document) }
}

export const noFindings = (): Findings => ({
  statuses: new Map(),
  carriedOut: new Set(),
  faults: new Map(),
})

/** These replace or empty the workspace that the others ask about: left to the last requests of a run. */
const replacing = new Set(['workspace.import', 'workspace.reset', 'workspace.remove-sample'])

/**
 * Sends so many requests to the API over a database, as people of every role, and adds to the findings. The same seed over
 * the same database sends the same requests.
 */
export async function fuzz(
  { document, misfitOf }: Measure,
  { db, ids, seed, requests }: { db: Db; ids: Ids; seed: number; requests: number },
  findings: Findings,
): Promise<void> {
  const dice = diceOf(seed)
  let actor: Actor | null = null
  let failure: unknown
  const api = createApi({
    db,
    clock: () => new Date('2008-09-15T12:00:00Z'),
    newId: () => uuidOf(dice),
    sessions: async () => actor,
    host: 'test',
    report: (_, error) => {
      failure = error
    },
  })
  const requestFor = requestMaker(db, document, ids)
  const [last, steady] = [true, false].map((is) =>
    routes.map(({ endpoint }) => endpoint).filter(({ id }) => replacing.has(id) === is),
  ) as [Endpoint[], Endpoint[]]
  for (let n = 0; n < requests; n++) {
    const endpoint = oneOf(dice, n < requests * 0.98 ? steady : last)
    actor = actorFrom(ids, dice)
    const request = await requestFor(endpoint, dice)
    const shown = `${await inWords(request.clone())}\nas ${actor?.appointments?.[0]?.role ?? 'nobody'}`
    failure = undefined
    const response = await api.fetch(request)
    const { status } = response
    findings.statuses.set(status, (findings.statuses.get(status) ?? 0) + 1)
    if (status < 300) findings.carriedOut.add(endpoint.id)
    const misfit = await misfitOf(endpoint, response)
    const why = status >= 500 ? `${status} ${said(failure)}` : misfit
    if (why === null) continue
    const fault = findings.faults.get(`${endpoint.id}: ${why}`) ?? { times: 0, request: shown, why }
    findings.faults.set(`${endpoint.id}: ${why}`, { ...fault, times: fault.times + 1 })
  }
}

const said = (failure: unknown) =>
  failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)

/** Somebody of some role as it is usually given, mostly one who may do much. */
function actorFrom(ids: Ids, dice: Dice): Actor | null {
  if (dice() < 0.02) return null
  const role: Role = dice() < 0.6 ? 'administrator' : oneOf(dice, roles)
  const of = (kind: string) => oneOf(dice, ids[kind] ?? [])
  const place = {
    organisationId: role === 'administrator' || role === 'coordinator' ? null : of('organisations'),
    allianceId: role === 'coordinator' ? of('alliances') : null,
  }
  return {
    id: of('people'),
    name: role,
    role: 'manager',
    userId: uuidOf(dice),
    sessionId: uuidOf(dice),
    appointments: [{ role, ...place }],
  }
}

function uuidOf(dice: Dice): string {
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(dice() * 16).toString(16)).join('')
  return `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`
}

/** The request as one would send it again by hand, cut where it is very long. */
async function inWords(request: Request): Promise<string> {
  const headers = [...request.headers].map(([name, value]) => `${name}: ${value.slice(0, 200)}`)
  const body = (await request.text()).slice(0, 3000)
  return [`${request.method} ${request.url.slice(0, 2000)}`, ...headers, ...(body ? ['', body] : [])].join(
    '\n',
  )
}
