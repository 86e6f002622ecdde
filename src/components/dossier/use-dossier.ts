import { useQuery } from '@tanstack/react-query'
import type { RecordNoun } from '../../contract/primitives.ts'
import { dossier } from '../../data/dossier.ts'
import { useMaySeeBeside } from '../may.ts'

/** The record that notes, tasks, documents and sources belong to. */
export interface RecordOf {
  noun: RecordNoun
  recordId: string
}

/**
 * Everything a record carries; all its sections share one answer. `closed` where the reader may not see it: then the sections
 * are not there.
 */
export function useDossier({ noun, recordId }: RecordOf) {
  const closed = !useMaySeeBeside(noun)
  const { data } = useQuery({ ...dossier.read({ query: { noun, recordId } }), enabled: !closed })
  return { data, closed }
}
