import type { Right } from '../domain/rights.ts'

const beyondPlan = ['companies', 'meetings', 'on-site', 'results', 'programmes', 'book', 'table-sheets']
const fromMission: Record<string, Right> = Object.fromEntries(
  beyondPlan.map((part) => [`missions/:id/${part}`, 'records.read']),
)

/**
 * What going somewhere asks for, by the first parts of the address, a record's id being `:id`. What is not here is open to
 * whoever signed in.
 */
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
  // A guest sees what their own body has part in, and nothing that hangs on it.
  'missions/participations': 'records.read',
  'missions/meetings': 'records.read',
  ...fromMission,
  'companies/:id/aid': 'budgets.read',
  'companies/:id/declaration': 'budgets.read',
  'people/:id/file': 'privacy.read',
  'settings/rates': 'budgets.read',
  'settings/audit': 'audit.read',
  'settings/webhooks': 'webhooks.manage',
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The right that an address asks for; who does not have it is not sent there, and told so who goes. */
export function rightToEnter(path: string): Right {
  const [first = '', second = '', third = ''] = path
    .replace(/[?#].*/, '')
    .split('/')
    .slice(1)
    .map((part) => (uuid.test(part) ? ':id' : part))
  return rooms[`${first}/${second}/${third}`] ?? rooms[`${first}/${second}`] ?? rooms[first] ?? 'own.session'
}
