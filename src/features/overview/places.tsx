import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { centreOf } from '../../components/map/country-centres.ts'
import { WorldMap } from '../../components/map/world-map.tsx'
import { useScope } from '../../components/scope.ts'
import { ViewBreakdown } from '../../components/view/breakdown.tsx'
import { maxPage } from '../../contract/primitives.ts'
import { markets } from '../../data/markets.ts'
import { views } from '../../data/views.ts'
import { Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'

/** The markets on the map of the world; under it the same as a table, each number of which opens its records. */
export function Places() {
  const { t } = useTranslation('overview')
  const { query } = useScope()
  const { data } = useQuery(views.breakdown({ query: { ...query, by: 'market' } }))
  const { data: known } = useQuery(markets.page({ query: { limit: maxPage } }))
  const [selected, setSelected] = useState<string | null>(null)
  const table = useRef<HTMLDivElement>(null)
  const countries = new Map(known?.items.map(({ id, country }) => [id, country]))
  const places = (data?.rows ?? []).flatMap(({ key, agreements, missions }) => {
    const centre = centreOf(countries.get(key.id) ?? '')
    const count = agreements.count + missions.count
    return centre && count > 0 ? [{ key: key.id, name: key.name, count, ...centre }] : []
  })
  const select = (key: string) => {
    setSelected(key)
    const link = table.current?.querySelector<HTMLElement>(`a[href^="/markets/${key}"]`)
    link?.scrollIntoView({ block: 'nearest' })
    link?.focus({ preventScroll: true })
  }
  return (
    <>
      <Section title={t('map.title')}>
        {data && data.rows.length === 0 && <Nothing>{t('map.none')}</Nothing>}
        {places.length > 0 && (
          <WorldMap label={t('map.label')} places={places} selected={selected} onSelect={select} />
        )}
      </Section>
      <div ref={table}>
        <ViewBreakdown by="market" of={{}} />
      </div>
    </>
  )
}
