import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../../components/dialog-form.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { useScope } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Budget } from '../../../contract/budget.ts'
import type { Grant } from '../../../contract/grants.ts'
import { budget as data } from '../../../data/grants.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import type { Version } from './tab.tsx'
import { useVersionName } from './version-name.ts'

/** From which day on a draft is in force. */
export function AdoptDialog({
  grant,
  budget,
  version,
  onClose,
}: {
  grant: Grant
  budget: Budget
  version: Version
  onClose: () => void
}) {
  const { t } = useTranslation('budget')
  const { day } = useScope()
  const name = useVersionName(budget)
  const [on, setOn] = useState<string | null>(day)
  const adopt = useWrite(data.adopt, { message: () => t('version.adoptedNow'), onDone: onClose })
  const problem = useProblem(adopt.error)
  return (
    <Dialog title={t('version.adoptTitle')} size="sm" onClose={onClose}>
      <DialogForm
        about={name(version)}
        refusal={null}
        error={adopt.error}
        fields={['on']}
        busy={adopt.isPending}
        submit={t('version.adoptNow')}
        onClose={onClose}
        onSubmit={() =>
          adopt.mutate({
            params: { id: grant.id, versionId: version.id },
            body: { on: on ?? '' },
            version: budget.version,
          })
        }
      >
        <DateInput
          label={t('version.adoptOn')}
          description={t('version.adoptHint')}
          required
          data-autofocus
          value={on}
          error={problem.field('on')}
          onChange={setOn}
        />
      </DialogForm>
    </Dialog>
  )
}
