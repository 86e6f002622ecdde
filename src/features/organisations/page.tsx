import { useTranslation } from 'react-i18next'
import { Navigate, useParams } from 'react-router'
import { Documents } from '../../components/dossier/documents.tsx'
import { Notes } from '../../components/dossier/notes.tsx'
import { Sources } from '../../components/dossier/sources.tsx'
import { Tasks } from '../../components/dossier/tasks.tsx'
import { MergeButton } from '../../components/merge-button.tsx'
import { Affiliates } from '../../components/organisation/affiliates.tsx'
import { Affiliations } from '../../components/organisation/affiliations.tsx'
import { OrganisationAgreements } from '../../components/organisation/agreements.tsx'
import { useOrganisationEditing } from '../../components/organisation/editing.ts'
import { OrganisationFacts } from '../../components/organisation/facts.tsx'
import { OrganisationMissions } from '../../components/organisation/missions.tsx'
import { OrganisationPeople } from '../../components/organisation/people.tsx'
import { useOrganisationGestures } from '../../components/organisation/use-gestures.ts'
import { RecordHistory } from '../../components/record-history.tsx'
import { RecordPage, RecordWaiting } from '../../components/record-page.tsx'
import { useScope, useScopedHref } from '../../components/scope.ts'
import { ScopedLink } from '../../components/scoped-link.tsx'
import { useRecord } from '../../components/use-record.ts'
import { organisations } from '../../data/organisations.ts'
import { useFormat } from '../../i18n/format.ts'
import { Columns } from '../../ui/page.tsx'

/** The page of any body that is neither a cluster nor a company; their own pages show more. */
export function Component() {
  const { id = '' } = useParams()
  const { asOf } = useScope()
  const { t } = useTranslation(['organisations', 'common', 'history'])
  const f = useFormat()
  const href = useScopedHref()
  const organisation = useRecord(organisations.read({ params: { id }, query: { asOf } }))
  const editing = useOrganisationEditing(organisation)
  const gestures = useOrganisationGestures('/partners')
  if (!organisation) return <RecordWaiting />
  if (organisation.kinds.includes('cluster')) return <Navigate replace to={href(`/clusters/${id}`)} />
  if (organisation.kinds.includes('company')) return <Navigate replace to={href(`/companies/${id}`)} />
  const record = { noun: 'organisations', recordId: id } as const
  const { kinds, town, region, country } = organisation
  return (
    <RecordPage
      {...gestures}
      record={organisation}
      actions={<MergeButton noun="organisations" id={id} />}
      title={organisation.name}
      eyebrow={<ScopedLink to="/partners?tab=all">{t('title')}</ScopedLink>}
      subtitle={[
        f.list(kinds.map((kind) => t(`common:organisationKind.${kind}`))),
        [town, region, country && f.country(country)].filter(Boolean).join(', '),
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      <Columns
        aside={
          <>
            <Tasks {...record} />
            <Notes {...record} />
            <Documents {...record} />
          </>
        }
      >
        <OrganisationFacts organisation={organisation} editing={editing} />
        <OrganisationAgreements organisation={organisation} />
        <OrganisationMissions organisation={organisation} />
        <OrganisationPeople organisation={organisation} />
        <Affiliations organisation={organisation} editing={editing} />
        {organisation.affiliates.length > 0 && <Affiliates organisation={organisation} />}
        <Sources {...record} />
        <RecordHistory {...record} few />
      </Columns>
    </RecordPage>
  )
}
