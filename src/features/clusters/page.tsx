import { useTranslation } from 'react-i18next'
import { Navigate, useParams } from 'react-router'
import { Documents } from '../../components/dossier/documents.tsx'
import { Notes } from '../../components/dossier/notes.tsx'
import { Sources } from '../../components/dossier/sources.tsx'
import { Tasks } from '../../components/dossier/tasks.tsx'
import { Targets } from '../../components/indicator/targets.tsx'
import { useNoBeginning } from '../../components/may-write.ts'
import { MergeButton } from '../../components/merge-button.tsx'
import { Affiliates } from '../../components/organisation/affiliates.tsx'
import { Affiliations } from '../../components/organisation/affiliations.tsx'
import { useOrganisationEditing } from '../../components/organisation/editing.ts'
import { OrganisationFacts } from '../../components/organisation/facts.tsx'
import { OrganisationPeople } from '../../components/organisation/people.tsx'
import { useOrganisationGestures } from '../../components/organisation/use-gestures.ts'
import { RecordHistory } from '../../components/record-history.tsx'
import { RecordPage, RecordWaiting } from '../../components/record-page.tsx'
import { useScope, useScopedHref, useScopedNavigate } from '../../components/scope.ts'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { useRecord } from '../../components/use-record.ts'
import { ClusterActing } from '../../components/view/acting.tsx'
import { ViewBreakdown } from '../../components/view/breakdown.tsx'
import { BriefLink } from '../../components/view/brief-link.tsx'
import { ViewBudget } from '../../components/view/budget.tsx'
import { ViewFigures } from '../../components/view/figures.tsx'
import { ViewMissions } from '../../components/view/missions.tsx'
import { organisations } from '../../data/organisations.ts'
import { clusters } from '../../data/overview.ts'
import { views } from '../../data/views.ts'
import { useFormat } from '../../i18n/format.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Columns } from '../../ui/page.tsx'
import { ClusterAgreements } from './agreements.tsx'
import { ClusterRoles } from './roles.tsx'

/** One cluster: its figures over all nouns, in each alliance and across them, the markets it leads, what it negotiated, its money, members and people. */
export function Component() {
  const { id = '' } = useParams()
  const { asOf, query } = useScope()
  const { t } = useTranslation(['clusters', 'organisations', 'history'])
  const f = useFormat()
  const href = useScopedHref()
  const navigate = useScopedNavigate()
  const noWriting = useNoBeginning('activity.write')
  const input = { params: { id }, query: { asOf } }
  const cluster = useRecord(organisations.read(input))
  const overview = useRecord(clusters.read({ params: { id }, query }))
  const view = useRecord(views.cluster({ params: { id }, query }))
  const editing = useOrganisationEditing(cluster)
  const gestures = useOrganisationGestures('/clusters')
  if (!cluster || !overview || !view) return <RecordWaiting />
  if (!cluster.kinds.includes('cluster')) return <Navigate replace to={href(`/organisations/${id}`)} />
  const record = { noun: 'organisations', recordId: id } as const
  const { town, region, country } = cluster
  return (
    <RecordPage
      {...gestures}
      record={cluster}
      title={cluster.name}
      eyebrow={<ScopedLink to="/clusters">{t('title')}</ScopedLink>}
      subtitle={[town, region, country && f.country(country)].filter(Boolean).join(', ')}
      actions={
        <>
          <BriefLink to={`/clusters/${id}/brief`} />
          <ActionButton reason={noWriting} onClick={() => void navigate(`/agreements/new?negotiator=${id}`)}>
            {t('newAgreement')}
          </ActionButton>
          <MergeButton noun="organisations" id={id} />
        </>
      }
    >
      <ViewFigures view={view} attention={`cluster=${id}`} />
      <Columns
        aside={
          <>
            <OrganisationPeople organisation={cluster} />
            <Tasks {...record} />
            <Notes {...record} />
            <Documents {...record} />
          </>
        }
      >
        <ClusterRoles name={cluster.name} colour={cluster.colour} overview={overview} />
        <ClusterAgreements id={id} agreements={overview.agreements} />
        <ViewMissions figures={view.figures} begin={{ forLead: id }} />
        <ViewBreakdown by="alliance" of={{ cluster: id }} />
        <ViewBreakdown by="market" of={{ cluster: id }} />
        <ClusterActing id={id} />
        <ViewBudget budget={view.budget} />
        <Targets of={{ cluster: id }} begin={{ forCluster: id }} />
        <OrganisationFacts organisation={cluster} editing={editing} />
        <Affiliates organisation={cluster} />
        <Affiliations organisation={cluster} editing={editing} />
        <Sources {...record} />
        <RecordHistory {...record} few />
      </Columns>
    </RecordPage>
  )
}
