import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import type { RecordNoun } from '../contract/primitives.ts'
import { session } from '../data/workspace.ts'
import type { Refusal } from '../domain/agreement.ts'
import type { Right } from '../domain/rights.ts'
import { useReason } from './problem-sentence.ts'

/**
 * Pages whose record says by itself whether one may change what stands there, and what that asks for. On others several
 * clusters write, each its own: there the server alone decides of whose something is.
 */
const ownPages: Record<string, { noun: RecordNoun; right: Right }> = {
  agreements: { noun: 'agreements', right: 'activity.write' },
  expenses: { noun: 'expenses', right: 'expenses.write' },
  people: { noun: 'people', right: 'directory.write' },
  clusters: { noun: 'organisations', right: 'directory.write' },
  alliances: { noun: 'alliances', right: 'alliances.write' },
}
const recordPath = /^\/(\w+)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/

/**
 * Why the reader may not change anything here, or null where they may: they chose to look only, or none of their roles gives
 * the right (`right`, else what the page's record asks for), or gives it for this record.
 */
export function useNoWriting(right?: Right): string | null {
  const reason = useReason()
  const [, place = '', recordId = ''] = recordPath.exec(useLocation().pathname) ?? []
  const page = ownPages[place]
  const { data } = useQuery(session.read())
  const ofRecord = useQuery({
    ...session.rights({ query: { noun: page?.noun ?? 'organisations', recordId } }),
    enabled: page !== undefined && data?.rights !== undefined,
  })
  if (!data?.rights) return data?.role === 'viewer' ? reason({ code: 'not_allowed' }) : null
  const asked = right ?? page?.right
  const has = asked ? data.rights.includes(asked) : data.role === 'manager'
  if (!has) return reason({ code: 'right_missing' })
  const reached = !page || !asked || !ofRecord.data || ofRecord.data.rights.includes(asked)
  return reached ? null : reason({ code: 'other_holder' })
}

/** Whether the reader's roles let them do something somewhere; all where nobody signs in. */
export function useMay(): (right: Right) => boolean {
  const { data } = useQuery(session.read())
  return (right) => !data?.rights || data.rights.includes(right)
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
