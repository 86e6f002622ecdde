import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { readAidRoom } from '../../../contract/aid.ts'
import type { CallInput } from '../../../contract/endpoint.ts'
import { companies } from '../../../data/companies.ts'

export type RoomQuery = NonNullable<CallInput<typeof readAidRoom>['query']>

/** What a company may still get on a day, and with an amount whether it may have that; the last answer stays until the next is there. */
export function useRoom(id: string, query: RoomQuery, enabled = true) {
  return useQuery({
    ...companies.aidRoom({ params: { id }, query }),
    placeholderData: keepPreviousData,
    throwOnError: (_, { state }) => state.data === undefined,
    enabled,
  })
}
