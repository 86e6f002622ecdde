// Made by scripts/db-types.ts from the migrations. Do not edit.
import type { ColumnType, Generated } from 'kysely'

/** JSON: read as a value, written as text. */
export type JsonColumn = ColumnType<unknown, string, string>
export type DefaultedJsonColumn = ColumnType<unknown, string | undefined, string>

export interface AffiliationsTable {
  id: string
  organisation_id: string
  position: number
  to_id: string
  role: string
  detail: string | null
  from_date: string | null
  to_date: string | null
}

export interface AgreementAttendeesTable {
  id: string
  agreement_id: string
  position: number
  role: string
  person_id: string | null
  organisation_id: string | null
  capacity: string | null
}

export interface AgreementPartiesTable {
  id: string
  agreement_id: string
  position: number
  organisation_id: string
  side: string
  required: boolean
}

export interface AgreementStagesTable {
  id: string
  agreement_id: string
  stage: string
  since: string
}

export interface AgreementsTable {
  id: string
  version: Generated<number>
  title: string
  type: string
  summary: string | null
  alliance_id: string | null
  market_id: string | null
  region_id: string | null
  negotiator_id: string | null
  starts: string | null
  ends: string | null
  notice_days: Generated<number>
  target_signature: string | null
  language: string | null
  reference: string | null
  renews_id: string | null
  abandoned_on: string | null
  abandoned_reason: string | null
  terminated_on: string | null
  terminated_reason: string | null
  sample: Generated<boolean>
  deleted_at: string | null
  created_at: string
  updated_at: string
}

export interface AllianceMembersTable {
  id: string
  alliance_id: string
  position: number
  organisation_id: string
  role: string
  region: string | null
  from_date: string | null
  to_date: string | null
}

export interface AlliancesTable {
  id: string
  version: Generated<number>
  name: string
  description: string | null
  starts: string | null
  ends: string | null
  sample: Generated<boolean>
  deleted_at: string | null
  created_at: string
  updated_at: string
}

export interface ChangeSetsTable {
  id: string
  seq: Generated<number>
  at: string
  actor_id: string | null
  verb: string
  noun: string | null
  record_id: string | null
  title: string | null
  undo_of: string | null
  undone_by: string | null
}

export interface ChangesTable {
  seq: Generated<number>
  change_set_id: string
  table_name: string
  row_id: string
  noun: string | null
  record_id: string | null
  before: JsonColumn | null
  after: JsonColumn | null
}

export interface CitationsTable {
  id: string
  noun: string
  record_id: string
  source_id: string
}

export interface CooperationActionsTable {
  id: string
  agreement_id: string
  position: number
  title: string
  state: string
  due: string | null
}

export interface DocumentContentsTable {
  sha256: string
  bytes: Uint8Array
}

export interface DocumentsTable {
  id: string
  version: Generated<number>
  noun: string
  record_id: string
  filename: string
  media_type: string
  size: number
  sha256: string
  kind: string
  created_at: string
}

export interface IdempotencyKeysTable {
  key: string
  fingerprint: string
  status: number | null
  headers: JsonColumn | null
  body: string | null
  created_at: string
}

export interface MarketLeadsTable {
  id: string
  market_id: string
  position: number
  alliance_id: string
  organisation_id: string | null
  from_date: string | null
  to_date: string | null
}

export interface MarketRegionsTable {
  id: string
  market_id: string
  position: number
  name: string
  detail: string | null
  time_zone: string | null
  latitude: number | null
  longitude: number | null
}

export interface MarketsTable {
  id: string
  version: Generated<number>
  name: string
  country: string
  time_zone: string | null
  practice: string | null
  sample: Generated<boolean>
  deleted_at: string | null
  created_at: string
  updated_at: string
}

export interface MigrationsTable {
  name: string
  run_at: Generated<string>
}

export interface NotesTable {
  id: string
  version: Generated<number>
  noun: string
  record_id: string
  body: string
  author_id: string | null
  created_at: string
  updated_at: string
}

export interface ObligationsTable {
  id: string
  agreement_id: string
  action_id: string
  position: number
  side: string
  description: string
  owner_organisation_id: string | null
  owner_person_id: string | null
  due: string | null
  progress: number
  evidence: string | null
}

export interface OrganisationCountsTable {
  country: string
  kinds: string[]
  living: number
}

export interface OrganisationNamesTable {
  id: string
  organisation_id: string
  position: number
  name: string
  kind: string
  from_date: string | null
  to_date: string | null
}

export interface OrganisationWebsitesTable {
  id: string
  organisation_id: string
  position: number
  url: string
  from_date: string | null
  to_date: string | null
}

export interface OrganisationsTable {
  id: string
  version: Generated<number>
  name: string
  kinds: string[]
  focus: string | null
  country: string | null
  region: string | null
  town: string | null
  latitude: number | null
  longitude: number | null
  founded: string | null
  colour: string | null
  sample: Generated<boolean>
  deleted_at: string | null
  created_at: string
  updated_at: string
}

export interface PeopleTable {
  id: string
  version: Generated<number>
  given_name: string | null
  family_name: string
  native_name: string | null
  email: string | null
  phone: string | null
  language: string | null
  sample: Generated<boolean>
  deleted_at: string | null
  created_at: string
  updated_at: string
}

export interface PostsTable {
  id: string
  person_id: string
  position: number
  organisation_id: string
  title: string | null
  from_date: string | null
  to_date: string | null
}

export interface SearchEntriesTable {
  noun: string
  record_id: string
  title: string
  subtitle: string | null
  text: string
  title_words: string
  sort_title: string
  is_cluster: boolean
}

export interface SearchWordsTable {
  word: string
}

export interface SignaturesTable {
  id: string
  agreement_id: string
  party_id: string
  decision: string
  person_id: string | null
  capacity: string | null
  belongs_to_id: string | null
  signed_on: string
  local_time: string | null
  time_zone: string | null
  place: string | null
  reason: string | null
  accepted: DefaultedJsonColumn
  created_at: string
}

export interface SourcesTable {
  id: string
  version: Generated<number>
  title: string
  publisher: string | null
  date: string | null
  language: string | null
  url: string | null
  created_at: string
  updated_at: string
}

export interface StatementsTable {
  id: string
  version: Generated<number>
  noun: string
  record_id: string
  position: number
  topic: string
  body: string
  at: string | null
  source_id: string
}

export interface TasksTable {
  id: string
  version: Generated<number>
  title: string
  noun: string | null
  record_id: string | null
  due: string | null
  assignee_id: string | null
  cluster_id: string | null
  done_on: string | null
  created_at: string
  updated_at: string
}

export interface WorkspaceTable {
  id: Generated<string>
  version: Generated<number>
  name: string
  as_of: string | null
  home_currency: Generated<string>
  language: Generated<string>
  origin: Generated<string>
  updated_at: Generated<string>
}

export interface Schema {
  affiliations: AffiliationsTable
  agreement_attendees: AgreementAttendeesTable
  agreement_parties: AgreementPartiesTable
  agreement_stages: AgreementStagesTable
  agreements: AgreementsTable
  alliance_members: AllianceMembersTable
  alliances: AlliancesTable
  change_sets: ChangeSetsTable
  changes: ChangesTable
  citations: CitationsTable
  cooperation_actions: CooperationActionsTable
  document_contents: DocumentContentsTable
  documents: DocumentsTable
  idempotency_keys: IdempotencyKeysTable
  market_leads: MarketLeadsTable
  market_regions: MarketRegionsTable
  markets: MarketsTable
  migrations: MigrationsTable
  notes: NotesTable
  obligations: ObligationsTable
  organisation_counts: OrganisationCountsTable
  organisation_names: OrganisationNamesTable
  organisation_websites: OrganisationWebsitesTable
  organisations: OrganisationsTable
  people: PeopleTable
  posts: PostsTable
  search_entries: SearchEntriesTable
  search_words: SearchWordsTable
  signatures: SignaturesTable
  sources: SourcesTable
  statements: StatementsTable
  tasks: TasksTable
  workspace: WorkspaceTable
}
