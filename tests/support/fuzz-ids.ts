import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { createNote, createSource, createTask, uploadDocument } from '../../src/contract/dossier.ts'
import type { Db } from '../../src/server/db/database.ts'
import type { TestApi } from './api.ts'
import { wholeCompany } from './companies.ts'
import { wholeGrant } from './grant-whole.ts'
import { makers } from './make.ts'
import { wholeMission } from './mission-whole.ts'

/** Ids that a request may ask for, by what they are of. */
export type Ids = Record<string, readonly string[]>

/** Enters something of everything, so that what is asked for is there now and then. */
export async function furnish(api: TestApi): Promise<Ids> {
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
  const one: Record<string, string> = {
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
  return Object.fromEntries(Object.entries(one).map(([of, id]) => [of, [id]]))
}

async function newest(api: TestApi, table: 'requests'): Promise<string> {
  const { id } = await api.db.selectFrom(table).select('id').orderBy('id').executeTakeFirstOrThrow()
  return id
}

/** Whose ids stand in which table, where it is not called the same. */
const tableOf: Record<string, string> = {
  parties: 'agreement_parties',
  steps: 'mission_steps',
  criteria: 'mission_criteria',
  actions: 'cooperation_actions',
  counterparts: 'participations',
  tables: 'meeting_tables',
  regions: 'market_regions',
  companies: 'company_profiles',
  holders: 'organisations',
  lines: 'budget_lines',
  otherLines: 'budget_lines',
  versions: 'budget_versions',
  transfers: 'budget_transfers',
  orders: 'expenses',
  shares: 'expense_shares',
  claimRows: 'claim_rows',
  runs: 'schedule_runs',
  history: 'change_sets',
}

const sameName = [
  ...['organisations', 'people', 'alliances', 'markets', 'agreements', 'signatures', 'missions', 'slots'],
  ...['participations', 'requests', 'meetings', 'outcomes', 'grants', 'expenses', 'claims', 'accounts'],
  ...['ownership', 'services', 'aid', 'notes', 'tasks', 'documents', 'sources', 'statements', 'imports'],
  ...['indicators', 'reports'],
]

/** Some dozens of the ids of each kind that a workspace holds, the same ones each time. */
export async function idsIn(db: Db): Promise<Ids> {
  const ids: Record<string, readonly string[]> = { nowhere: ['00000000-0000-4000-8000-000000000000'] }
  for (const of of [...sameName, ...Object.keys(tableOf)]) {
    const table = tableOf[of] ?? of
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(table)} order by md5(id::text) limit 40`.execute(db)
    if (rows.length > 0) ids[of] = rows.map(({ id }) => id)
  }
  return ids
}

/** Whose id a field or parameter of this name asks for; `id` follows the operation, `recordId` goes to the agreement. */
export const askedFor: Record<string, string> = {
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
  regionId: 'regions',
  signatureId: 'signatures',
  runId: 'runs',
  expenseId: 'expenses',
  team: 'organisations',
}
