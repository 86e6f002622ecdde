import { useQuery } from '@tanstack/react-query'
import { createContext, use } from 'react'
import type { RecordNoun } from '../contract/primitives.ts'
import { ApiProblem } from '../data/failures.ts'
import { session } from '../data/workspace.ts'
import type { Right } from '../domain/rights.ts'

/** Whether the reader may see what is said of a noun's records beside them: notes and papers about people go with their addresses. */
export function useMaySeeBeside(noun: RecordNoun): boolean {
  const may = useMay()
  return may(noun === 'people' ? 'contacts.read' : 'records.read')
}

const isRefused = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'right_missing'

/** Whether it is known who asks, as the frame knew when it let the screen be drawn: a part of it must not know sooner. */
export const RolesKnown = createContext(true)

/** Whether an answer was refused before it is known who asks: their roles may lead elsewhere, so it tells them nothing yet. */
export function useTooEarly(): (error: unknown) => boolean {
  const known = use(RolesKnown)
  return (error) => !known && isRefused(error)
}

/** Whether the reader's roles let them do something somewhere; all where nobody signs in. */
export function useMay(): (right: Right) => boolean {
  const { data, error } = useQuery(session.read())
  // Who has no role at all is not even told who they are.
  const hasNone = !data && isRefused(error)
  return (right) => !hasNone && (!data?.rights || data.rights.includes(right))
}
