import { useTranslation } from 'react-i18next'
import { Outlet, useParams } from 'react-router'
import { MergeButton } from '../../../components/merge-button.tsx'
import { useOrganisationGestures } from '../../../components/organisation/use-gestures.ts'
import { RecordPage, RecordWaiting } from '../../../components/record-page.tsx'
import { useScope } from '../../../components/scope.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { SmeStatusBadge } from '../../../components/sme-status-badge.tsx'
import type { Company } from '../../../contract/companies.ts'
import { useFormat } from '../../../i18n/format.ts'
import { RoomBadge } from './room-badge.tsx'
import { CompanyTabs } from './tabs.tsx'
import { useCompany } from './use-company.ts'

/** One company: what it is on the day and may still get; below, its tabs, each an address of its own. */
export function Component() {
  const { t } = useTranslation('companies')
  const company = useCompany(useParams().id ?? '')
  const gestures = useOrganisationGestures('/companies')
  if (!company) return <RecordWaiting />
  return (
    <RecordPage
      {...gestures}
      record={company}
      actions={<MergeButton noun="organisations" id={company.id} />}
      title={company.name}
      eyebrow={<ScopedLink to="/companies">{t('title')}</ScopedLink>}
      status={
        <>
          <SmeStatusBadge status={company.status} confirmed={company.statusConfirmed} />
          <RoomBadge {...company} />
        </>
      }
      subtitle={<Subtitle company={company} />}
    >
      <CompanyTabs company={company} />
      <Outlet context={company} />
    </RecordPage>
  )
}

/** Where it is, whose member, and the day that all is seen from. */
function Subtitle({ company }: { company: Company }) {
  const { t } = useTranslation('companies')
  const f = useFormat()
  const { isToday, day } = useScope()
  const { town, country, clusters, legalForm } = company
  const members = [...new Set(clusters.map(({ cluster }) => cluster.name))]
  return [
    legalForm,
    [town, country && f.country(country)].filter(Boolean).join(', '),
    members.length > 0 && f.list(members),
    !isToday && t('since', { date: f.date(day) }),
  ]
    .filter(Boolean)
    .join(' · ')
}
