import { FileInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormErrors } from '../../../../components/form-errors.tsx'
import { NewRecordForm } from '../../../../components/new-record-form.tsx'
import { useScope } from '../../../../components/scope.ts'
import { useWrite } from '../../../../components/use-write.ts'
import { documents } from '../../../../data/dossier.ts'
import { expenses } from '../../../../data/expenses.ts'
import { grants } from '../../../../data/grants.ts'
import { newId } from '../../../../data/new-id.ts'
import { Dialog } from '../../../../ui/dialog.tsx'
import { useDialogAddress } from '../../../../ui/dialog-address.ts'
import { toast } from '../../../../ui/toast.ts'
import { useDraft } from '../../../../ui/use-draft.ts'
import { useDialogGrantId } from '../../use-grant.ts'
import { NewExpenseFields, newExpensePaths } from './fields.tsx'
import { type NewExpense, toInput } from './values.ts'

const own = ['grant']

/** `?dialog=new-expense&grant=…`: an expense from anywhere, with its receipt. */
export function Component() {
  const { t } = useTranslation('expenses')
  const { close } = useDialogAddress('new-expense', own)
  const initial = useInitial()
  // Chosen once: sent again after a lost answer, the expense is entered once.
  const [id] = useState(newId)
  const [file, setFile] = useState<File | null>(null)
  const draft = useDraft('new-expense', initial)
  const upload = useWrite(documents.upload)
  const attach = async (recordId: string, title: string) => {
    if (!file) return
    const query = { noun: 'expenses', recordId, filename: file.name } as const
    await upload
      .mutateAsync({ query, body: file })
      .catch(() => toast({ tone: 'failed', message: t('new.receiptFailed', { title }) }))
  }
  const create = useWrite(expenses.create, {
    message: ({ title }) => t('new.created', { title }),
    onDone: (expense) => {
      void attach(expense.id, expense.title)
      draft.clear()
      close()
    },
  })
  const submit = () => {
    const body = toInput(draft.values, id)
    if (body) create.mutate({ body })
  }
  return (
    <Dialog title={t('new.title')} onClose={close}>
      <NewRecordForm
        busy={create.isPending}
        restored={draft.restored}
        onDiscard={draft.clear}
        onSubmit={submit}
        onCancel={() => {
          draft.clear()
          close()
        }}
      >
        <NewExpenseFields values={draft.values} set={draft.set} error={create.error} />
        <FileInput
          label={t('new.receipt')}
          description={t('new.receiptHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          clearable
          value={file}
          onChange={setFile}
        />
        <FormErrors error={create.error} fields={newExpensePaths} />
      </NewRecordForm>
    </Dialog>
  )
}

/** A blank expense of the day, for the grant that the screen is about. */
function useInitial(): NewExpense {
  const { day } = useScope()
  const grantId = useDialogGrantId()
  const { data: grant } = useQuery({
    ...grants.read({ params: { id: grantId ?? '' } }),
    enabled: grantId !== null,
  })
  return useMemo(
    () => ({
      grant: grant ? { id: grant.id, name: grant.title } : null,
      title: '',
      money: { amount: '', currency: grant?.currency ?? 'EUR' },
      vat: '',
      vatRecoverable: false,
      state: 'paid',
      day,
      supplier: null,
      supplierName: '',
      reference: '',
      line: null,
      share: '100',
      payer: null,
      beneficiary: null,
      mission: null,
      company: null,
      order: null,
      note: '',
    }),
    [grant, day],
  )
}
