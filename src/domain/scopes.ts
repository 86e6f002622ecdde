import { type Right, rights } from './rights.ts'

/** What a person may let a program do in their name. Writing in a group goes with reading it. */
export const scopes = [
  'records:read',
  'records:write',
  'decisions:write',
  'money:read',
  'money:write',
  'personal:read',
  'personal:write',
] as const
export type Scope = (typeof scopes)[number]

/** Which scope each right takes. "any": whatever the token is for. "never": only somebody who signs in themselves. */
const table: Record<Right, Scope | 'any' | 'never'> = {
  'own.session': 'any',
  'shared.read': 'records:read',
  'records.read': 'records:read',
  'history.read': 'records:read',
  'contacts.read': 'personal:read',
  'privacy.read': 'personal:read',
  'budgets.read': 'money:read',

  'dossier.write': 'records:write',
  'directory.write': 'records:write',
  'directory.merge': 'records:write',
  'imports.write': 'records:write',
  'alliances.write': 'records:write',
  'activity.write': 'records:write',
  // An undo asks besides for the right to what is undone.
  'history.undo': 'records:write',
  // What binds, and what takes a second pair of eyes.
  'activity.decide': 'decisions:write',
  'expenses.approve': 'decisions:write',
  'expenses.write': 'money:write',
  'budgets.write': 'money:write',
  'claims.write': 'money:write',
  'aid.write': 'money:write',
  'rates.write': 'money:write',
  'privacy.write': 'personal:write',

  // Bears on all of it at once, or on who may do what.
  'workspace.settings': 'never',
  'workspace.export': 'never',
  'workspace.replace': 'never',
  'access.manage': 'never',
  'webhooks.manage': 'never',
  'audit.read': 'never',
}

/** The scope that a right takes; null where any will do, or none would. */
export function scopeOf(right: Right): Scope | null {
  const asked = table[right]
  return asked === 'any' || asked === 'never' ? null : asked
}

/** Whether scopes let a right be used, were it had. */
export function scopesLet(given: readonly Scope[], right: Right): boolean {
  const asked = table[right]
  return asked === 'any' || (asked !== 'never' && includesScope(given, asked))
}

/** Whether one is among those given: reading is where writing is. */
export const includesScope = (given: readonly Scope[], scope: Scope): boolean =>
  given.includes(scope) || given.includes(scope.replace(':read', ':write') as Scope)

/** Whether anything at all may be written with these. */
export const scopesWrite = (given: readonly Scope[]): boolean =>
  given.some((scope) => scope.endsWith(':write'))

/** The scopes that somebody with these rights has any use for. */
export const usefulScopes = (had: readonly Right[]): Scope[] =>
  scopes.filter((scope) => rights.some((right) => had.includes(right) && table[right] === scope))
