import { Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { NewRecordForm } from '../../components/new-record-form.tsx'
import { useProblem } from '../../components/problem-sentence.ts'
import { useScopedNavigate } from '../../components/scope.ts'
import { useWrite } from '../../components/use-write.ts'
import { alliances } from '../../data/alliances.ts'
import { PartialDateInput } from '../../ui/date-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { FieldRow } from '../../ui/field-row.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { type MemberRow, MembersEditor } from './members-editor.tsx'

interface Values {
  name: string
  description: string
  starts: string | null
  ends: string | null
  members: MemberRow[]
}

const initial: Values = { name: '', description: '', starts: null, ends: null, members: [] }

/** A new alliance: its name, period and members. */
export function Component() {
  const { t } = useTranslation(['alliances', 'common'])
  const { close } = useDialogAddress('new-alliance')
  const { values, set, clear, restored } = useDraft('new-alliance', initial)
  const navigate = useScopedNavigate()
  const create = useWrite(alliances.create, {
    message: ({ name }) => t('created', { name }),
    onDone: ({ id }) => {
      clear()
      void navigate(`/alliances/${id}`)
    },
  })
  const problem = useProblem(create.error)
  const submit = () =>
    create.mutate({
      body: {
        ...values,
        description: values.description || null,
        members: values.members.map(({ organisationName: _, ...member }) => member),
      },
    })
  return (
    <Dialog title={t('new')} onClose={close}>
      <NewRecordForm
        busy={create.isPending}
        restored={restored}
        onDiscard={clear}
        onSubmit={submit}
        onCancel={() => {
          clear()
          close()
        }}
      >
        <TextInput
          label={t('fields.name')}
          required
          data-autofocus
          maxLength={300}
          value={values.name}
          error={problem.field('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <FieldRow>
          <PartialDateInput
            label={t('fields.starts')}
            value={values.starts}
            error={problem.field('starts')}
            onChange={(starts) => set({ starts })}
          />
          <PartialDateInput
            label={t('fields.ends')}
            value={values.ends}
            error={problem.field('ends')}
            onChange={(ends) => set({ ends })}
          />
        </FieldRow>
        <Textarea
          label={t('fields.description')}
          autosize
          minRows={2}
          value={values.description}
          error={problem.field('description')}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
        <MembersEditor
          rows={values.members}
          onChange={(members) => set({ members })}
          error={problem.field('members', true)}
        />
        <FormErrors error={create.error} fields={['name', 'starts', 'ends', 'description', 'members']} />
      </NewRecordForm>
    </Dialog>
  )
}
