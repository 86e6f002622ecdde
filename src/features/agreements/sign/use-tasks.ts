import { useTranslation } from 'react-i18next'
import type { Agreement } from '../../../contract/agreements.ts'
import { type CivilDate, isCivilDate } from '../../../domain/partial-date.ts'
import type { SignDraft } from './draft.ts'
import { proposalsFor } from './follow-up.ts'
import type { ChosenTask } from './to-input.ts'

export interface TaskLine extends ChosenTask {
  key: string
  ticked: boolean
}

/** The proposed tasks in the reader's language, with what was changed about them, and those that will be added. */
export function useTasks(draft: SignDraft, agreement: Agreement, day: CivilDate) {
  const { t } = useTranslation('signing')
  const lines: TaskLine[] = proposalsFor(draft, agreement, day).map(({ key, kind, subject, due, timely }) => {
    const change = draft.tasks[key] ?? {}
    return {
      key,
      ticked: change.ticked ?? timely,
      title: change.title ?? t(`task.${kind}`, { subject }),
      due: change.due === undefined ? due : change.due,
    }
  })
  const chosen = lines
    .filter(({ ticked, title }) => ticked && title.trim())
    .map(({ title, due }) => ({
      title: title.trim().slice(0, 500),
      due: due && isCivilDate(due) ? due : null,
    }))
  return { lines, chosen }
}
