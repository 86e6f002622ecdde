import { Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../../components/dialog-form.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { useScope } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Agreement } from '../../../contract/agreements.ts'
import { agreements } from '../../../data/agreements.ts'
import { agreementCan, type OpenStage, openStages } from '../../../domain/agreement.ts'
import { DateInput } from '../../../ui/date-input.tsx'
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
  const [stage, setStage] = useState<OpenStage>(agreement.stage)
  const [since, setSince] = useState<string | null>(day)
  const move = useWrite(agreements.move, {
    message: (moved) => t('move.done', { stage: t(`common:status.${moved.stage}`) }),
    onDone: onClose,
  })
  const problem = useProblem(move.error)
  return (
    <DialogForm
      about={agreement.title}
      refusal={agreementCan.move(agreement)}
      error={move.error}
      fields={fields}
      busy={move.isPending}
      submit={t('move.action')}
      onSubmit={() =>
        move.mutate({ params: { id: agreement.id }, body: { stage, since }, version: agreement.version })
      }
      onClose={onClose}
    >
      <Radio.Group label={t('move.stage')} value={stage} onChange={(value) => setStage(value as OpenStage)}>
        <Stack gap={8} mt={8}>
          {openStages.map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`common:status.${value}`)}
              description={value === agreement.stage ? t('move.present') : undefined}
              data-autofocus={value === stage || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      <DateInput
        label={t('move.since')}
        description={t('move.sinceHint')}
        required
        value={since}
        error={problem.field('since')}
        onChange={setSince}
      />
    </DialogForm>
  )
}
