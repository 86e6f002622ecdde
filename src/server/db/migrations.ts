import foundation from './migrations/0001_foundation.sql?raw'
import missions from './migrations/0002_missions.sql?raw'
import speed from './migrations/0003_speed.sql?raw'
import sample from './migrations/0004_sample.sql?raw'
import grants from './migrations/0005_grants.sql?raw'
import companies from './migrations/0006_companies.sql?raw'
import foundByPresence from './migrations/0007_found_by_presence.sql?raw'
import expenseAid from './migrations/0008_expense_aid.sql?raw'
import imports from './migrations/0009_imports.sql?raw'
import merge from './migrations/0010_merge.sql?raw'
import companySpeed from './migrations/0011_company_speed.sql?raw'
import grantsSpeed from './migrations/0013_grants_speed.sql?raw'
import membersAndWaitingAid from './migrations/0015_members_and_waiting_aid.sql?raw'
import claimsFixed from './migrations/0016_claims_fixed.sql?raw'
import indicatorsAndReports from './migrations/0017_indicators_and_reports.sql?raw'
import savedViews from './migrations/0018_saved_views.sql?raw'
import tasksAgain from './migrations/0019_tasks_again.sql?raw'
import access from './migrations/0020_access.sql?raw'
import importSpeed from './migrations/0023_import_speed.sql?raw'
import auditChain from './migrations/0026_audit_chain.sql?raw'
import oneHomeForTargets from './migrations/0030_one_home_for_targets.sql?raw'
import apiTokens from './migrations/0031_api_tokens.sql?raw'
import webhooks from './migrations/0032_webhooks.sql?raw'
import keysOnce from './migrations/0039_keys_once.sql?raw'
import viewsSpeed from './migrations/0041_views_speed.sql?raw'
import importById from './migrations/0042_import_by_id.sql?raw'

/** Every migration, oldest first: plain SQL, each run once in a transaction. A released one is never edited. */
export const migrations: readonly { name: string; sql: string }[] = [
  { name: '0001_foundation', sql: foundation },
  { name: '0002_missions', sql: missions },
  { name: '0003_speed', sql: speed },
  { name: '0004_sample', sql: sample },
  { name: '0005_grants', sql: grants },
  { name: '0006_companies', sql: companies },
  { name: '0007_found_by_presence', sql: foundByPresence },
  { name: '0008_expense_aid', sql: expenseAid },
  { name: '0009_imports', sql: imports },
  { name: '0010_merge', sql: merge },
  { name: '0011_company_speed', sql: companySpeed },
  { name: '0013_grants_speed', sql: grantsSpeed },
  { name: '0015_members_and_waiting_aid', sql: membersAndWaitingAid },
  { name: '0016_claims_fixed', sql: claimsFixed },
  { name: '0017_indicators_and_reports', sql: indicatorsAndReports },
  { name: '0018_saved_views', sql: savedViews },
  { name: '0019_tasks_again', sql: tasksAgain },
  { name: '0020_access', sql: access },
  { name: '0023_import_speed', sql: importSpeed },
  { name: '0026_audit_chain', sql: auditChain },
  { name: '0030_one_home_for_targets', sql: oneHomeForTargets },
  { name: '0031_api_tokens', sql: apiTokens },
  { name: '0032_webhooks', sql: webhooks },
  { name: '0039_keys_once', sql: keysOnce },
  { name: '0041_views_speed', sql: viewsSpeed },
  { name: '0042_import_by_id', sql: importById },
]
