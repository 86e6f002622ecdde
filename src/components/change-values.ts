import type { TFunction } from 'i18next'
import i18next from 'i18next'
import type { ChangeSet } from '../contract/history.ts'
import { wholeShare } from '../domain/grant.ts'
import { isPartialDate } from '../domain/partial-date.ts'
import type { Recurrence } from '../domain/recurrence.ts'
import type { Format } from '../i18n/format.ts'
import { repeatWords } from './dossier/repeat-words.ts'
import { topicWords } from './dossier/topics.ts'

export type T = TFunction<['history', 'common']>
export type Row = Record<string, unknown>

/** One thing that changed, in words. */
export interface ChangeLine {
  what: string
  now: string
  before: string | null
}

/** What the ids in noted rows stand for, and the currencies of their grants and expenses. */
export type Words = Pick<ChangeSet, 'names' | 'currencies'>

/** A field of a noted row. */
export interface NotedField {
  table: string
  key: string
  row: Row
}

export const has = (key: string) => i18next.exists(key, { ns: 'history' })

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

/** Held as whole numbers: hundredths of a percent, hundredths, cents. */
const basisPoints = new Set(['bp', 'share_bp', 'export_share', 'capital', 'voting'])
const euroCents = new Set(['euros', 'invested', 'ownership budget'])

/** Amounts in the currency of the grant, whatever else the row is in. */
const inGrantCurrency = new Set([
  'budget_amounts amount_minor',
  'budget_transfers amount_minor',
  'expense_shares amount_minor',
  'claim_rows amount_minor',
  'claim_rows claimed_before',
  'claims paid_minor',
  'grant_funders amount_minor',
])

/** Amounts in the currency of the expense, of rows that don't name it. */
const inExpenseCurrency = new Set(['expense_shares part_minor'])

/** The currency of an amount in minor units; undefined where it is none, or nobody can tell. */
function currencyOf({ table, key, row }: NotedField, { currencies }: Words): string | undefined {
  if (euroCents.has(key) || euroCents.has(`${table} ${key}`)) return 'EUR'
  if (inGrantCurrency.has(`${table} ${key}`)) return currencies[String(row.grant_id)]
  if (inExpenseCurrency.has(`${table} ${key}`)) return currencies[String(row.expense_id)]
  if (!key.endsWith('_minor')) return undefined
  const own = row[key.replace(/_minor$/, '_currency')] ?? row.currency
  return typeof own === 'string' ? own : undefined
}

function shownNumber(field: NotedField, value: number, set: Words, f: Format): string {
  const currency = currencyOf(field, set)
  if (currency) return f.money({ minor: value, currency })
  if (field.key === 'size') return f.fileSize(value)
  if (basisPoints.has(field.key)) return percentText(value, f)
  return f.number(field.key === 'headcount' ? value / 100 : value)
}

/** Basis points as a percentage, with the digits that they have. */
export const percentText = (bp: number, { language }: Format): string =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 2,
  }).format(bp / wholeShare)

/** The value of a field of a noted row, in the reader's words. */
export function shown(field: NotedField, set: Words, t: T, f: Format): string {
  return shownValue(field, field.row[field.key], set, t, f)
}

function shownValue(field: NotedField, value: unknown, set: Words, t: T, f: Format): string {
  if (value === null || value === undefined || value === '') return t('nothing')
  if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no')
  if (Array.isArray(value)) return f.list(value.map((item) => shownValue(field, item, set, t, f)))
  if (typeof value === 'number') return shownNumber(field, value, set, f)
  if (field.table === 'tasks' && field.key === 'repeats') return repeatWords(value as Recurrence, f)
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, part]) => `${key.replaceAll('_', ' ')}${f.colon}${shownValue(field, part, set, t, f)}`)
      .join('; ')
  return shownText(field, String(value), set, t, f)
}

function shownText({ table, key }: NotedField, text: string, set: Words, t: T, f: Format): string {
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
  if (key === 'category' && has(`category.${text}`)) return t(`category.${text}` as 'category.travel')
  const group = wordsOf[`${table} ${key}`] ?? wordsOf[key]
  if (group && i18next.exists(`${group}.${text}`, { ns: 'common' }))
    return t(`common:${group}.${text}` as 'common:status.active')
  if (has(`value.${text}`) && !ownText.has(key)) return t(`value.${text}` as 'value.other')
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}

/** The fields by which a row is named: the first of these that it has. */
export const naming = [
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
/** The text of all but the state is somebody's own, and is never taken for a word of the app. */
const ownText = new Set(naming.filter((key) => key !== 'state'))
