import { useParams } from 'react-router'
import { useScope } from '../../components/scope.ts'
import { useRecord } from '../../components/use-record.ts'
import { BriefPage } from '../../components/view/brief/page.tsx'
import { markets } from '../../data/markets.ts'
import { views } from '../../data/views.ts'
import { cityOf } from '../../i18n/format.ts'

/** A market on one page to hand over. */
export function Component() {
  const { id = '' } = useParams()
  const { asOf, query } = useScope()
  const market = useRecord(markets.read({ params: { id }, query: { asOf } }))
  const view = useRecord(views.market({ params: { id }, query }))
  return (
    <BriefPage
      dimension="market"
      by="cluster"
      id={id}
      name={market?.name}
      view={view}
      back={`/markets/${id}`}
      facts={({ t, f }) => {
        if (!market) return []
        const { country, regions, leads, timeZone, practice } = market
        const lead = ({ allianceName, organisationName }: (typeof leads)[number]) =>
          t('lead', { alliance: allianceName, lead: organisationName ?? t('noLead') })
        return [
          [t('fact.country'), f.country(country)],
          [t('fact.regions'), f.list(regions.map(({ name }) => name))],
          [t('fact.time'), timeZone && cityOf(timeZone)],
          [t('fact.leads'), leads.map(lead).join(' · ')],
          [t('fact.practice'), practice],
        ]
      }}
    />
  )
}
