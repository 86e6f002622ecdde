import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { useReason } from '../../../../components/problem-sentence.ts'
import type { RecordEditing } from '../../../../components/text-fact.tsx'
import { useWrite } from '../../../../components/use-write.ts'
import type { Expense, expensePatch } from '../../../../contract/expenses.ts'
import { expenses } from '../../../../data/expenses.ts'

export type ExpensePatch = z.input<typeof expensePatch>
export type ExpenseEditing = RecordEditing<ExpensePatch>

/** How the parts of an expense's page save what is edited in place. */
export function useExpenseEditing({ id, version, deletedAt }: Expense): ExpenseEditing {
  const { t } = useTranslation('expenses')
  const reason = useReason()
  const update = useWrite(expenses.update, { message: () => t('page.changed') })
  return {
    version,
    reason: reason(deletedAt ? { code: 'record_in_bin' } : null),
    save: (body, over) => update.mutateAsync({ params: { id }, body, version: over }),
  }
}
