/**
 * Who may do what, once people sign in. A role is given to a person for the whole workspace, for an alliance, or for one
 * organisation (a home cluster; for a guest, their own body). Whoever has several roles may do what any of them lets them do.
 * What is not in the table nobody may do.
 */
export const roles = [
  'administrator',
  'coordinator',
  'manager',
  'finance',
  'assistant',
  'viewer',
  'guest',
] as const
export type Role = (typeof roles)[number]

/**
 * How far a role goes under a right. "all": of whatever cluster or alliance it is. "own": what is of the cluster or the alliance
 * that the role is given for, and what is of none. "whole": only whose role is given for the whole workspace, as it bears on all
 * of it at once. "-": not at all.
 */
export type Grade = 'all' | 'own' | 'whole' | '-'

/**
 * The table. Reading goes further than writing: the clusters of one workspace share what they do. Budgets, people's contact
 * data and what is kept about their consent are narrower than the rest, and so is what takes the data out as a whole.
 */
const table = {
  // Role by role:        admin. coord. manager finance assist. viewer guest
  // Own session, and the settings that every screen needs.
  'own.session': '         all    all    all     all     all     all    all',
  // Agreements and missions, which a guest sees where their own body has part in them.
  'shared.read': '         all    all    all     all     all     all    own',
  // All else but what is named below: organisations, companies, markets, meetings, figures, people by name.
  'records.read': '        all    all    all     all     all     all    -',
  // E-mail addresses and telephone numbers; notes and documents about a person; tables brought in.
  'contacts.read': '       all    all    all     -       all     -      -',
  // Consents, retention, and the file on one person.
  'privacy.read': '        all    all    all     -       -       -      -',
  // Grants, budgets, expenses, claims, rates, and aid given to companies.
  'budgets.read': '        all    all    all     all     all     -      -',
  // What was changed by whom, and the bin.
  'history.read': '        all    all    all     all     all     -      -',

  // Notes, tasks, documents and sources of a record.
  'dossier.write': '       own    own    own     own     own     -      -',
  // Organisations, people, companies, their accounts and owners.
  'directory.write': '     own    own    own     -       own     -      -',
  'directory.merge': '     own    own    own     -       -       -      -',
  // Bringing tables in, and taking back what they brought.
  'imports.write': '       own    own    own     -       own     -      -',
  // Alliances, their members and targets; markets and who leads them.
  'alliances.write': '     own    own    -       -       -       -      -',
  // Preparing agreements and missions; participations, meetings, outcomes, services.
  'activity.write': '      own    own    own     -       own     -      -',
  // What binds: signing, ending or reopening an agreement; cancelling or closing a mission.
  'activity.decide': '     own    own    own     -       -       -      -',
  'expenses.write': '      own    own    own     own     own     -      -',
  'expenses.approve': '    own    own    own     own     -       -      -',
  // Grants, budget versions and transfers.
  'budgets.write': '       own    own    own     own     -       -      -',
  'claims.write': '        own    own    -       own     -       -      -',
  // Aid under de minimis: awarding it, and what companies declare.
  'aid.write': '           own    own    own     own     -       -      -',
  // Exchange rates, which every grant is reckoned by.
  'rates.write': '         all    all    -       all     -       -      -',
  // Keeping consents, and erasing people.
  'privacy.write': '       own    own    own     -       -       -      -',
  // Undoing a change: of who might have made it.
  'history.undo': '        own    own    own     own     own     -      -',

  'workspace.settings': '  whole  -      -       -       -       -      -',
  // The whole workspace as a file: everything at once, contact data and budgets among it.
  'workspace.export': '    whole  -      -       -       -       -      -',
  // Replacing or emptying the workspace, and removing its sample data.
  'workspace.replace': '   whole  -      -       -       -       -      -',
  // Inviting people, giving and taking roles.
  'access.manage': '       whole  -      -       -       -       -      -',
  // Who saw or changed what, and whether that was tampered with.
  'audit.read': '          whole  -      -       -       -       -      -',
  // Which other programs are told what changes.
  'webhooks.manage': '     whole  -      -       -       -       -      -',
}

export type Right = keyof typeof table
export const rights = Object.keys(table) as Right[]

const grades = new Map(rights.map((right) => [right, table[right].trim().split(/\s+/) as Grade[]]))

/** What a role lets one do under a right. */
export const gradeOf = (role: Role, right: Right): Grade => grades.get(right)?.[roles.indexOf(role)] ?? '-'

/** A role as given to somebody: for an organisation, for an alliance, or, where both are null, for the whole workspace. */
export interface Appointment {
  role: Role
  organisationId: string | null
  allianceId: string | null
}

/** How far a right goes: everywhere, or to what is of one of these organisations and alliances. */
export type Reach = 'everywhere' | ReadonlySet<string>

/** How far somebody's right goes; null where they don't have it. */
export function reachOf(appointments: readonly Appointment[], right: Right): Reach | null {
  const of = new Set<string>()
  for (const { role, organisationId, allianceId } of appointments) {
    const grade = gradeOf(role, right)
    const place = organisationId ?? allianceId
    if (grade === 'all' || (grade !== '-' && place === null)) return 'everywhere'
    if (grade === 'own' && place !== null) of.add(place)
  }
  return of.size > 0 ? of : null
}

/** The rights that somebody has anywhere at all. */
export const rightsOf = (appointments: readonly Appointment[]): Right[] =>
  rights.filter((right) => reachOf(appointments, right) !== null)

/**
 * Whether a right reaches a record that is of these clusters and alliances: one that both share is enough. `closed` says that
 * what is of nobody is for those only whose right goes everywhere; otherwise it is common to all who have the right.
 */
export function reaches(reach: Reach | null, holders: readonly string[], closed: boolean): boolean {
  if (reach === null || reach === 'everywhere') return reach !== null
  return holders.length === 0 ? !closed : holders.some((holder) => reach.has(holder))
}
