import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type * as z from 'zod'
import {
  type ClaimRow,
  claimAuditFile,
  decideClaim,
  draftClaim,
  freezeClaim,
  listClaimRows,
  listClaims,
  payClaim,
  readClaim,
  removeClaim,
  submitClaim,
  thawClaim,
  updateClaim,
} from '../contract/claims.ts'
import { call } from './client.ts'
import { answerKey, pagesKey } from './keys.ts'
import { reads, writes } from './options.ts'

type RowQuery = z.input<typeof listClaimRows.query>

/** A claim's rows, page by page. */
const rows = (id: string, query?: Omit<RowQuery, 'cursor'>) =>
  infiniteQueryOptions({
    queryKey: pagesKey(listClaimRows, { params: { id }, query }),
    queryFn: ({ signal, pageParam }) => {
      const asked = { ...query, ...(pageParam ? { cursor: pageParam } : {}) }
      return call(listClaimRows, { params: { id }, query: asked }, { signal })
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })

/** All of a claim's rows, for paper. */
const allRows = (id: string) =>
  queryOptions({
    queryKey: [...answerKey(listClaimRows, { params: { id } }), 'all'],
    queryFn: async ({ signal }) => {
      const rows: ClaimRow[] = []
      let cursor: string | undefined
      do {
        const page = await call(listClaimRows, { params: { id }, query: { limit: 500, cursor } }, { signal })
        rows.push(...page.items)
        cursor = page.next ?? undefined
      } while (cursor)
      return rows
    },
  })

/** The archive of a claim for its auditor. */
export const downloadAuditFile = (id: string, language: 'en' | 'fr') =>
  call(claimAuditFile, { params: { id }, query: { language } })

export const claims = {
  list: reads(listClaims),
  read: reads(readClaim),
  rows,
  allRows,
  draft: writes(draftClaim),
  update: writes(updateClaim),
  freeze: writes(freezeClaim),
  thaw: writes(thawClaim),
  submit: writes(submitClaim),
  decide: writes(decideClaim),
  pay: writes(payClaim),
  remove: writes(removeClaim),
}
