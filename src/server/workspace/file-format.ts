import * as z from 'zod'
import { maxDocumentBytes } from '../../contract/dossier.ts'
import { Failure } from '../failure.ts'

/** The workspace file, version 1, as docs/workspace-file.md describes it. */

export const fileFormat = 'corridor-workspace'
export const fileVersion = 1
export const fileMediaType = 'application/vnd.corridor.workspace+zip'

/** A table of the file: its rows stand in the order of `key`, which is unique. */
export interface FileTable {
  name: string
  key: 'id' | 'seq'
}

const byId = (name: string): FileTable => ({ name, key: 'id' })
const bySequence = (name: string): FileTable => ({ name, key: 'seq' })

/** Every table that is carried, each after those that it refers to. */
export const fileTables: readonly FileTable[] = [
  byId('workspace'),
  byId('organisations'),
  byId('organisation_names'),
  byId('organisation_websites'),
  byId('affiliations'),
  byId('people'),
  byId('posts'),
  byId('alliances'),
  byId('alliance_members'),
  byId('markets'),
  byId('market_regions'),
  byId('market_leads'),
  byId('agreements'),
  byId('agreement_stages'),
  byId('agreement_parties'),
  byId('signatures'),
  byId('agreement_attendees'),
  byId('cooperation_actions'),
  byId('obligations'),
  byId('missions'),
  byId('mission_stages'),
  byId('mission_bodies'),
  byId('mission_agreements'),
  byId('mission_steps'),
  byId('mission_criteria'),
  byId('slots'),
  byId('meeting_tables'),
  byId('table_closures'),
  byId('participations'),
  byId('participation_states'),
  byId('participation_people'),
  byId('participation_scores'),
  byId('unavailabilities'),
  byId('requests'),
  byId('meetings'),
  byId('meeting_orders'),
  byId('schedule_runs'),
  byId('outcomes'),
  byId('outcome_companies'),
  byId('follow_ups'),
  byId('grants'),
  byId('grant_funders'),
  byId('budget_versions'),
  byId('budget_lines'),
  byId('budget_amounts'),
  byId('budget_transfers'),
  byId('expenses'),
  byId('expense_shares'),
  byId('claims'),
  byId('claim_rows'),
  byId('claim_sums'),
  byId('rate_days'),
  byId('company_profiles'),
  byId('registration_numbers'),
  byId('company_addresses'),
  byId('company_markets'),
  byId('company_declarations'),
  byId('accounts'),
  byId('ownership'),
  byId('services'),
  byId('aid'),
  byId('notes'),
  byId('tasks'),
  byId('documents'),
  byId('sources'),
  byId('citations'),
  byId('statements'),
  byId('merged_organisations'),
  byId('merged_people'),
  byId('not_duplicates'),
  byId('person_privacy'),
  byId('person_consents'),
  byId('erased_people'),
  byId('imports'),
  byId('import_rows'),
  byId('import_mappings'),
  byId('indicators'),
  byId('reports'),
  byId('report_runs'),
  byId('saved_views'),
  byId('default_views'),
  byId('pins'),
  bySequence('change_sets'),
  bySequence('changes'),
]

/** Tables that files of earlier versions have: up to which migration, and the function that makes of their rows what is held today. */
export const formerTables: readonly { name: string; until: string; taken: string }[] = [
  { name: 'alliance_targets', until: '0030_one_home_for_targets', taken: 'take_alliance_targets' },
]

/** Not carried, but made from other tables: by `refresh_all_search`, and `seats` by a trigger of its own. */
export const derivedTables = [
  'search_entries',
  'search_words',
  'organisation_counts',
  'agreement_standing',
  'organisation_standing',
  'seats',
  'ledger',
  'ledger_cells',
  'sme_periods',
  'company_standing',
  'company_members',
  'attendances',
  'match_keys',
  'import_keys',
]
/** Not carried: the host's own affairs. */
export const hostTables = [
  'migrations',
  'idempotency_keys',
  'calendar_feeds',
  'auth_users',
  'auth_sessions',
  'auth_accounts',
  'auth_verifications',
  'auth_two_factors',
  'appointments',
  'invitations',
  'api_tokens',
  'attempts',
  'audit_entries',
  'audit_blocks',
  'audit_head',
  'webhook_endpoints',
  'webhook_deliveries',
  'webhook_attempts',
]
/** The documents' bytes, which are entries of their own. */
export const contentTable = 'document_contents'

export const manifestName = 'manifest.json'
export const tableFile = (table: string) => `tables/${table}.ndjson`
export const documentFile = (sha256: string) => `documents/${sha256}`
/** In a backup, and nowhere else: what is the host's own (src/server/backup). An import of the workspace passes over it. */
export const hostManifestName = 'host.json'
export const hostFile = (table: string) => `host/${table}.ndjson`
export const hostFileName = /^host\/([a-z_0-9]{1,63})\.ndjson$/
export const documentFileName = /^documents\/([0-9a-f]{64})$/

export const manifest = z.strictObject({
  format: z.literal(fileFormat),
  version: z.literal(fileVersion),
  /** The newest migration of the database that the file was made from. */
  schema: z.string().max(200),
  /** How many rows each table has. */
  tables: z.record(z.string().max(100), z.int().min(0)),
  /** How many documents' bytes there are. */
  documents: z.int().min(0),
})
export type Manifest = z.infer<typeof manifest>

/** What is the host's own, in a backup. */
export const hostManifest = z.strictObject({
  format: z.literal('corridor-host'),
  version: z.literal(1),
  schema: z.string().max(200),
  madeAt: z.string().max(40),
  tables: z.record(z.string().max(100), z.int().min(0)),
})
export type HostManifest = z.infer<typeof hostManifest>

/** What a file may hold, unpacked, in bytes; a file that says or turns out to be larger is refused before it is read. */
export const limits = {
  manifest: 1024 * 1024,
  table: 512 * 1024 * 1024,
  line: 8 * 1024 * 1024,
  document: maxDocumentBytes,
  whole: 2 * 1024 * 1024 * 1024,
}

/** A refusal of the file. `where` is the entry ("tables/notes.ndjson"), `line` counts from 1. */
export const fileInvalid = (where: string, why: string, line?: number): Failure =>
  new Failure('workspace_file_invalid', `${where}${line === undefined ? '' : `, line ${line}`}: ${why}`, {
    params: { where, why, ...(line === undefined ? {} : { line }) },
  })
