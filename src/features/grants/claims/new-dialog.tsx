import { Textarea, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { DialogForm } from '../../../components/dialog-form.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { useScopedNavigate } from '../../../components/scope.ts'
import { useWrite } from '../../../components/use-write.ts'
import type { Grant } from '../../../contract/grants.ts'
import { claims } from '../../../data/claims.ts'
import { isCivilDate } from '../../../domain/partial-date.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { FieldRow } from '../../../ui/field-row.tsx'
import { useDraft } from '../../../ui/use-draft.ts'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { useDialogGrantId, useGrant } from '../use-grant.ts'
import { useClaimName } from './claim-name.ts'

const own = ['grant', 'from', 'to', 'due']
const paths = ['title', 'from', 'to', 'dueOn', 'note']

/** `?dialog=new-claim&from=…&to=…`: begins a claim for a period, filled with what was paid in it. */
export function Component() {
  const { t } = useTranslation('claims')
  const { close } = useDialogAddress('new-claim', own)
  const grant = useGrant(useDialogGrantId() ?? undefined)
  return (
    <Dialog title={t('new.title')} size="md" onClose={close}>
      {grant ? <Form grant={grant} onClose={close} /> : <WaitingLines />}
    </Dialog>
  )
}

interface Values {
  from: string | null
  to: string | null
  due: string | null
  title: string
  note: string
}

function Form({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const { t } = useTranslation('claims')
  const navigate = useScopedNavigate()
  const nameOf = useClaimName()
  const [params] = useSearchParams()
  const [from, to, due] = ['from', 'to', 'due'].map((name) => {
    const day = params.get(name)
    return day && isCivilDate(day) ? day : null
  })
  const initial = useMemo<Values>(
    () => ({ from: from ?? null, to: to ?? null, due: due ?? null, title: '', note: '' }),
    [from, to, due],
  )
  const { values, set, clear } = useDraft(`new-claim:${grant.id}:${from ?? ''}`, initial)
  const begin = useWrite(claims.draft, {
    message: (claim) => t('new.created', { title: nameOf(claim) }),
    onDone: ({ id }) => {
      clear()
      void navigate(`/grants/${grant.id}/claims/${id}`)
    },
  })
  const problem = useProblem(begin.error)
  return (
    <DialogForm
      right="claims.write"
      about={grant.title}
      refusal={grant.deletedAt ? { code: 'record_in_bin' } : null}
      error={begin.error}
      fields={paths}
      busy={begin.isPending}
      submit={t('new.create')}
      onClose={() => {
        clear()
        onClose()
      }}
      onSubmit={() =>
        begin.mutate({
          params: { id: grant.id },
          body: {
            title: values.title || null,
            from: values.from ?? '',
            to: values.to ?? '',
            dueOn: values.due,
            note: values.note || null,
          },
        })
      }
    >
      <FieldRow>
        <DateInput
          label={t('new.from')}
          required
          data-autofocus
          value={values.from}
          error={problem.field('from')}
          onChange={(day) => set({ from: day })}
        />
        <DateInput
          label={t('new.to')}
          required
          value={values.to}
          error={problem.field('to')}
          onChange={(day) => set({ to: day })}
        />
        <DateInput
          label={t('new.due')}
          value={values.due}
          error={problem.field('dueOn')}
          onChange={(day) => set({ due: day })}
        />
      </FieldRow>
      <TextInput
        label={t('new.name')}
        description={t('new.nameHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={200}
        value={values.title}
        error={problem.field('title')}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('new.note')}
        autosize
        minRows={1}
        maxLength={4000}
        value={values.note}
        error={problem.field('note')}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      <p className="figures" style={{ margin: 0, fontSize: 13, color: 'var(--ink-soft)' }}>
        {t('new.hint')}
      </p>
    </DialogForm>
  )
}
