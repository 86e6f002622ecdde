import type { AuditKind } from '../../contract/audit.ts'
import type { Endpoint } from '../../contract/endpoint.ts'

/** Reads whose operation is told whatever its noun: what takes data out, and what tells of one person. */
const byOperation: Record<string, AuditKind> = {
  'people.read': 'read',
  'people.privacy': 'read',
  'people.file': 'export',
  'companies.aid-room': 'read',
  'documents.download': 'export',
  'expenses.export': 'export',
  'claims.audit-file': 'export',
  'calendars.download': 'export',
  'workspace.export': 'export',
  'audit.list': 'read',
  'audit.verify': 'read',
  'audit.export': 'export',
  // Who made which report is in the history; a register that is public is nobody's secret.
  'aid.register': 'change',
}

/** Nouns of which whatever is read is told: budgets and what belongs to them, who is due to be forgotten, accounts. */
const byNoun: Record<string, AuditKind> = {
  grants: 'read',
  budget: 'read',
  expenses: 'read',
  claims: 'read',
  aid: 'read',
  reports: 'read',
  privacy: 'read',
  access: 'read',
}

/**
 * As what a read is told; null where it is not. What everybody who works together sees of the common work is not recorded, and of what
 * is recorded never what stood there (docs/decisions/0026-audit-chain.md).
 */
export function kindOfRead({ id, access }: Pick<Endpoint, 'id' | 'access'>): 'read' | 'export' | null {
  if (access !== 'read') return null
  const [noun = ''] = id.split('.')
  const kind = byOperation[id] ?? byNoun[noun]
  return kind === 'read' || kind === 'export' ? kind : null
}

/** Of what was asked for, what says which data it was: ids and days, never words that were looked for. */
export function askedFor(query: unknown): Record<string, string> | null {
  const told = Object.entries((query ?? {}) as Record<string, unknown>).filter(
    ([key, value]) =>
      typeof value === 'string' &&
      key !== 'cursor' &&
      key !== 'q' &&
      key !== 'sort' &&
      /^[\w-]{1,64}$/.test(value),
  )
  return told.length > 0 ? (Object.fromEntries(told) as Record<string, string>) : null
}
