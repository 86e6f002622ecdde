import { useQuery } from '@tanstack/react-query'
import { useScope } from '../../../components/scope.ts'
import { expenses } from '../../../data/expenses.ts'
import { useDialogAddress } from '../../../ui/dialog-address.ts'
import { useCompany } from '../page/use-company.ts'
import { AidDialog } from './dialog.tsx'

const own = ['company', 'expense']

/** `?dialog=award-aid&company=…&expense=…`: an award to the company that an expense helps, begun from the expense. */
export function Component() {
  const { close, param } = useDialogAddress('award-aid', own)
  const { day } = useScope()
  const id = param('expense') ?? ''
  const company = useCompany(param('company') ?? '')
  const { data: expense } = useQuery(expenses.read({ params: { id } }))
  if (!company || !expense) return null
  return <AidDialog company={company} editing={{ kind: 'award', expense }} day={day} onClose={close} />
}
