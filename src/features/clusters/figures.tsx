import { useTranslation } from 'react-i18next'
import { type Figure, Figures } from '../../components/figures.tsx'
import type { ClusterOverview } from '../../contract/overview.ts'

/** The cluster in five figures; each opens the records it counts. */
export function ClusterFigures({
  overview: { roles, leads, agreements },
  affiliates,
  id,
}: {
  overview: ClusterOverview
  affiliates: number
  id: string
}) {
  const { t } = useTranslation('clusters')
  const current = new Set(roles.filter((role) => role.current).map(({ alliance }) => alliance.id)).size
  const led = new Set(leads.map(({ market }) => market.id)).size
  const negotiated = agreements.filter((agreement) => agreement.negotiated).length
  const inForce = agreements.filter(({ status }) => status === 'active' || status === 'expiring').length
  const figures: Figure[] = [
    { value: current, label: t('figures.alliances', { count: current }), to: `/alliances?cluster=${id}` },
    { value: led, label: t('figures.leads', { count: led }), to: `/markets?cluster=${id}` },
    {
      value: negotiated,
      label: t('figures.negotiated', { count: negotiated }),
      to: `/agreements?cluster=${id}&negotiator=${id}`,
    },
    {
      value: inForce,
      label: t('figures.inForce', { count: inForce }),
      to: `/agreements?cluster=${id}&status=active,expiring`,
    },
    {
      value: affiliates,
      label: t('figures.affiliates', { count: affiliates }),
      to: `/partners?tab=all&cluster=${id}`,
    },
  ]
  return <Figures label={t('figures.label')} figures={figures} />
}
