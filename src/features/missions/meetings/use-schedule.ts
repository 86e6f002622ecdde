import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { meetings } from '../../../data/meetings.ts'
import { type Model, modelOf } from './model.ts'

/** The schedule of a mission, laid out; undefined while it is being loaded. What can't be had the page's error screen says. */
export function useSchedule(missionId: string): Model | undefined {
  const { data } = useQuery({
    ...meetings.schedule({ params: { id: missionId } }),
    throwOnError: (_, query) => query.state.data === undefined,
  })
  return useMemo(() => data && modelOf(data), [data])
}
