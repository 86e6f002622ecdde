import { useQuery } from '@tanstack/react-query'
import X from 'lucide-react/icons/x'
import { useTranslation } from 'react-i18next'
import { useMay } from '../components/may.ts'
import { useScope } from '../components/scope.ts'
import { alliances } from '../data/alliances.ts'
import { markets } from '../data/markets.ts'
import { organisations } from '../data/organisations.ts'
import { useFormat } from '../i18n/format.ts'
import { AsOfControl } from './as-of-control.tsx'
import { BarButton } from './bar-button.tsx'
import { ScopePicker } from './scope-picker.tsx'

const all = 200

/** The pickers of alliance, cluster and market, and the day. */
export function ScopeControls() {
  const { t } = useTranslation('app')
  const scope = useScope()
  const may = useMay()
  const narrowed = scope.isNarrowed || Boolean(scope.asOf)
  return (
    <>
      {may('records.read') && (
        <>
          <AlliancePicker />
          <ClusterPicker />
          <MarketPicker />
        </>
      )}
      <AsOfControl />
      {narrowed && (
        <BarButton
          compact
          icon={<X size={16} aria-hidden />}
          onClick={scope.clear}
          title={t('scope.clearHint')}
        >
          {t('scope.clear')}
        </BarButton>
      )}
    </>
  )
}

function AlliancePicker() {
  const { data } = useQuery(alliances.page({ query: { limit: all } }))
  return <ScopePicker name="alliance" options={data?.items.map(({ id, name }) => ({ id, name }))} />
}

function ClusterPicker() {
  const { data } = useQuery(organisations.page({ query: { kind: 'cluster', limit: all } }))
  return (
    <ScopePicker name="cluster" options={data?.items.map(({ id, name, colour }) => ({ id, name, colour }))} />
  )
}

function MarketPicker() {
  const f = useFormat()
  const { data } = useQuery(markets.page({ query: { limit: all } }))
  return (
    <ScopePicker name="market" options={data?.items.map(({ id, name }) => ({ id, name: f.place(name) }))} />
  )
}
