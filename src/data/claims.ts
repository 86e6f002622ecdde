import { infiniteQueryOptions } from '@tanstack/react-query'
import type * as z from 'zod'
import {
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
import { pagesKey } from './keys.ts'
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

export const claims = {
  list: reads(listClaims),
  read: reads(readClaim),
  rows,
  draft: writes(draftClaim),
  update: writes(updateClaim),
  freeze: writes(freezeClaim),
  thaw: writes(thawClaim),
  submit: writes(submitClaim),
  decide: writes(decideClaim),
  pay: writes(payClaim),
  remove: writes(removeClaim),
}
