import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../../components/dialog-form.tsx'
import { EndingFields } from '../../../components/ending-fields.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { useScope } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Agreement } from '../../../contract/agreements.ts'
import { agreements } from '../../../data/agreements.ts'
import { agreementCan } from '../../../domain/agreement.ts'
import { useDraft } from '../../../ui/use-draft.ts'

const fields = ['on', 'reason']

/** Ends an agreement on a day, for a reason: abandons it before its signature, terminates it afterwards. */
export function EndingForm({
  agreement,
  how,
  onClose,
}: {
  agreement: Agreement
  how: 'abandon' | 'terminate'
  onClose: () => void
}) {
  const { t } = useTranslation('agreements')
  const { day } = useScope()
  const initial = useMemo(() => ({ on: day as string | null, reason: '' }), [day])
  const draft = useDraft(`${how}:${agreement.id}`, initial)
  const options = {
    message: ({ title }: Agreement) => t(`${how}.done`, { title }),
    onDone: () => {
      draft.clear()
      onClose()
    },
  }
  const ends = {
    abandon: useWrite(agreements.abandon, options),
    terminate: useWrite(agreements.terminate, options),
  }
  const end = ends[how]
  const problem = useProblem(end.error)
  const { on, reason } = draft.values
  return (
    <DialogForm
      right="activity.decide"
      about={agreement.title}
      refusal={agreementCan[how](agreement)}
      error={end.error}
      fields={fields}
      busy={end.isPending}
      submit={t(`${how}.action`)}
      danger
      onSubmit={() =>
        end.mutate({
          params: { id: agreement.id },
          body: { on: on ?? '', reason },
          version: agreement.version,
        })
      }
      onClose={onClose}
    >
      <EndingFields
        labels={{ on: t(`${how}.on`), reason: t(`${how}.reason`) }}
        value={draft.values}
        problem={problem}
        onChange={draft.set}
      />
    </DialogForm>
  )
}
