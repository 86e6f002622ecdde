import { useQuery } from '@tanstack/react-query'
import type { RecordNoun } from '../../contract/primitives.ts'
import { dossier } from '../../data/dossier.ts'

/** The record that notes, tasks, documents and sources belong to. */
export interface RecordOf {
  noun: RecordNoun
  recordId: string
}

/** Everything a record carries; all its sections share one answer. */
export const useDossier = ({ noun, recordId }: RecordOf) =>
  useQuery(dossier.read({ query: { noun, recordId } }))
