import type { TFunction } from 'i18next'
import i18next from 'i18next'
import type { ChangeSet } from '../contract/history.ts'
import { recordNouns } from '../contract/primitives.ts'
import { isPartialDate } from '../domain/partial-date.ts'
import type { Format } from '../i18n/format.ts'
import { topicWords } from './dossier/topics.ts'

type T = TFunction<['history', 'common']>
type Row = Record<string, unknown>

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
])
const naming = [
  'name',
  'title',
  'filename',
  'family_name',
  'description',
  'body',
  'url',
  'stage',
  'topic',
  'state',
  'key',
  'label',
]
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
/** The records of which a new row needs no list of its fields: their page shows them. */
const pages = new Set<string>(recordNouns)

/** One thing that changed, in words. */
export interface ChangeLine {
  what: string
  now: string
  before: string | null
}

/** What a change set did, field by field, in the reader's words. */
export function changeLines(set: ChangeSet, t: T, f: Format): ChangeLine[] {
  return set.changes.flatMap(({ table, before, after }) => {
    const what = tableName(table, t)
    if (before && after) return fieldLines(table, before, after, set, t, f)
    const row = after ?? before ?? {}
    if (pages.has(table) || table === 'document_contents') return []
    return {
      what,
      now: after ? rowName(table, row, set, t, f) : '',
      before: after ? null : rowName(table, row, set, t, f),
    }
  })
}

function fieldLines(table: string, before: Row, after: Row, set: ChangeSet, t: T, f: Format): ChangeLine[] {
  const changed = Object.keys(after).filter(
    (key) => !technical.has(key) && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
  const prefix =
    pages.has(table) || table === 'workspace'
      ? ''
      : `${tableName(table, t)} ${rowName(table, after, set, t, f)} – `
  return changed.map((key) => ({
    what: prefix + fieldName(table, key, t),
    now: shown(table, key, after[key], set, t, f),
    before: shown(table, key, before[key], set, t, f),
  }))
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
    .map((key) => ({ what: fieldName(table, key, t), now: shown(table, key, row[key], { names }, t, f) }))

function rowName(table: string, row: Row, set: ChangeSet, t: T, f: Format): string {
  const parts = [...naming, ...referring]
    .filter((key) => row[key] !== null && row[key] !== undefined)
    .slice(0, 1)
    .map((key) => shown(table, key, row[key], set, t, f))
  if (row.given_name) parts.unshift(String(row.given_name))
  return parts.join(' ') || '–'
}

const has = (key: string) => i18next.exists(key, { ns: 'history' })
export const tableName = (table: string, t: T) =>
  t(has(`table.${table}`) ? (`table.${table}` as 'table.other') : 'table.other')
const fieldName = (table: string, key: string, t: T) =>
  has(`fieldOf.${table} ${key}`)
    ? t(`fieldOf.${table} ${key}` as 'fieldOf.missions capacity')
    : has(`field.${key}`)
      ? t(`field.${key}` as 'field.name')
      : key.replaceAll('_', ' ')

/** The words of enumerations, by the field they stand in, or by table and field where others have such a field too. */
const wordsOf: Record<string, string> = {
  type: 'agreementType',
  stage: 'status',
  side: 'side',
  kinds: 'organisationKind',
  'mission_stages stage': 'missionStatus',
  'missions kind': 'missionKind',
  'mission_bodies role': 'missionRole',
  'participation_states state': 'participationState',
}

function shown(
  table: string,
  key: string,
  value: unknown,
  set: Pick<ChangeSet, 'names'>,
  t: T,
  f: Format,
): string {
  if (value === null || value === undefined || value === '') return t('nothing')
  if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no')
  if (Array.isArray(value)) return f.list(value.map((item) => shown(table, key, item, set, t, f)))
  if (typeof value === 'number') return key === 'size' ? f.fileSize(value) : f.number(value)
  if (typeof value === 'object') return JSON.stringify(value)
  const text = String(value)
  const name = set.names[text]
  if (name) return name
  if (key === 'country') return f.country(text)
  if (key === 'language') return f.languageName(text)
  if (key.endsWith('_at')) return f.instant(text)
  if (isPartialDate(text) && key !== 'name' && key !== 'title') return f.date(text)
  // A template's text, where the screen that has it is the one being looked at.
  const template: unknown =
    key === 'key' ? i18next.getResource(i18next.language, 'missions', `template.${text}`) : undefined
  if (typeof template === 'string') return template
  if (key === 'topic') return topicWords(text)
  const group = wordsOf[`${table} ${key}`] ?? wordsOf[key]
  if (group && i18next.exists(`${group}.${text}`, { ns: 'common' })) {
    return t(`common:${group}.${text}` as 'common:status.active')
  }
  if (has(`value.${text}`) && (key === 'state' || !naming.includes(key)))
    return t(`value.${text}` as 'value.other')
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}
