import { useQuery } from '@tanstack/react-query'
import { session } from '../data/workspace.ts'
import type { Refusal } from '../domain/agreement.ts'
import { useReason } from './problem-sentence.ts'

/** Why the reader may not change anything (they chose to look only), or null where they may. */
export function useNoWriting(): string | null {
  const reason = useReason()
  const { data } = useQuery(session.read())
  return data?.role === 'viewer' ? reason({ code: 'not_allowed' }) : null
}

/** The sentence for why something can't be done: the reader may not write, or the record is not in the state for it. */
export function useWhyNot(): (refusal: Refusal | null) => string | null {
  const noWriting = useNoWriting()
  const reason = useReason()
  return (refusal) => noWriting ?? reason(refusal)
}

/** Why a record that is in the bin can't be changed. */
export const binned = ({ deletedAt }: { deletedAt: string | null }): Refusal | null =>
  deletedAt ? { code: 'record_in_bin' } : null
