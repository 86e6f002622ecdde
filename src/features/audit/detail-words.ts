import type { TFunction } from 'i18next'
import type { AuditEntry } from '../../contract/audit.ts'
import { type Role, roles } from '../../domain/rights.ts'

const rolesIn = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap((one: { role?: unknown }) => (typeof one?.role === 'string' ? [one.role] : []))
    : []

const isRole = (role: string): role is Role => (roles as readonly string[]).includes(role)

/** What else an entry says, in words: roles before and after, from where, how many. Ids are left to the exported file. */
export function detailWords(
  detail: AuditEntry['detail'],
  t: TFunction<['audit', 'history', 'access']>,
): string[] {
  if (!detail) return []
  const list = (value: unknown) =>
    rolesIn(value)
      .map((role) => (isRole(role) ? t(`access:role.${role}`) : role))
      .join(', ') || t('noRole')
  const words: string[] = []
  if ('now' in detail) {
    const now = list(detail.now)
    words.push('before' in detail ? t('rolesChanged', { before: list(detail.before), now }) : now)
  }
  if (typeof detail.suspended === 'boolean') words.push(t(detail.suspended ? 'suspended' : 'resumed'))
  if (typeof detail.from === 'string' && detail.from) words.push(t('from', { place: detail.from }))
  if (typeof detail.count === 'number') words.push(t('count', { count: detail.count }))
  return words
}
