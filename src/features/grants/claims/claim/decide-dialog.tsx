import { CloseButton, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../../../components/dialog-form.tsx'
import { useProblem } from '../../../../components/problem-sentence.ts'
import { useScope } from '../../../../components/scope.ts'
import { useWrite } from '../../../../components/use-write.ts'
import type { Claim } from '../../../../contract/claims.ts'
import { claims } from '../../../../data/claims.ts'
import { claimCan } from '../../../../domain/claim.ts'
import { DateInput } from '../../../../ui/date-input.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { useClaimName } from '../claim-name.ts'
import type { Decision } from './use-decision.ts'

/** What the funder decided: the rows that it refused, each with the reason. */
export function DecideDialog({
  claim,
  decision,
  onClose,
}: {
  claim: Claim
  decision: Decision
  onClose: () => void
}) {
  const { t } = useTranslation(['claims', 'common'])
  const { day } = useScope()
  const nameOf = useClaimName()
  const [on, setOn] = useState<string | null>(claim.decidedOn ?? day)
  const { rejected } = decision
  const decide = useWrite(claims.decide, {
    message: (decided) => t('done.decided', { title: nameOf(decided) }),
    onDone: () => {
      decision.clear()
      onClose()
    },
  })
  const problem = useProblem(decide.error)
  const fields = ['on', ...rejected.map((_, n) => `rejected.${n}.reason`)]
  return (
    <Dialog title={t('step.decideTitle')} size="md" onClose={onClose}>
      <DialogForm
        right="claims.write"
        about={nameOf(claim)}
        refusal={claimCan.decide(claim)}
        error={decide.error}
        fields={fields}
        busy={decide.isPending}
        submit={t('step.decideNow')}
        onClose={onClose}
        onSubmit={() =>
          decide.mutate({
            params: { id: claim.id },
            body: {
              on: on ?? '',
              rejected: rejected.map(({ rowId, reason }) => ({ rowId, reason })),
            },
            version: claim.version,
          })
        }
      >
        <DateInput
          label={t('step.on')}
          required
          data-autofocus
          value={on}
          error={problem.field('on')}
          onChange={setOn}
        />
        <p style={{ margin: 0, fontSize: 13, color: 'var(--ink-soft)' }}>
          {t(rejected.length === 0 ? 'step.decideNone' : 'step.decideHint')}
        </p>
        {rejected.map(({ rowId, title, reason }, n) => (
          <TextInput
            key={rowId}
            label={t('step.reasonOf', { title })}
            required
            maxLength={2000}
            value={reason}
            error={problem.field(`rejected.${n}.reason`)}
            onChange={(event) => decision.explain(rowId, event.currentTarget.value)}
            rightSectionPointerEvents="all"
            rightSection={
              <CloseButton
                size="sm"
                aria-label={t('common:removeNamed', { name: title })}
                onClick={() => decision.accept(rowId)}
              />
            }
          />
        ))}
      </DialogForm>
    </Dialog>
  )
}
