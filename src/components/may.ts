import { useQuery } from '@tanstack/react-query'
import type { RecordNoun } from '../contract/primitives.ts'
import { ApiProblem } from '../data/failures.ts'
import { session } from '../data/workspace.ts'
import type { Right } from '../domain/rights.ts'

/** Whether the reader may see what is said of a noun's records beside them: notes and papers about people go with their addresses. */
export function useMaySeeBeside(noun: RecordNoun): boolean {
  const may = useMay()
  return may(noun === 'people' ? 'contacts.read' : 'records.read')
}

/** Whether the reader's roles let them do something somewhere; all where nobody signs in. */
export function useMay(): (right: Right) => boolean {
  const { data, error } = useQuery(session.read())
  // Who has no role at all is not even told who they are.
  const hasNone = !data && error instanceof ApiProblem && error.code === 'right_missing'
  return (right) => !hasNone && (!data?.rights || data.rights.includes(right))
}
