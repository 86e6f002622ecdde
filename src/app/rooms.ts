import type { Right } from '../domain/rights.ts'

/** What going somewhere asks for, by the first parts of the address. What is not here is open to whoever signed in. */
const rooms: Record<string, Right> = {
  '': 'records.read',
  companies: 'records.read',
  grants: 'budgets.read',
  acting: 'budgets.read',
  clusters: 'records.read',
  alliances: 'records.read',
  matrix: 'records.read',
  markets: 'records.read',
  partners: 'records.read',
  organisations: 'records.read',
  people: 'records.read',
  'people/due': 'privacy.read',
  tasks: 'records.read',
  reports: 'budgets.read',
  indicators: 'records.read',
  import: 'imports.write',
  duplicates: 'contacts.read',
  history: 'history.read',
  bin: 'history.read',
  access: 'access.manage',
  'settings/rates': 'budgets.read',
  'settings/audit': 'audit.read',
  'settings/webhooks': 'webhooks.manage',
}

/** The right that an address asks for; who does not have it is not sent there, and told so who goes. */
export function rightToEnter(path: string): Right {
  const [, first = '', second = ''] = path.split(/[/?#]/)
  return rooms[`${first}/${second}`] ?? rooms[first] ?? 'own.session'
}
