import type { Task } from '../../contract/dossier.ts'
import { addDays, type CivilDate } from '../../domain/partial-date.ts'
import { isDoneBy, rests } from '../../domain/task.ts'

export const taskGroups = ['overdue', 'today', 'week', 'later', 'none', 'snoozed', 'done'] as const
export type TaskGroup = (typeof taskGroups)[number]

/** Which part of the list a task belongs to, seen from a day. */
export function groupOf(task: Pick<Task, 'due' | 'doneOn' | 'snooze'>, day: CivilDate): TaskGroup {
  const { due } = task
  if (isDoneBy(task, day)) return 'done'
  if (rests(task.snooze, day)) return 'snoozed'
  if (!due) return 'none'
  if (due < day) return 'overdue'
  if (due === day) return 'today'
  return due <= addDays(day, 7) ? 'week' : 'later'
}
