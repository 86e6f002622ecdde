// Made by scripts/db-types.ts from the migrations. Do not edit.
import type { ColumnType, Generated } from 'kysely'

/** JSON: read as a value, written as text. */
export type JsonColumn = ColumnType<unknown, string, string>
export type DefaultedJsonColumn = ColumnType<unknown, string | undefined, string>

export interface AccountsTable {
  id: string
  version: Generated<number>
  organisation_id: string
  closed_on: string
  basis: string
  consolidated: Generated<boolean>
  headcount: number | null
  turnover_minor: number | null
  balance_sheet_minor: number | null
  currency: string
  rate: string | null
  rate_on: string | null
  rate_source: string | null
  note: string | null
  sample: Generated<boolean>
  created_at: string
  updated_at: string
}

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

export interface AgreementStandingTable {
  agreement_id: string
  required_count: number
  signed_days: string[]
  signed_on: string | null
  stages_since: string[]
  stages: string[]
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

export interface AidTable {
  id: string
  version: Generated<number>
  organisation_id: string
  origin: string
  granted_on: string
  member_state: string
  basis: string
  regulation: string | null
  amount_minor: number
  currency: string
  rate: string | null
  euros: number
  purpose: string
  eligible_costs_minor: number | null
  instrument: string
  sector: string | null
  granter_id: string | null
  granter_name: string | null
  reference: string | null
  participation_id: string | null
  service_id: string | null
  expense_id: string | null
  reason: string | null
  warnings: Generated<string[]>
  note: string | null
  sample: Generated<boolean>
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

export interface ApiTokensTable {
  id: string
  user_id: string
  name: string
  token_sha256: string
  hint: string
  scopes: string[]
  created_at: string
  expires_at: string
  last_used_at: string | null
  revoked_at: string | null
}

export interface AppointmentsTable {
  id: string
  user_id: string
  role: string
  organisation_id: string | null
  alliance_id: string | null
  created_at: string
}

export interface AttemptsTable {
  key: string
  failures: number
  since: string
}

export interface AttendancesTable {
  state_id: string
  participation_id: string
  mission_id: string
  side: string
  organisation_id: string
  cluster_id: string | null
  sample: boolean
  since: string
  until: string
}

export interface AuditBlocksTable {
  number: number
  at: string
  last: number
  hash: string
}

export interface AuditEntriesTable {
  seq: Generated<number>
  at: string
  kind: string
  verb: string | null
  user_id: string | null
  person_id: string | null
  noun: string | null
  record_id: string | null
  change_set_id: string | null
  detail: string | null
  expired: Generated<boolean>
  position: number | null
  salt: string | null
  act: string | null
  content_salt: string | null
  content: string | null
  hash: string | null
}

export interface AuditHeadTable {
  id: number
  active: Generated<boolean>
  blocks: Generated<number>
  entries: Generated<number>
  hash: Generated<string>
}

export interface AuthAccountsTable {
  id: string
  account_id: string
  provider_id: string
  user_id: string
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: string | null
  refresh_token_expires_at: string | null
  scope: string | null
  password: string | null
  created_at: string
  updated_at: string
}

export interface AuthSessionsTable {
  id: string
  token: string
  user_id: string
  expires_at: string
  ip_address: string | null
  user_agent: string | null
  created_at: string
  updated_at: string
}

export interface AuthTwoFactorsTable {
  id: string
  secret: string
  backup_codes: string
  user_id: string
  verified: Generated<boolean>
  failed_verification_count: Generated<number>
  locked_until: string | null
}

export interface AuthUsersTable {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  two_factor_enabled: Generated<boolean>
  person_id: string | null
  suspended_at: string | null
  created_at: string
  updated_at: string
}

export interface AuthVerificationsTable {
  id: string
  identifier: string
  value: string
  expires_at: string
  created_at: string
  updated_at: string
}

export interface BudgetAmountsTable {
  id: string
  grant_id: string
  version_id: string
  line_id: string
  amount_minor: number
}

export interface BudgetLinesTable {
  id: string
  grant_id: string
  position: number
  name: string | null
  category: string
  cluster_id: string | null
  market_id: string | null
  mission_id: string | null
  work_package: string | null
  sample: Generated<boolean>
}

export interface BudgetTransfersTable {
  id: string
  grant_id: string
  version_id: string
  from_line_id: string
  to_line_id: string
  amount_minor: number
  on_date: string
  reason: string | null
  verdict: JsonColumn
  by_id: string | null
  sample: Generated<boolean>
  created_at: string
}

export interface BudgetVersionsTable {
  id: string
  grant_id: string
  position: number
  kind: string
  title: string | null
  note: string | null
  adopted_on: string | null
  sample: Generated<boolean>
  created_at: string
}

export interface CalendarFeedsTable {
  id: string
  name: string
  token_hash: string
  kinds: string[]
  alliance_id: string | null
  cluster_id: string | null
  market_id: string | null
  language: string
  alarm_days: number | null
  made_by_id: string | null
  hidden_nouns: Generated<string[]>
  read_at: string | null
  revoked_at: string | null
  created_at: string
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

export interface ClaimRowsTable {
  id: string
  grant_id: string
  claim_id: string
  position: number
  kind: string
  expense_id: string
  share_id: string
  line_id: string | null
  payer_id: string | null
  bp: number
  whole_minor: number
  currency: string
  part_minor: number
  amount_minor: number
  claimed_before: number | null
  rate_policy: string
  rate: string
  cross_rate: string | null
  rate_on: string | null
  rate_source: string
  rate_provisional: boolean
  decision: string | null
  reason: string | null
}

export interface ClaimSumsTable {
  id: string
  grant_id: string
  claim_id: string
  line_id: string | null
  amount_minor: number
  rejected_minor: Generated<number>
}

export interface ClaimsTable {
  id: string
  version: Generated<number>
  grant_id: string
  number: number
  title: string | null
  from_date: string
  to_date: string
  due_on: string | null
  note: string | null
  frozen_on: string | null
  submitted_on: string | null
  decided_on: string | null
  paid_on: string | null
  paid_minor: number | null
  frozen: JsonColumn | null
  sample: Generated<boolean>
  created_at: string
  updated_at: string
}

export interface CompanyAddressesTable {
  id: string
  organisation_id: string
  position: number
  kind: string
  lines: string | null
  postcode: string | null
  town: string | null
  region: string | null
  country: string | null
  from_date: string | null
  to_date: string | null
  sample: Generated<boolean>
}

export interface CompanyDeclarationsTable {
  id: string
  organisation_id: string
  position: number
  kind: string
  signed_on: string
  signatory: string | null
  note: string | null
  sample: Generated<boolean>
}

export interface CompanyMarketsTable {
  id: string
  organisation_id: string
  position: number
  market_id: string
  readiness: string
  products: string | null
  interests: string | null
  sample: Generated<boolean>
}

export interface CompanyMembersTable {
  cluster_id: string
  organisation_id: string
  from_date: string
  to_date: string
}

export interface CompanyProfilesTable {
  id: string
  legal_form: string | null
  sectors: Generated<string[]>
  themes: Generated<string[]>
  languages: Generated<string[]>
  export_experience: string | null
  exports_since: string | null
  export_share: number | null
  fiscal_year_end: Generated<string>
  aid_sector: Generated<string>
  member_state: string | null
  sample: Generated<boolean>
}

export interface CompanyStandingTable {
  organisation_id: string
  served_on: string | null
  participations: number
  counterpart: Generated<boolean>
}

export interface CooperationActionsTable {
  id: string
  agreement_id: string
  position: number
  title: string
  state: string
  due: string | null
}

export interface DefaultViewsTable {
  id: string
  owner_id: string | null
  list: string
  view_id: string | null
  built_in: string | null
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
  sample: Generated<boolean>
}

export interface ErasedPeopleTable {
  id: string
  erased_on: string
}

export interface ExpenseSharesTable {
  id: string
  expense_id: string
  position: number
  grant_id: string
  line_id: string | null
  bp: number
  part_minor: number
  amount_minor: number
  rate_policy: string
  rate: string
  cross_rate: string | null
  rate_on: string | null
  rate_source: string
  rate_provisional: boolean
}

export interface ExpensesTable {
  id: string
  version: Generated<number>
  title: string
  reference: string | null
  note: string | null
  supplier_id: string | null
  supplier_name: string | null
  payer_id: string | null
  beneficiary_id: string | null
  mission_id: string | null
  company_id: string | null
  amount_minor: number
  currency: string
  vat_minor: number | null
  vat_recoverable: boolean | null
  planned_on: string | null
  expected_on: string | null
  committed_on: string | null
  paid_on: string | null
  cancelled_on: string | null
  part_of_id: string | null
  entered_by_id: string | null
  approved_by_id: string | null
  approved_on: string | null
  sample: Generated<boolean>
  deleted_at: string | null
  created_at: string
  updated_at: string
}

export interface FollowUpsTable {
  id: string
  mission_id: string
  participation_id: string
  months: number
  task_id: string
}

export interface GrantFundersTable {
  id: string
  grant_id: string
  position: number
  organisation_id: string
  kind: string
  share_bp: number | null
  amount_minor: number | null
}

export interface GrantsTable {
  id: string
  version: Generated<number>
  title: string
  reference: string | null
  programme: string | null
  call: string | null
  summary: string | null
  alliance_id: string | null
  cluster_id: string | null
  starts: string | null
  ends: string | null
  currency: string
  total_kind: string
  total_minor: number | null
  rules: JsonColumn
  closed_on: string | null
  sample: Generated<boolean>
  deleted_at: string | null
  created_at: string
  updated_at: string
}

export interface IdempotencyKeysTable {
  key: string
  fingerprint: string
  status: number | null
  headers: JsonColumn | null
  body: string | null
  created_at: string
}

export interface ImportKeysTable {
  import_id: string
  kind: string
  key: string
  position: number
}

export interface ImportMappingsTable {
  id: string
  fingerprint: string
  mapping: JsonColumn
  updated_at: string
}

export interface ImportRowsTable {
  id: string
  import_id: string
  position: number
  line: number
  draft: JsonColumn
  verdict: string
  matches: JsonColumn
  decision: string | null
  target_id: string | null
  target_position: number | null
  outcome: string | null
  record_id: string | null
  refusal: JsonColumn | null
}

export interface ImportsTable {
  id: string
  version: Generated<number>
  name: string
  source: string
  headers: string[]
  mapping: JsonColumn
  on_update: string
  state: string
  created_at: string
  updated_at: string
}

export interface IndicatorsTable {
  id: string
  version: Generated<number>
  title: string
  title_fr: string | null
  definition: string | null
  definition_fr: string | null
  vocabulary: string
  alliance_id: string | null
  cluster_id: string | null
  grant_id: string | null
  funder_id: string | null
  measure: string
  market_id: string | null
  kinds: Generated<string[]>
  through: Generated<string[]>
  starts: string | null
  ends: string | null
  target: number | null
  currency: string | null
  sample: Generated<boolean>
  deleted_at: string | null
  created_at: string
  updated_at: string
}

export interface InvitationsTable {
  token_sha256: string
  user_id: string
  expires_at: string
  created_at: string
}

export interface LedgerTable {
  share_id: string
  expense_id: string
  grant_id: string
  line_id: string | null
  order_id: string | null
  payer_id: string | null
  beneficiary_id: string | null
  currency: string
  part_minor: number
  amount_minor: number
  planned_on: string | null
  expected_on: string | null
  committed_on: string | null
  paid_on: string | null
  cancelled_on: string | null
  reckoned_on: string
  has_receipt: boolean
}

export interface LedgerCellsTable {
  grant_id: string
  line_id: string | null
  currency: string
  grain: string
  day: string
  planned: number
  committed: number
  paid: number
  planned_part: number
  committed_part: number
  expenses: number
  bare: number
  settled: number
  bare_paid: number
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

export interface MatchKeysTable {
  noun: string
  kind: string
  key: string
  record_id: string
}

export interface MeetingOrdersTable {
  id: string
  meeting_id: string
  after_id: string
}

export interface MeetingTablesTable {
  id: string
  mission_id: string
  position: number
  name: string
  place: string | null
  sample: Generated<boolean>
}

export interface MeetingsTable {
  id: string
  version: Generated<number>
  mission_id: string
  a_id: string
  b_id: string
  bound: Generated<string>
  slot_id: string | null
  table_id: string | null
  locked: Generated<boolean>
  state: Generated<string>
  rating: string | null
  remark: string | null
  moved_to: string | null
  sample: Generated<boolean>
  deleted_at: string | null
  created_at: string
  updated_at: string
}

export interface MergedOrganisationsTable {
  id: string
  into_id: string
}

export interface MergedPeopleTable {
  id: string
  into_id: string
}

export interface MigrationsTable {
  name: string
  run_at: Generated<string>
}

export interface MissionAgreementsTable {
  id: string
  mission_id: string
  position: number
  agreement_id: string
  action_id: string | null
}

export interface MissionBodiesTable {
  id: string
  mission_id: string
  position: number
  organisation_id: string
  role: string
}

export interface MissionCriteriaTable {
  id: string
  mission_id: string
  position: number
  name: string
  weight: number
  sample: Generated<boolean>
}

export interface MissionStagesTable {
  id: string
  mission_id: string
  stage: string
  since: string
}

export interface MissionStepsTable {
  id: string
  mission_id: string
  position: number
  phase: string
  key: string | null
  title: string | null
  due: string | null
  anchor: string | null
  days: number | null
  done_on: string | null
  owner_id: string | null
  sample: Generated<boolean>
}

export interface MissionsTable {
  id: string
  version: Generated<number>
  title: string
  kind: string
  summary: string | null
  alliance_id: string | null
  market_id: string | null
  region_id: string | null
  starts: string | null
  ends: string | null
  start_time: string | null
  time_zone: string | null
  home_time_zone: string | null
  venue: string | null
  town: string | null
  country: string | null
  latitude: number | null
  longitude: number | null
  capacity: number | null
  fee_minor: number | null
  fee_currency: string | null
  applications_close: string | null
  free_withdrawal_until: string | null
  cancelled_on: string | null
  cancelled_reason: string | null
  closed_on: string | null
  sample: Generated<boolean>
  deleted_at: string | null
  created_at: string
  updated_at: string
}

export interface NotDuplicatesTable {
  id: string
  noun: string
  a_id: string
  b_id: string
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

export interface OrganisationStandingTable {
  organisation_id: string
  partner: boolean
  agreement_count: number
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

export interface OutcomeCompaniesTable {
  id: string
  mission_id: string
  outcome_id: string
  position: number
  organisation_id: string
}

export interface OutcomesTable {
  id: string
  version: Generated<number>
  mission_id: string
  kind: string
  title: string
  on_date: string | null
  value_minor: number | null
  value_currency: string | null
  counterpart_id: string | null
  meeting_id: string | null
  evidence: string | null
  confirmed_on: string | null
  sample: Generated<boolean>
  created_at: string
  updated_at: string
}

export interface OwnershipTable {
  id: string
  version: Generated<number>
  holder_id: string | null
  holder_person_id: string | null
  held_id: string
  holder_type: string
  capital: number | null
  voting: number | null
  appoints_board: Generated<boolean>
  dominant_influence: Generated<boolean>
  votes_by_agreement: Generated<boolean>
  same_market: boolean | null
  invested: number | null
  budget: number | null
  inhabitants: number | null
  from_date: string | null
  to_date: string | null
  note: string | null
  sample: Generated<boolean>
  created_at: string
  updated_at: string
}

export interface ParticipationPeopleTable {
  id: string
  participation_id: string
  position: number
  person_id: string
}

export interface ParticipationScoresTable {
  id: string
  participation_id: string
  criterion_id: string
  score: number
  note: string | null
}

export interface ParticipationStatesTable {
  id: string
  participation_id: string
  position: number
  state: string
  since: string
  reason: string | null
  turn: number | null
  aid: number | null
}

export interface ParticipationsTable {
  id: string
  version: Generated<number>
  mission_id: string
  side: string
  organisation_id: string
  cluster_id: string | null
  themes: Generated<string[]>
  offers: Generated<string[]>
  seeks: Generated<string[]>
  languages: Generated<string[]>
  note: string | null
  fee_minor: number | null
  fee_currency: string | null
  fee_paid_on: string | null
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

export interface PersonConsentsTable {
  id: string
  person_id: string
  position: number
  purpose: string
  decision: string
  on_date: string
  how: string | null
}

export interface PersonPrivacyTable {
  id: string
  legal_basis: string | null
  source: string | null
  collected_on: string | null
  keep_months: number | null
}

export interface PinsTable {
  id: string
  owner_id: string | null
  noun: string
  record_id: string
  created_at: string
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

export interface RateDaysTable {
  id: string
  on_day: string
  quotes: JsonColumn
}

export interface RegistrationNumbersTable {
  id: string
  organisation_id: string
  position: number
  scheme: string
  value: string
  note: string | null
  sample: Generated<boolean>
}

export interface ReportRunsTable {
  id: string
  report_id: string
  position: number
  as_of: string
  starts: string | null
  ends: string | null
  language: string
  at: string
  by_id: string | null
  seen: number
  subject: string
  figures: JsonColumn
  records: JsonColumn
  sample: Generated<boolean>
}

export interface ReportsTable {
  id: string
  version: Generated<number>
  title: string
  kind: string
  grant_id: string | null
  alliance_id: string | null
  organisation_id: string | null
  market_id: string | null
  mission_id: string | null
  language: string
  starts: string | null
  ends: string | null
  sample: Generated<boolean>
  deleted_at: string | null
  created_at: string
  updated_at: string
}

export interface RequestsTable {
  id: string
  version: Generated<number>
  mission_id: string
  from_id: string
  to_id: string
  wish: string
  note: string | null
  expires_on: string | null
  answer: Generated<string>
  answered_on: string | null
  sample: Generated<boolean>
  created_at: string
  updated_at: string
}

export interface SavedViewsTable {
  id: string
  version: Generated<number>
  owner_id: string | null
  shared: boolean
  list: string
  name: string
  state: JsonColumn
  created_at: string
  updated_at: string
}

export interface ScheduleRunsTable {
  id: string
  mission_id: string
  position: number
  kind: string
  label: string | null
  by_id: string | null
  at: string
  figures: JsonColumn
  placements: JsonColumn
  unplaced: JsonColumn
  sample: Generated<boolean>
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

export interface SeatsTable {
  meeting_id: string
  slot_id: string
  taken_id: string
}

export interface ServicesTable {
  id: string
  version: Generated<number>
  organisation_id: string
  kind: string
  title: string
  provider_id: string | null
  cluster_id: string | null
  market_id: string | null
  starts: string | null
  ends: string | null
  value_minor: number | null
  value_currency: string | null
  note: string | null
  sample: Generated<boolean>
  created_at: string
  updated_at: string
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

export interface SlotsTable {
  id: string
  mission_id: string
  position: number
  day: string
  starts: string
  ends: string
  session: string
  sample: Generated<boolean>
}

export interface SmePeriodsTable {
  organisation_id: string
  from_date: string
  to_date: string
  status: string
  confirmed: boolean
  undertaking_id: string
  listed: boolean
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

export interface TableClosuresTable {
  id: string
  mission_id: string
  table_id: string
  slot_id: string
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
  sample: Generated<boolean>
  repeats: JsonColumn | null
  follows_id: string | null
  snoozed_from: string | null
  snoozed_until: string | null
  snoozed_to_start: Generated<boolean>
}

export interface UnavailabilitiesTable {
  id: string
  participation_id: string
  slot_id: string
}

export interface WebhookAttemptsTable {
  delivery_id: string
  number: number
  at: string
  status: number | null
  ms: number
  error: string | null
}

export interface WebhookDeliveriesTable {
  id: string
  seq: Generated<number>
  endpoint_id: string
  at: string
  type: string
  noun: string | null
  record_id: string | null
  version: number | null
  count: number | null
  verb: string | null
  state: Generated<string>
  next_at: string | null
  claim: string | null
  tries: Generated<number>
}

export interface WebhookEndpointsTable {
  id: string
  url: string
  description: string | null
  nouns: string[]
  enabled: boolean
  secret: string
  former_secret: string | null
  former_until: string | null
  failing_since: string | null
  last_at: string | null
  last_status: number | null
  last_ms: number | null
  last_error: string | null
  off_reason: string | null
  off_at: string | null
  made_by_id: string | null
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
  accounts: AccountsTable
  affiliations: AffiliationsTable
  agreement_attendees: AgreementAttendeesTable
  agreement_parties: AgreementPartiesTable
  agreement_stages: AgreementStagesTable
  agreement_standing: AgreementStandingTable
  agreements: AgreementsTable
  aid: AidTable
  alliance_members: AllianceMembersTable
  alliances: AlliancesTable
  api_tokens: ApiTokensTable
  appointments: AppointmentsTable
  attempts: AttemptsTable
  attendances: AttendancesTable
  audit_blocks: AuditBlocksTable
  audit_entries: AuditEntriesTable
  audit_head: AuditHeadTable
  auth_accounts: AuthAccountsTable
  auth_sessions: AuthSessionsTable
  auth_two_factors: AuthTwoFactorsTable
  auth_users: AuthUsersTable
  auth_verifications: AuthVerificationsTable
  budget_amounts: BudgetAmountsTable
  budget_lines: BudgetLinesTable
  budget_transfers: BudgetTransfersTable
  budget_versions: BudgetVersionsTable
  calendar_feeds: CalendarFeedsTable
  change_sets: ChangeSetsTable
  changes: ChangesTable
  citations: CitationsTable
  claim_rows: ClaimRowsTable
  claim_sums: ClaimSumsTable
  claims: ClaimsTable
  company_addresses: CompanyAddressesTable
  company_declarations: CompanyDeclarationsTable
  company_markets: CompanyMarketsTable
  company_members: CompanyMembersTable
  company_profiles: CompanyProfilesTable
  company_standing: CompanyStandingTable
  cooperation_actions: CooperationActionsTable
  default_views: DefaultViewsTable
  document_contents: DocumentContentsTable
  documents: DocumentsTable
  erased_people: ErasedPeopleTable
  expense_shares: ExpenseSharesTable
  expenses: ExpensesTable
  follow_ups: FollowUpsTable
  grant_funders: GrantFundersTable
  grants: GrantsTable
  idempotency_keys: IdempotencyKeysTable
  import_keys: ImportKeysTable
  import_mappings: ImportMappingsTable
  import_rows: ImportRowsTable
  imports: ImportsTable
  indicators: IndicatorsTable
  invitations: InvitationsTable
  ledger: LedgerTable
  ledger_cells: LedgerCellsTable
  market_leads: MarketLeadsTable
  market_regions: MarketRegionsTable
  markets: MarketsTable
  match_keys: MatchKeysTable
  meeting_orders: MeetingOrdersTable
  meeting_tables: MeetingTablesTable
  meetings: MeetingsTable
  merged_organisations: MergedOrganisationsTable
  merged_people: MergedPeopleTable
  migrations: MigrationsTable
  mission_agreements: MissionAgreementsTable
  mission_bodies: MissionBodiesTable
  mission_criteria: MissionCriteriaTable
  mission_stages: MissionStagesTable
  mission_steps: MissionStepsTable
  missions: MissionsTable
  not_duplicates: NotDuplicatesTable
  notes: NotesTable
  obligations: ObligationsTable
  organisation_counts: OrganisationCountsTable
  organisation_names: OrganisationNamesTable
  organisation_standing: OrganisationStandingTable
  organisation_websites: OrganisationWebsitesTable
  organisations: OrganisationsTable
  outcome_companies: OutcomeCompaniesTable
  outcomes: OutcomesTable
  ownership: OwnershipTable
  participation_people: ParticipationPeopleTable
  participation_scores: ParticipationScoresTable
  participation_states: ParticipationStatesTable
  participations: ParticipationsTable
  people: PeopleTable
  person_consents: PersonConsentsTable
  person_privacy: PersonPrivacyTable
  pins: PinsTable
  posts: PostsTable
  rate_days: RateDaysTable
  registration_numbers: RegistrationNumbersTable
  report_runs: ReportRunsTable
  reports: ReportsTable
  requests: RequestsTable
  saved_views: SavedViewsTable
  schedule_runs: ScheduleRunsTable
  search_entries: SearchEntriesTable
  search_words: SearchWordsTable
  seats: SeatsTable
  services: ServicesTable
  signatures: SignaturesTable
  slots: SlotsTable
  sme_periods: SmePeriodsTable
  sources: SourcesTable
  statements: StatementsTable
  table_closures: TableClosuresTable
  tasks: TasksTable
  unavailabilities: UnavailabilitiesTable
  webhook_attempts: WebhookAttemptsTable
  webhook_deliveries: WebhookDeliveriesTable
  webhook_endpoints: WebhookEndpointsTable
  workspace: WorkspaceTable
}
