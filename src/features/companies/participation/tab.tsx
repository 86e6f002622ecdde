import { Columns } from '../../../ui/page.tsx'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { useTabCompany } from '../page/use-company.ts'
import { Journey } from './journey-view.tsx'
import { CompanyMissions } from './missions.tsx'
import { CompanyOutcomes } from './outcomes.tsx'
import { Services } from './services.tsx'
import { useServed } from './use-served.ts'

/** What a company took part in, what it got, and what came of that. */
export function Component() {
  const company = useTabCompany()
  const served = useServed(company.id)
  if (!served) return <WaitingLines />
  return (
    <>
      <Journey served={served} />
      <Columns aside={<CompanyOutcomes parts={served.parts} />}>
        <CompanyMissions parts={served.parts} />
        <Services company={company} items={served.services} />
      </Columns>
    </>
  )
}
