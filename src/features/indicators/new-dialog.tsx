import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../components/form-errors.tsx'
import { NewRecordForm } from '../../components/new-record-form.tsx'
import { useScopedNavigate } from '../../components/scope.ts'
import { useWrite } from '../../components/use-write.ts'
import { indicators } from '../../data/indicators.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useDialogAddress } from '../../ui/dialog-address.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { IndicatorFields, paths } from './fields.tsx'
import { given, useGivenValues } from './use-given.ts'
import { toInput } from './values.ts'

/** `?dialog=new-indicator`: what is counted, for whom, and what is to be reached. */
export function Component() {
  const { t } = useTranslation('indicators')
  const { close } = useDialogAddress('new-indicator', given)
  const { values, set, clear, restored } = useDraft('new-indicator', useGivenValues())
  const navigate = useScopedNavigate()
  const create = useWrite(indicators.create, {
    message: ({ title }) => t('created', { title }),
    onDone: ({ id }) => {
      clear()
      void navigate(`/indicators/${id}`)
    },
  })
  return (
    <Dialog title={t('new')} onClose={close}>
      <NewRecordForm
        busy={create.isPending}
        restored={restored}
        onDiscard={clear}
        onSubmit={() => create.mutate({ body: toInput(values) })}
        onCancel={() => {
          clear()
          close()
        }}
      >
        <IndicatorFields values={values} set={set} error={create.error} />
        <FormErrors error={create.error} fields={paths} />
      </NewRecordForm>
    </Dialog>
  )
}
