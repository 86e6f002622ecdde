import type { Task } from '../../contract/dossier.ts'
import { addDays, type CivilDate } from '../../domain/partial-date.ts'

export const taskGroups = ['overdue', 'week', 'later', 'none', 'done'] as const
export type TaskGroup = (typeof taskGroups)[number]

/** Where a task stands in the list as of a day: late, in the next seven days, later, without a date, or done. */
export function groupOf(task: Pick<Task, 'due' | 'doneOn'>, day: CivilDate): TaskGroup {
  if (task.doneOn) return 'done'
  if (!task.due) return 'none'
  if (task.due < day) return 'overdue'
  return task.due <= addDays(day, 7) ? 'week' : 'later'
}
