import { useTranslation } from 'react-i18next'
import type { ConflictField } from '../components/conflict-dialog.tsx'
import type { WaitingWrite } from '../data/outbox/waiting-write.ts'
import { isPartialDate } from '../domain/partial-date.ts'
import { useFormat } from '../i18n/format.ts'

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `assigneeId` in what is sent is `assignee` in the record. */
const inRecord = (record: Fields, key: string): unknown => {
  if (key in record || !key.endsWith('Id')) return record[key]
  const named = record[key.slice(0, -2)]
  return isFields(named) ? named.id : named
}

/** The fields of a write that met somebody else's change, as both have them. Empty where they can't be laid side by side. */
export function useConflictFields(item: WaitingWrite): ConflictField[] {
  const { t, i18n } = useTranslation(['history', 'common'])
  const f = useFormat()
  const current = item.problem?.current
  const { body } = item.input
  if (item.state !== 'conflict' || !isFields(current) || !isFields(body)) return []
  const names = namesIn([item.base, current])
  const show = (value: unknown): string => {
    if (value === null || value === undefined) return ''
    if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no')
    if (typeof value === 'number') return f.number(value)
    if (typeof value !== 'string') return JSON.stringify(value)
    return names.get(value) ?? (isPartialDate(value) ? f.date(value) : value)
  }
  return Object.keys(body).map((key) => {
    const label = `history:field.${key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
    return {
      key,
      label: i18n.exists(label) ? t(label as 'history:field.name') : key,
      // Without what it was, the two are compared with each other.
      base: item.base ? inRecord(item.base, key) : undefined,
      theirs: inRecord(current, key),
      mine: body[key],
      show,
    }
  })
}

/** What the records call those they refer to, by id. */
function namesIn(records: unknown[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const record of records) {
    for (const value of Object.values(isFields(record) ? record : {})) {
      if (!isFields(value) || typeof value.id !== 'string') continue
      const name = value.name ?? value.title
      if (typeof name === 'string') names.set(value.id, name)
    }
  }
  return names
}
