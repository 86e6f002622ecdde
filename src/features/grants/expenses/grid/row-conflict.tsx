import { useTranslation } from 'react-i18next'
import { type Choice, ConflictDialog, type ConflictField } from '../../../../components/conflict-dialog.tsx'
import type { Expense } from '../../../../contract/expenses.ts'
import { isCivilDate } from '../../../../domain/partial-date.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { type Cell, cells, type Entry, entryOf, isEnteredState, type LinkCell } from '../sheet/entry.ts'
import type { Known } from '../use-known.ts'

interface Props {
  /** The expense as it was when its row began to be changed, and as somebody has saved it since. */
  base: Expense
  theirs: Expense
  mine: Entry
  grantId: string
  known: Known
  /** The row as it is to be saved over theirs. */
  onResolve: (entry: Entry) => void
  onClose: () => void
}

/** Somebody else changed the expense meanwhile: both versions of each cell, to choose from. */
export function RowConflict({ base, theirs, mine, grantId, known, onResolve, onClose }: Props) {
  const { t } = useTranslation('expenses')
  const show = useShownCell(known)
  const before = entryOf(base, grantId, mine.id)
  const now = entryOf(theirs, grantId, mine.id)
  const fields = cells.map(
    (cell): ConflictField => ({
      key: cell,
      label: t(`column.${cell}`),
      base: before[cell],
      theirs: now[cell],
      mine: mine[cell],
      show: (value) => show(cell, String(value ?? '')),
    }),
  )
  const links = known.links ?? []
  const resolve = (choice: Choice) => {
    const kept = [...cells, ...links].filter((cell) => choice[cell] === 'mine')
    onResolve({ ...now, ...Object.fromEntries(kept.map((cell) => [cell, mine[cell]])) })
  }
  const linkFields = links.map(
    (cell): ConflictField => ({
      key: cell,
      label: t(`column.${cell}`),
      base: before[cell],
      theirs: now[cell],
      mine: mine[cell],
      show: (record) => (record as Entry[LinkCell])?.name,
    }),
  )
  return (
    <ConflictDialog
      fields={[...fields, ...linkFields]}
      recordId={theirs.id}
      onResolve={resolve}
      onClose={onClose}
    />
  )
}

/** What stands in a cell, as the grid shows it. */
function useShownCell({ lines, payers }: Known) {
  const { t } = useTranslation('expenses')
  const f = useFormat()
  const named = (options: readonly { id: string; name: string }[], id: string) =>
    options.find((one) => one.id === id)?.name ?? id
  return (cell: Cell, text: string): string => {
    if (cell === 'day') return isCivilDate(text) ? f.date(text) : text
    if (cell === 'state') return isEnteredState(text) ? t(`state.${text}`) : text
    if (cell === 'line') return named(lines, text)
    return cell === 'payer' ? named(payers, text) : text
  }
}
