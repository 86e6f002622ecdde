import type { Right } from '../domain/rights.ts'
import type { Endpoint } from './endpoint.ts'

/** The rights of a noun's operations: those that read, and those that write. */
const byNoun: Record<string, { read?: Right; write?: Right }> = {
  agreements: { read: 'shared.read', write: 'activity.write' },
  missions: { read: 'records.read', write: 'activity.write' },
  participations: { read: 'records.read', write: 'activity.write' },
  requests: { read: 'records.read', write: 'activity.write' },
  meetings: { read: 'records.read', write: 'activity.write' },
  runs: { read: 'records.read', write: 'activity.write' },
  outcomes: { write: 'activity.write' },
  services: { read: 'records.read', write: 'activity.write' },
  organisations: { read: 'records.read', write: 'directory.write' },
  people: { read: 'records.read', write: 'directory.write' },
  companies: { read: 'records.read', write: 'directory.write' },
  accounts: { read: 'records.read', write: 'directory.write' },
  ownership: { read: 'records.read', write: 'directory.write' },
  duplicates: { read: 'contacts.read', write: 'directory.merge' },
  privacy: { read: 'privacy.read', write: 'privacy.write' },
  markets: { read: 'records.read', write: 'alliances.write' },
  alliances: { read: 'records.read', write: 'alliances.write' },
  clusters: { read: 'records.read' },
  overview: { read: 'records.read' },
  search: { read: 'records.read' },
  served: { read: 'records.read' },
  figures: { read: 'records.read' },
  acting: { read: 'budgets.read' },
  // What counts money is read by who may read budgets (src/server/indicators).
  indicators: { read: 'records.read', write: 'alliances.write' },
  // They tell of money, and bind nobody.
  reports: { read: 'budgets.read', write: 'dossier.write' },
  aid: { read: 'budgets.read', write: 'aid.write' },
  grants: { read: 'budgets.read', write: 'budgets.write' },
  budget: { read: 'budgets.read', write: 'budgets.write' },
  expenses: { read: 'budgets.read', write: 'expenses.write' },
  claims: { read: 'budgets.read', write: 'claims.write' },
  rates: { read: 'budgets.read', write: 'rates.write' },
  calendars: { read: 'records.read', write: 'dossier.write' },
  imports: { read: 'contacts.read', write: 'imports.write' },
  dossier: { read: 'records.read' },
  notes: { write: 'dossier.write' },
  tasks: { read: 'records.read', write: 'dossier.write' },
  documents: { read: 'records.read', write: 'dossier.write' },
  sources: { read: 'records.read', write: 'dossier.write' },
  statements: { write: 'dossier.write' },
  history: { read: 'history.read', write: 'history.undo' },
  bin: { read: 'history.read' },
  session: { read: 'own.session' },
  // Whoever may ask is told that there is something new to ask for.
  live: { read: 'own.session' },
  // What one keeps at hand for oneself.
  'saved-views': { read: 'own.session', write: 'own.session' },
  pins: { read: 'own.session', write: 'own.session' },
  // Of each record the right is asked for that changing it alone asks for (src/server/bulk).
  bulk: { read: 'own.session', write: 'own.session' },
  account: { read: 'own.session', write: 'own.session' },
  access: { read: 'access.manage', write: 'access.manage' },
  audit: { read: 'audit.read' },
  webhooks: { read: 'webhooks.manage', write: 'webhooks.manage' },
}

/** Operations whose right is another than that of their noun. */
const byOperation: Record<string, Right> = {
  // Who is where is told among those who work together, and to no guest.
  'live.here': 'records.read',
  'missions.list': 'shared.read',
  'missions.read': 'shared.read',
  'agreements.sign': 'activity.decide',
  'agreements.unsign': 'activity.decide',
  'agreements.abandon': 'activity.decide',
  'agreements.terminate': 'activity.decide',
  'agreements.reopen': 'activity.decide',
  'agreements.renew': 'activity.decide',
  'missions.cancel': 'activity.decide',
  'missions.close': 'activity.decide',
  'missions.reopen': 'activity.decide',
  'organisations.merge-preview': 'contacts.read',
  'organisations.merge': 'directory.merge',
  'people.merge-preview': 'contacts.read',
  'people.merge': 'directory.merge',
  'people.privacy': 'privacy.read',
  'people.file': 'privacy.read',
  'people.keep-privacy': 'privacy.write',
  'people.erase': 'privacy.write',
  'companies.aid-room': 'budgets.read',
  'expenses.approve': 'expenses.approve',
  'workspace.read': 'own.session',
  'workspace.update': 'workspace.settings',
  'workspace.export': 'workspace.export',
  'workspace.import': 'workspace.replace',
  'workspace.reset': 'workspace.replace',
  'workspace.sample': 'workspace.replace',
  'workspace.remove-sample': 'workspace.replace',
}

/** The right that an operation asks for. Null where none is named: then nobody who signed in may use it. */
export function rightOf({ id, access }: Pick<Endpoint, 'id' | 'access'>): Right | null {
  const [noun = ''] = id.split('.')
  return byOperation[id] ?? byNoun[noun]?.[access] ?? null
}

/** The right that reading a noun's own records asks for: what is said of them elsewhere is read by no one else. */
export const rightToRead = (noun: string): Right | null =>
  noun === 'people' ? 'contacts.read' : rightOf({ id: `${noun}.read`, access: 'read' })
