import { migrations } from '../db/migrations.ts'
import { fileInvalid, formerTables, manifestName } from './file-format.ts'

export type Row = Record<string, unknown>

/** How a migration changes what a file holds: one per migration that needs more than new, empty tables. */
export interface Upgrade {
  /** The migration's name. */
  migration: string
  /** A row as it was before the migration, made what it is after; null where it is no longer. */
  row: (table: string, row: Row) => Row | null
}

/** What a task is that neither comes again nor rests. */
const untroubled = {
  repeats: null,
  follows_id: null,
  snoozed_from: null,
  snoozed_until: null,
  snoozed_to_start: false,
}

/** Oldest first. The first migration has nothing before it. */
export const upgrades: readonly Upgrade[] = [
  {
    migration: '0004_sample',
    row: (table, row) => (table === 'tasks' ? { ...row, sample: false } : row),
  },
  {
    migration: '0008_expense_aid',
    row: (table, row) => (table === 'documents' ? { ...row, sample: false } : row),
  },
  {
    migration: '0015_members_and_waiting_aid',
    row: (table, row) => (table === 'participation_states' ? { ...row, aid: null } : row),
  },
  {
    migration: '0019_tasks_again',
    row: (table, row) => (table === 'tasks' ? { ...row, ...untroubled } : row),
  },
]

/** Brings rows of a file of schema `from` forward to today's; 422 for a file of a later version. */
export function upgradeFrom(
  from: string,
  names: readonly string[] = migrations.map(({ name }) => name),
  known: readonly Upgrade[] = upgrades,
): (table: string, row: Row) => Row | null {
  const at = names.indexOf(from)
  if (at < 0) throw fileInvalid(manifestName, `made by a later version (${from})`)
  const later = names.slice(at + 1)
  const steps = known.filter(({ migration }) => later.includes(migration))
  return (table, row) => steps.reduce<Row | null>((held, step) => held && step.row(table, held), row)
}

/** The tables of then that a file of schema `from` may have. */
export function formerTablesAt(from: string): typeof formerTables {
  const names = migrations.map(({ name }) => name)
  return formerTables.filter(({ until }) => names.indexOf(from) < names.indexOf(until))
}
