import { useTranslation } from 'react-i18next'
import { Navigate, useParams } from 'react-router'
import { Documents } from '../../components/dossier/documents.tsx'
import { Notes } from '../../components/dossier/notes.tsx'
import { Sources } from '../../components/dossier/sources.tsx'
import { Tasks } from '../../components/dossier/tasks.tsx'
import { History } from '../../components/history.tsx'
import { useNoWriting } from '../../components/may-write.ts'
import { MergeButton } from '../../components/merge-button.tsx'
import { MissionsSection } from '../../components/missions-section.tsx'
import { Affiliates } from '../../components/organisation/affiliates.tsx'
import { Affiliations } from '../../components/organisation/affiliations.tsx'
import { useOrganisationEditing } from '../../components/organisation/editing.ts'
import { OrganisationFacts } from '../../components/organisation/facts.tsx'
import { OrganisationPeople } from '../../components/organisation/people.tsx'
import { useOrganisationGestures } from '../../components/organisation/use-gestures.ts'
import { RecordPage, RecordWaiting } from '../../components/record-page.tsx'
import { useScope, useScopedHref, useScopedNavigate } from '../../components/scope.ts'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { useRecord } from '../../components/use-record.ts'
import { organisations } from '../../data/organisations.ts'
import { clusters } from '../../data/overview.ts'
import { useFormat } from '../../i18n/format.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Columns } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { ClusterAgreements } from './agreements.tsx'
import { ClusterFigures } from './figures.tsx'
import { ClusterRoles } from './roles.tsx'

/** One cluster: its role in each alliance, the markets it leads, what it negotiated, its members and people. */
export function Component() {
  const { id = '' } = useParams()
  const { asOf } = useScope()
  const { t } = useTranslation(['clusters', 'organisations', 'history'])
  const f = useFormat()
  const href = useScopedHref()
  const navigate = useScopedNavigate()
  const noWriting = useNoWriting()
  const input = { params: { id }, query: { asOf } }
  const cluster = useRecord(organisations.read(input))
  const overview = useRecord(clusters.read(input))
  const editing = useOrganisationEditing(cluster)
  const gestures = useOrganisationGestures('/clusters')
  if (!cluster || !overview) return <RecordWaiting />
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
          <ActionButton reason={noWriting} onClick={() => void navigate(`/agreements/new?negotiator=${id}`)}>
            {t('newAgreement')}
          </ActionButton>
          <MergeButton noun="organisations" id={id} />
        </>
      }
    >
      <ClusterFigures overview={overview} affiliates={cluster.affiliates.length} id={id} />
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
        <MissionsSection of={{ cluster: id }} begin={{ forLead: id }} />
        <OrganisationFacts organisation={cluster} editing={editing} />
        <Affiliates organisation={cluster} />
        <Affiliations organisation={cluster} editing={editing} />
        <Sources {...record} />
        <Section title={t('history:title')}>
          <History {...record} few />
        </Section>
      </Columns>
    </RecordPage>
  )
}
