import { useParams } from 'react-router'
import { useScope } from '../../components/scope.ts'
import { useRecord } from '../../components/use-record.ts'
import { BriefPage } from '../../components/view/brief/page.tsx'
import { alliances } from '../../data/alliances.ts'
import { views } from '../../data/views.ts'

/** An alliance on one page to hand over. */
export function Component() {
  const { id = '' } = useParams()
  const { asOf, query } = useScope()
  const alliance = useRecord(alliances.read({ params: { id }, query: { asOf } }))
  const view = useRecord(views.alliance({ params: { id }, query }))
  return (
    <BriefPage
      dimension="alliance"
      by="cluster"
      id={id}
      name={alliance?.name}
      view={view}
      back={`/alliances/${id}`}
      facts={({ t, f }) => {
        if (!alliance) return []
        const { starts, ends, members, markets } = alliance
        const lead = ({ market, lead }: (typeof markets)[number]) =>
          t('lead', { alliance: f.place(market.name), lead: lead?.name ?? t('noLead') })
        return [
          [t('fact.period'), f.period(starts, ends)],
          [t('fact.members'), f.list(members.map(({ organisationName }) => organisationName))],
          [t('fact.leads'), markets.map(lead).join(' · ')],
        ]
      }}
    />
  )
}
