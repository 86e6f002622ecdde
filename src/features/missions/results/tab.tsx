import { useScope } from '../../../components/scope.ts'
import { useRecord } from '../../../components/use-record.ts'
import type { Mission } from '../../../contract/missions.ts'
import { meetings } from '../../../data/meetings.ts'
import { missions } from '../../../data/missions.ts'
import { Columns } from '../../../ui/page.tsx'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { ByCluster } from './by-cluster.tsx'
import { Costs } from './costs.tsx'
import { FollowUp } from './follow-up.tsx'
import { Funnel } from './funnel.tsx'
import { Outcomes } from './outcomes.tsx'
import { Ratings } from './ratings.tsx'

/** What came of a mission: from request to result, outcomes, and who is still to be asked. */
export function ResultsTab({ mission }: { mission: Mission }) {
  const { asOf } = useScope()
  const params = { id: mission.id }
  const results = useRecord(missions.results({ params, query: { asOf } }))
  const schedule = useRecord(meetings.schedule({ params }))
  if (!results || !schedule) return <WaitingLines />
  return (
    <Columns aside={<Ratings ratings={results.ratings} schedule={schedule} />}>
      <Funnel funnel={results.funnel} schedule={schedule} />
      <Outcomes mission={mission} results={results} schedule={schedule} />
      <Costs mission={mission} results={results} />
      <ByCluster results={results} schedule={schedule} />
      <FollowUp mission={mission} entries={results.followUp} />
    </Columns>
  )
}
