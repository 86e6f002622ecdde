import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Agreement } from '../../../contract/agreements.ts'
import { PartialDateInput } from '../../../ui/date-input.tsx'
import { type Attached, DocumentField } from './document-field.tsx'
import { actionLines, type SignDraft } from './draft.ts'
import { periodOf } from './follow-up.ts'
import { isOfPeriod, type Oddity } from './oddities.ts'
import classes from './sign.module.css'
import { SignSummary } from './sign-summary.tsx'
import { TaskProposals } from './task-proposals.tsx'
import type { TaskLine } from './use-tasks.ts'
import { WarningFields } from './warning-fields.tsx'

interface Props {
  agreement: Agreement
  draft: SignDraft
  onChange: (patch: (draft: SignDraft) => Partial<SignDraft>) => void
  tasks: { lines: TaskLine[] }
  attached: Attached | null
  onAttach: (attached: Attached | null) => void
  oddities: readonly Oddity[]
  problem: (path: string) => string | undefined
}

/** Step 3: the signed document, the period, the actions agreed on, the tasks that follow, and what will be recorded. */
export function StepFollows({
  agreement,
  draft,
  onChange,
  tasks,
  attached,
  onAttach,
  oddities,
  problem,
}: Props) {
  const { t } = useTranslation('signing')
  const period = periodOf(draft, agreement)
  const setPeriod = (patch: Partial<typeof period>) => onChange(() => ({ period: { ...period, ...patch } }))
  const lines = actionLines(draft.actions).length
  return (
    <div className={classes.follows}>
      <div className={classes.followsMain}>
        <DocumentField attached={attached} onChange={onAttach} />
        <div className={classes.period}>
          <PartialDateInput
            label={t('period.starts')}
            value={period.starts}
            onChange={(starts) => setPeriod({ starts })}
            error={problem('period')}
          />
          <PartialDateInput
            label={t('period.ends')}
            value={period.ends}
            onChange={(ends) => setPeriod({ ends })}
          />
        </div>
        <WarningFields
          oddities={oddities.filter(isOfPeriod)}
          reasons={draft.reasons}
          problem={problem}
          onChange={(key, reason) =>
            onChange((current) => ({ reasons: { ...current.reasons, [key]: reason } }))
          }
        />
        <Textarea
          label={t('actions.label')}
          description={
            agreement.actions.length > 0
              ? t('actions.held', { count: agreement.actions.length })
              : t('actions.hint')
          }
          autosize
          minRows={3}
          maxRows={10}
          value={draft.actions}
          onChange={(event) => {
            const actions = event.currentTarget.value
            onChange(() => ({ actions }))
          }}
        />
        {lines > 0 && <p className={classes.quiet}>{t('actions.count', { count: lines })}</p>}
        <TaskProposals
          lines={tasks.lines}
          onChange={(key, change) =>
            onChange((current) => ({
              tasks: { ...current.tasks, [key]: { ...current.tasks[key], ...change } },
            }))
          }
        />
      </div>
      <SignSummary agreement={agreement} draft={draft} tasks={tasks.lines} attached={attached} />
    </div>
  )
}
