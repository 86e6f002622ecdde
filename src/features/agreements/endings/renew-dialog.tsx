import { TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogForm } from '../../../components/dialog-form.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { useScopedNavigate } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Agreement } from '../../../contract/agreements.ts'
import { agreements } from '../../../data/agreements.ts'
import { agreementCan } from '../../../domain/agreement.ts'
import { PartialDateInput } from '../../../ui/date-input.tsx'
import { useDraft } from '../../../ui/use-draft.ts'
import { AgreementDialog } from './dialog-frame.tsx'
import { startAfter } from './start-after.ts'

/** `?dialog=renew` */
export function Component() {
  const { t } = useTranslation('agreements')
  return (
    <AgreementDialog name="renew" title={t('renew.title')}>
      {(agreement, close) => <RenewForm agreement={agreement} onClose={close} />}
    </AgreementDialog>
  )
}

const fields = ['title', 'starts', 'ends', 'targetSignature']

interface Values {
  title: string
  starts: string | null
  ends: string | null
  targetSignature: string | null
}

/** Begins the successor, which is then negotiated and signed like any agreement. */
function RenewForm({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const { t } = useTranslation('agreements')
  const navigate = useScopedNavigate()
  const initial = useMemo<Values>(
    () => ({
      title: t('renew.proposedTitle', { title: agreement.title }),
      starts: agreement.ends && startAfter(agreement.ends),
      ends: null,
      targetSignature: agreement.ends,
    }),
    [agreement, t],
  )
  const draft = useDraft(`renew:${agreement.id}`, initial)
  const renew = useWrite(agreements.renew, {
    message: ({ title }) => t('renew.done', { title }),
    onDone: ({ id }) => {
      draft.clear()
      void navigate(`/agreements/${id}`)
    },
  })
  const problem = useProblem(renew.error)
  const date = (field: 'starts' | 'ends' | 'targetSignature') => ({
    value: draft.values[field],
    error: problem.field(field),
    onChange: (value: string | null) => draft.set({ [field]: value }),
  })
  return (
    <DialogForm
      right="activity.decide"
      about={agreement.title}
      refusal={agreementCan.renew(agreement)}
      error={renew.error}
      fields={fields}
      busy={renew.isPending}
      submit={t('renew.action')}
      onSubmit={() =>
        renew.mutate({ params: { id: agreement.id }, body: draft.values, version: agreement.version })
      }
      onClose={onClose}
    >
      <TextInput
        label={t('fact.title')}
        required
        data-autofocus
        maxLength={500}
        value={draft.values.title}
        error={problem.field('title')}
        onChange={(event) => draft.set({ title: event.currentTarget.value })}
      />
      <PartialDateInput label={t('fact.starts')} {...date('starts')} />
      <PartialDateInput label={t('fact.ends')} {...date('ends')} />
      <PartialDateInput
        label={t('fact.targetSignature')}
        description={t('renew.targetHint')}
        {...date('targetSignature')}
      />
    </DialogForm>
  )
}
