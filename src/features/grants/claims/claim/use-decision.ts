import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Claim, ClaimRow } from '../../../../contract/claims.ts'
import { claims } from '../../../../data/claims.ts'
import { rowsOf } from '../../../../ui/table-pages.ts'
import { useDraft } from '../../../../ui/use-draft.ts'

export interface Refused {
  rowId: string
  title: string
  reason: string
}

interface Draft {
  rejected: Refused[]
}

/** Which rows the funder refused, as it is being noted; kept in this browser until it is. */
export function useDecision(claim: Claim) {
  const open = claim.state === 'submitted' || claim.state === 'decided'
  const held = useInfiniteQuery({
    ...claims.rows(claim.id, { decision: 'rejected', limit: 500 }),
    enabled: claim.state === 'decided',
  })
  const known = rowsOf<ClaimRow>(held)
  const ids = known.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are the same while their ids are
  const initial = useMemo<Draft>(
    () => ({
      rejected: known.map(({ id, expense, reason }) => ({
        rowId: id,
        title: expense.name,
        reason: reason ?? '',
      })),
    }),
    [ids],
  )
  const draft = useDraft<Draft>(`claim-decision:${claim.id}`, initial)
  const { rejected } = draft.values
  return {
    open,
    rejected,
    isDirty: draft.isDirty,
    clear: draft.clear,
    refuse: (rows: readonly ClaimRow[]) =>
      draft.set((current) => ({
        rejected: [
          ...current.rejected,
          ...rows
            .filter(({ id }) => !current.rejected.some(({ rowId }) => rowId === id))
            .map(({ id, expense }) => ({ rowId: id, title: expense.name, reason: '' })),
        ],
      })),
    accept: (rowId: string) =>
      draft.set((current) => ({ rejected: current.rejected.filter((row) => row.rowId !== rowId) })),
    explain: (rowId: string, reason: string) =>
      draft.set((current) => ({
        rejected: current.rejected.map((row) => (row.rowId === rowId ? { ...row, reason } : row)),
      })),
  }
}
export type Decision = ReturnType<typeof useDecision>
