import { useMemo } from 'react'
import { useParams } from 'react-router'
import { useScope } from '../../../components/scope.ts'
import { useRecord } from '../../../components/use-record.ts'
import { meetings } from '../../../data/meetings.ts'
import { missions } from '../../../data/missions.ts'
import { sittingsOf } from '../sittings.ts'

/** What a paper of the mission in the address is made of; undefined while it is being loaded. */
export function usePaper() {
  const { id = '' } = useParams()
  const { asOf } = useScope()
  const mission = useRecord(missions.read({ params: { id }, query: { asOf } }))
  const schedule = useRecord(meetings.schedule({ params: { id } }))
  const sittings = useMemo(() => (schedule ? sittingsOf(schedule) : []), [schedule])
  return { id, paper: mission && schedule ? { mission, schedule, sittings } : undefined }
}
export type Paper = NonNullable<ReturnType<typeof usePaper>['paper']>
