import { Affiliates } from '../../../components/organisation/affiliates.tsx'
import { Affiliations } from '../../../components/organisation/affiliations.tsx'
import { OrganisationAgreements } from '../../../components/organisation/agreements.tsx'
import { useOrganisationEditing } from '../../../components/organisation/editing.ts'
import { OrganisationFacts } from '../../../components/organisation/facts.tsx'
import { OrganisationPeople } from '../../../components/organisation/people.tsx'
import { useRecord } from '../../../components/use-record.ts'
import { organisations } from '../../../data/organisations.ts'
import { Columns } from '../../../ui/page.tsx'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { useDayQuery, useTabCompany } from '../page/use-company.ts'
import { ExportFacts } from './export-facts.tsx'
import { Identity } from './identity.tsx'
import { CompanyMarkets } from './markets.tsx'

/** What a company is: the organisation's own facts, and what only companies have. */
export function Component() {
  const company = useTabCompany()
  const organisation = useRecord(organisations.read({ params: { id: company.id }, query: useDayQuery() }))
  const editing = useOrganisationEditing(organisation)
  return (
    <Columns
      aside={
        organisation && (
          <>
            <OrganisationPeople organisation={organisation} />
            <Affiliations organisation={organisation} editing={editing} />
            {organisation.affiliates.length > 0 && <Affiliates organisation={organisation} />}
            {organisation.agreements.length > 0 && <OrganisationAgreements organisation={organisation} />}
          </>
        )
      }
    >
      <Identity company={company} />
      <CompanyMarkets company={company} />
      <ExportFacts company={company} />
      {organisation ? <OrganisationFacts organisation={organisation} editing={editing} /> : <WaitingLines />}
    </Columns>
  )
}
