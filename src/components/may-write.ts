import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import { session } from '../data/workspace.ts'
import type { Refusal } from '../domain/agreement.ts'
import type { Right } from '../domain/rights.ts'
import { useReason } from './problem-sentence.ts'
import { recordAt } from './record-path.ts'

/**
 * What changing what a screen shows asks for, by how its address begins; longer ones first. A button for something else
 * names its own right.
 */
const screens: readonly (readonly [start: string, right: Right])[] = [
  ['/people/due', 'privacy.write'],
  ['/grants/expenses', 'expenses.write'],
  ['/settings/rates', 'rates.write'],
  ['/agreements', 'activity.write'],
  ['/missions', 'activity.write'],
  ['/companies', 'directory.write'],
  ['/clusters', 'directory.write'],
  ['/partners', 'directory.write'],
  ['/organisations', 'directory.write'],
  ['/people', 'directory.write'],
  ['/alliances', 'alliances.write'],
  ['/markets', 'alliances.write'],
  ['/indicators', 'alliances.write'],
  ['/grants', 'budgets.write'],
  ['/import', 'imports.write'],
  ['/duplicates', 'directory.merge'],
  ['/reports', 'dossier.write'],
  ['/tasks', 'dossier.write'],
]

/**
 * Pages whose record says by itself whether one may change what stands there. On others several clusters write, each its
 * own: there the server alone decides of whose something is.
 */
const ownPages = ['/agreements/', '/grants/expenses/', '/people/', '/clusters/', '/alliances/']

/** Why the reader may not begin something new that asks for a right (else: what the screen asks for), or null where they may. */
export function useNoBeginning(right?: Right): string | null {
  const reason = useReason()
  const { pathname } = useLocation()
  const { data } = useQuery(session.read())
  if (!data?.rights) return data?.role === 'viewer' ? reason({ code: 'not_allowed' }) : null
  const asked = rightAsked(pathname, right)
  return asked && data.rights.includes(asked) ? null : reason({ code: 'right_missing' })
}

const rightAsked = (pathname: string, right: Right | undefined): Right | undefined =>
  right ?? screens.find(([start]) => pathname.startsWith(start))?.[1]

/**
 * Why the reader may not change anything here, or null where they may: they chose to look only, or none of their roles gives
 * the right (`right`, else what the screen asks for), or gives it for this record.
 */
export function useNoWriting(right?: Right): string | null {
  const reason = useReason()
  const { pathname } = useLocation()
  const missing = useNoBeginning(right)
  const { data } = useQuery(session.read())
  const record = ownPages.some((start) => pathname.startsWith(start)) ? recordAt(pathname) : null
  const ofRecord = useQuery({
    ...session.rights({ query: { noun: record?.noun ?? 'organisations', recordId: record?.id ?? '' } }),
    enabled: record !== null && data?.rights !== undefined,
  })
  if (missing) return missing
  const asked = rightAsked(pathname, right)
  const reached = !ofRecord.data || !asked || ofRecord.data.rights.includes(asked)
  return reached ? null : reason({ code: 'other_holder' })
}

/** The sentence for why something can't be done: the reader may not write, or the record is not in the state for it. */
export function useWhyNot(right?: Right): (refusal: Refusal | null) => string | null {
  const noWriting = useNoWriting(right)
  const reason = useReason()
  return (refusal) => noWriting ?? reason(refusal)
}

/** Why a record that is in the bin can't be changed. */
export const binned = ({ deletedAt }: { deletedAt: string | null }): Refusal | null =>
  deletedAt ? { code: 'record_in_bin' } : null
