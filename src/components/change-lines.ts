import type { ChangeSet } from '../contract/history.ts'
import { recordNouns } from '../contract/primitives.ts'
import type { Format } from '../i18n/format.ts'
import { type ChangeLine, has, naming, type Row, shown, type T } from './change-values.ts'
import { ruleLines } from './rule-lines.ts'

/** What a row holds for the machine's sake. */
const technical = new Set([
  'id',
  'version',
  'position',
  'noun',
  'record_id',
  'created_at',
  'updated_at',
  'media_type',
  'sha256',
  'sample',
  'origin',
  'frozen',
  'verdict',
])
const referring = [
  'organisation_id',
  'person_id',
  'party_id',
  'criterion_id',
  'from_id',
  'a_id',
  'slot_id',
  'to_id',
  'source_id',
  'alliance_id',
  'agreement_id',
]
/** Rows that tell more by several of their fields. */
const telling: Record<string, readonly string[]> = {
  budget_lines: ['name', 'category', 'cluster_id', 'market_id'],
  budget_amounts: ['line_id', 'amount_minor'],
  budget_transfers: ['from_line_id', 'to_line_id', 'amount_minor', 'on_date'],
  expense_shares: ['grant_id', 'line_id', 'bp', 'amount_minor'],
  claim_rows: ['expense_id', 'amount_minor', 'decision'],
  grant_funders: ['organisation_id', 'share_bp', 'amount_minor'],
  // A decision at the gate with its reason.
  participation_states: ['state', 'reason'],
}
/** What is kept for the machine's sake, and follows from what is told. */
const silent = new Set(['claim_sums'])
/** The records of which a new row needs no list of its fields: their page shows them. */
const pages = new Set<string>(recordNouns)

/** What is told of a change set. */
type Told = Pick<ChangeSet, 'changes' | 'names' | 'currencies'>

/** What a change set did, field by field, in the reader's words. */
export function changeLines(set: Told, t: T, f: Format): ChangeLine[] {
  return set.changes.flatMap(({ table, before, after }) => {
    const what = tableName(table, t)
    if (before && after) return fieldLines(table, before, after, set, t, f)
    const row = after ?? before ?? {}
    if (pages.has(table) || table === 'document_contents') return []
    if (silent.has(table)) return []
    return {
      what,
      now: after ? rowName(table, row, set, t, f) : '',
      before: after ? null : rowName(table, row, set, t, f),
    }
  })
}

function fieldLines(table: string, before: Row, after: Row, set: Told, t: T, f: Format): ChangeLine[] {
  const changed = Object.keys(after).filter(
    (key) => !technical.has(key) && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
  const prefix =
    pages.has(table) || table === 'workspace'
      ? ''
      : `${tableName(table, t)} ${rowName(table, after, set, t, f)} – `
  return changed.flatMap((key) => {
    if (table === 'grants' && key === 'rules') return ruleLines(before.rules, after.rules, t, f)
    return {
      what: prefix + fieldName(table, key, t),
      now: shown({ table, key, row: after }, set, t, f),
      before: shown({ table, key, row: before }, set, t, f),
    }
  })
}

/** What a row holds, field by field. `names` are those of the records that its ids stand for. */
export const factLines = (
  table: string,
  row: Row,
  names: Record<string, string>,
  t: T,
  f: Format,
): { what: string; now: string }[] =>
  Object.keys(row)
    .filter((key) => !technical.has(key))
    .map((key) => ({
      what: fieldName(table, key, t),
      now: shown({ table, key, row }, { names, currencies: {} }, t, f),
    }))

function rowName(table: string, row: Row, set: Told, t: T, f: Format): string {
  if (table === 'budget_versions' && !row.title)
    return t(row.kind === 'initial' ? 'value.budget_initial' : 'value.budget_amendment')
  // Its number among the runs of its report, and the day as of which it tells.
  if (table === 'report_runs') return `${f.number(Number(row.position) + 1)} (${f.date(String(row.as_of))})`
  const told = telling[table]
  if (told)
    return told
      .filter((key) => row[key] !== null && row[key] !== undefined)
      .map((key) => shown({ table, key, row }, set, t, f))
      .join(', ')
  const parts = [...naming, ...referring]
    .filter((key) => row[key] !== null && row[key] !== undefined)
    .slice(0, 1)
    .map((key) => shown({ table, key, row }, set, t, f))
  if (row.given_name) parts.unshift(String(row.given_name))
  return parts.join(' ') || '–'
}

export const tableName = (table: string, t: T) =>
  t(has(`table.${table}`) ? (`table.${table}` as 'table.other') : 'table.other')
const fieldName = (table: string, key: string, t: T) =>
  has(`fieldOf.${table} ${key}`)
    ? t(`fieldOf.${table} ${key}` as 'fieldOf.missions capacity')
    : has(`field.${key}`)
      ? t(`field.${key}` as 'field.name')
      : key.replaceAll('_', ' ')
