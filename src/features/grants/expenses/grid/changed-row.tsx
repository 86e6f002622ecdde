import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { staleRecord } from '../../../../components/editable-fact.tsx'
import { useWrite } from '../../../../components/use-write.ts'
import type { Expense } from '../../../../contract/expenses.ts'
import type { Grant } from '../../../../contract/grants.ts'
import { expenses } from '../../../../data/expenses.ts'
import { useDraft } from '../../../../ui/use-draft.ts'
import { type Entry, entryOf, toPatch, wrongsOf } from '../sheet/entry.ts'
import { EntryRow } from '../sheet/entry-row.tsx'
import type { Suppliers } from '../sheet/use-suppliers.ts'
import type { Known } from '../use-known.ts'
import { RowConflict } from './row-conflict.tsx'

interface Props {
  expense: Expense
  grant: Grant
  known: Known
  suppliers: Suppliers
  onRepeat: () => void
  onLeave: () => void
}

/** An entered row while it is changed where it stands. It is saved over the version that the change began from. */
export function ChangedRow({ expense, grant, known, suppliers, onRepeat, onLeave }: Props) {
  const { t } = useTranslation('expenses')
  const [initial] = useState(() => entryOf(expense, grant.id, expense.id))
  const [base] = useState(expense)
  const draft = useDraft<Entry>(`expense-row:${expense.id}`, initial)
  const [tried, setTried] = useState(false)
  const entry = draft.values
  const update = useWrite(expenses.update, {
    message: ({ title }) => t('grid.changed', { title }),
    onDone: () => {
      draft.clear()
      onLeave()
    },
  })
  const wrongs = wrongsOf(entry, { lines: known.lineIds, payers: known.payerIds })
  useEffect(() => {
    document.querySelector<HTMLElement>(`[data-entry="${expense.id}"] [data-cell]`)?.focus()
  }, [expense.id])
  const leave = () => {
    draft.clear()
    onLeave()
  }
  const saveOver = (held: Expense, wanted: Entry) => {
    const body = toPatch(wanted, held, grant.id, suppliers.seen)
    if (Object.keys(body).length === 0) return leave()
    update.mutate({ params: { id: expense.id }, body, version: held.version })
  }
  const save = () => {
    setTried(true)
    if (Object.keys(wrongs).length === 0 && !update.isPending) saveOver(base, entry)
  }
  const theirs = staleRecord(update.error) as Expense | null
  return (
    <>
      <EntryRow
        entry={entry}
        grantId={grant.id}
        currency={grant.currency}
        known={known}
        suppliers={suppliers}
        name={expense.title}
        wrongs={tried ? wrongs : null}
        error={theirs ? null : update.error}
        busy={update.isPending}
        action={t('grid.save')}
        onSet={draft.set}
        onEnter={save}
        onLeave={leave}
        onRepeat={onRepeat}
      />
      {theirs && (
        <RowConflict
          base={base}
          theirs={theirs}
          mine={entry}
          grantId={grant.id}
          known={known}
          onResolve={(wanted) => saveOver(theirs, wanted)}
          onClose={update.reset}
        />
      )}
    </>
  )
}
