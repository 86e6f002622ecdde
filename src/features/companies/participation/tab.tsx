import { useRecord } from '../../../components/use-record.ts'
import { served } from '../../../data/served.ts'
import { Columns } from '../../../ui/page.tsx'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { useDayQuery, useTabCompany } from '../page/use-company.ts'
import { CompanyAid } from './aid.tsx'
import { Journey } from './journey-view.tsx'
import { CompanyMissions } from './missions.tsx'
import { CompanyOutcomes } from './outcomes.tsx'
import { Services } from './services.tsx'

/** What a company took part in, what it got, and what came of that. */
export function Component() {
  const company = useTabCompany()
  const got = useRecord(served.ofCompany({ params: { id: company.id }, query: useDayQuery() }))
  if (!got) return <WaitingLines />
  return (
    <>
      <Journey journey={got.journey} />
      <Columns
        aside={
          <>
            <CompanyOutcomes outcomes={got.outcomes} />
            <CompanyAid company={company} aid={got.aid} />
          </>
        }
      >
        <CompanyMissions missions={got.missions} />
        <Services company={company} items={got.services} />
      </Columns>
    </>
  )
}
