import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../../components/dialog-form.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { useScope } from '../../../components/scope.ts'
import { StageFields } from '../../../components/stage-fields.tsx'
import { useWrite } from '../../../components/use-write.ts'
import type { Agreement } from '../../../contract/agreements.ts'
import { agreements } from '../../../data/agreements.ts'
import { agreementCan, openStages } from '../../../domain/agreement.ts'
import type { CivilDate } from '../../../domain/partial-date.ts'
import { AgreementDialog } from './dialog-frame.tsx'

/** `?dialog=move` */
export function Component() {
  const { t } = useTranslation('agreements')
  return (
    <AgreementDialog name="move" title={t('move.title')}>
      {(agreement, close) => <MoveForm agreement={agreement} onClose={close} />}
    </AgreementDialog>
  )
}

const fields = ['stage', 'since']

/** The stage an open agreement has reached, and since when. */
function MoveForm({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const { t } = useTranslation(['agreements', 'common'])
  const { day } = useScope()
  const [value, setValue] = useState({ stage: agreement.stage, since: day as CivilDate | null })
  const move = useWrite(agreements.move, {
    message: (moved) => t('move.done', { stage: t(`common:status.${moved.stage}`) }),
    onDone: onClose,
  })
  const problem = useProblem(move.error)
  return (
    <DialogForm
      right="activity.write"
      about={agreement.title}
      refusal={agreementCan.move(agreement)}
      error={move.error}
      fields={fields}
      busy={move.isPending}
      submit={t('move.action')}
      onSubmit={() => move.mutate({ params: { id: agreement.id }, body: value, version: agreement.version })}
      onClose={onClose}
    >
      <StageFields
        labels={{
          stage: t('move.stage'),
          since: t('move.since'),
          sinceHint: t('move.sinceHint'),
          present: t('move.present'),
        }}
        stages={openStages}
        nameOf={(value) => t(`common:status.${value}`)}
        present={agreement.stage}
        value={value}
        problem={problem}
        onChange={setValue}
      />
    </DialogForm>
  )
}
