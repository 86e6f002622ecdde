import type { Task } from '../../contract/dossier.ts'
import { addDays, type CivilDate } from '../../domain/partial-date.ts'

export const taskGroups = ['overdue', 'week', 'later', 'none', 'done'] as const
export type TaskGroup = (typeof taskGroups)[number]

/** Which part of the list a task belongs to, seen from a day. */
export function groupOf({ due, doneOn }: Pick<Task, 'due' | 'doneOn'>, day: CivilDate): TaskGroup {
  if (doneOn) return 'done'
  if (!due) return 'none'
  if (due < day) return 'overdue'
  return due <= addDays(day, 7) ? 'week' : 'later'
}
