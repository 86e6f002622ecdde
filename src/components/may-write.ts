import { useQuery } from '@tanstack/react-query'
import { session } from '../data/workspace.ts'
import { useReason } from './problem-sentence.ts'

/** Why the reader may not change anything (they chose to look only), or null where they may. */
export function useNoWriting(): string | null {
  const reason = useReason()
  const { data } = useQuery(session.read())
  return data?.role === 'viewer' ? reason({ code: 'not_allowed' }) : null
}
