import { useParams } from 'react-router'
import { useScope } from '../../components/scope.ts'
import { useRecord } from '../../components/use-record.ts'
import { BriefPage } from '../../components/view/brief/page.tsx'
import { organisations } from '../../data/organisations.ts'
import { clusters } from '../../data/overview.ts'
import { views } from '../../data/views.ts'

/** A cluster on one page to hand over. */
export function Component() {
  const { id = '' } = useParams()
  const { asOf, query } = useScope()
  const input = { params: { id }, query: { asOf } }
  const cluster = useRecord(organisations.read(input))
  const overview = useRecord(clusters.read(input))
  const view = useRecord(views.cluster({ params: { id }, query }))
  return (
    <BriefPage
      dimension="cluster"
      by="alliance"
      id={id}
      name={overview && cluster?.name}
      view={view}
      back={`/clusters/${id}`}
      facts={({ t, f }) => {
        if (!cluster || !overview) return []
        const { town, region, country } = cluster
        // One that is not a member on the day says when it is.
        const roles = overview.roles.map(({ alliance, role, from, to, current }) => {
          const period = !current && f.period(from, to)
          return `${alliance.name} (${[t(`common:allianceRole.${role}`), period].filter(Boolean).join(', ')})`
        })
        const led = [...new Set(overview.leads.map(({ market }) => f.place(market.name)))]
        return [
          [t('fact.region'), [town, region, country && f.country(country)].filter(Boolean).join(', ')],
          [t('fact.alliances'), roles.join(' · ')],
          [t('fact.markets'), f.list(led)],
        ]
      }}
    />
  )
}
