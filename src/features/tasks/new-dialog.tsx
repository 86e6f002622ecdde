import { TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RepeatFields } from '../../components/dossier/repeat-fields.tsx'
import { FormErrors } from '../../components/form-errors.tsx'
import { NewRecordForm } from '../../components/new-record-form.tsx'
import { OrganisationPicker } from '../../components/organisation-picker.tsx'
import { PersonPicker } from '../../components/person-picker.tsx'
import { useProblem } from '../../components/problem-sentence.ts'
import { type PickedRecord, RecordPicker } from '../../components/record-picker.tsx'
import { useWrite } from '../../components/use-write.ts'
import type { Named } from '../../contract/primitives.ts'
import { tasks } from '../../data/dossier.ts'
import { isCivilDate } from '../../domain/partial-date.ts'
import type { Recurrence } from '../../domain/recurrence.ts'
import { DateInput } from '../../ui/date-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { FieldRow } from '../../ui/field-row.tsx'
import { useDraft } from '../../ui/use-draft.ts'

interface Values {
  title: string
  due: string | null
  about: PickedRecord | null
  assignee: Named | null
  cluster: Named | null
  repeats: Recurrence | null
}

const blank: Values = {
  title: '',
  due: null,
  about: null,
  assignee: null,
  cluster: null,
  repeats: null,
}
const shown = ['title', 'due', 'recordId', 'assigneeId', 'clusterId', 'repeats']

const own = ['title']

/** A new task: what, by when, about what, by whom, for which cluster. `?dialog=new-task&title=…` begins with what it is. */
export function Component() {
  const { t } = useTranslation('tasks')
  const { close, param } = useDialogAddress('new-task', own)
  const [begun] = useState(() => param('title')?.slice(0, 500) ?? '')
  const initial = useMemo(() => ({ ...blank, title: begun }), [begun])
  // What was typed elsewhere is another task than the one begun before.
  const { values, set, clear, restored } = useDraft(begun ? `new-task ${begun}` : 'new-task', initial)
  const create = useWrite(tasks.create, {
    message: () => t('added'),
    onDone: () => {
      clear()
      close()
    },
  })
  const problem = useProblem(create.error)
  const { about, assignee, cluster, title, due, repeats } = values
  return (
    <Dialog title={t('new')} size="md" onClose={close}>
      <NewRecordForm
        busy={create.isPending}
        restored={restored}
        onDiscard={clear}
        onSubmit={() =>
          create.mutate({
            body: {
              title,
              due,
              noun: about?.noun ?? null,
              recordId: about?.id ?? null,
              assigneeId: assignee?.id ?? null,
              clusterId: cluster?.id ?? null,
              repeats,
            },
          })
        }
        onCancel={() => {
          clear()
          close()
        }}
      >
        <TextInput
          label={t('fields.title')}
          required
          data-autofocus
          maxLength={500}
          value={title}
          error={problem.field('title')}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <FieldRow>
          <DateInput
            label={t('fields.due')}
            value={due}
            error={problem.field('due')}
            onChange={(value) => set({ due: value })}
          />
          <PersonPicker
            label={t('fields.assignee')}
            value={assignee}
            error={problem.field('assigneeId')}
            onChange={(value) => set({ assignee: value })}
          />
        </FieldRow>
        <RecordPicker
          label={t('fields.about')}
          value={about}
          error={problem.field('recordId')}
          onChange={(value) => set({ about: value })}
        />
        <OrganisationPicker
          clusters
          label={t('fields.cluster')}
          value={cluster}
          error={problem.field('clusterId')}
          onChange={(value) => set({ cluster: value })}
        />
        <RepeatFields
          value={repeats}
          due={due && isCivilDate(due) ? due : null}
          error={problem.field('repeats', true)}
          onChange={(value) => set({ repeats: value })}
        />
        <FormErrors error={create.error} fields={shown} />
      </NewRecordForm>
    </Dialog>
  )
}
