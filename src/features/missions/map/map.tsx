import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WorldMap } from '../../../components/map/world-map.tsx'
import { MissionLine } from '../../../components/missions-section.tsx'
import type { MissionRow } from '../../../contract/missions.ts'
import { maxPage } from '../../../contract/primitives.ts'
import { markets } from '../../../data/markets.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Lines } from '../../../ui/lines.tsx'
import { ListStates } from '../../../ui/list-states.tsx'
import { MissionToolbar } from '../list/toolbar.tsx'
import { useAllMissions } from '../list/use-all-missions.ts'
import type { ViewProps } from '../list/view-props.ts'
import classes from './map.module.css'
import { placesOf } from './places.ts'

/** Missions on the map of the world; beside it the same by place, as a list. */
export function MissionMap({ list, tools, empty }: ViewProps) {
  const { t } = useTranslation('missions')
  const f = useFormat()
  const { pages, rows, total } = useAllMissions(list.query)
  const { data: known } = useQuery(markets.page({ query: { limit: maxPage } }))
  const countryOf = (id: string) => known?.items.find((market) => market.id === id)?.country
  const { places, nowhere } = placesOf(rows, countryOf, f.country)
  const [selected, setSelected] = useState<string | null>(null)
  const beside = useRef<HTMLDivElement>(null)
  const select = (key: string) => {
    setSelected(key)
    const place = beside.current?.querySelector<HTMLElement>(`[data-place="${key}"]`)
    place?.scrollIntoView({ block: 'nearest' })
    place?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
  }
  return (
    <>
      <MissionToolbar list={list} tools={tools} total={total} />
      <ListStates pages={pages} list={list} empty={empty} />
      {rows.length > 0 && (
        <div className={classes.body} data-busy={pages.isPlaceholderData || undefined}>
          <WorldMap
            label={t('map.label')}
            places={places.map((place) => ({ ...place, count: place.missions.length }))}
            selected={selected}
            onSelect={select}
          />
          <div ref={beside} className={classes.places}>
            {places
              .sort((a, b) => f.compare(a.name, b.name))
              .map(({ key, name, missions }) => (
                <Place key={key} id={key} name={name} missions={missions} selected={key === selected} />
              ))}
            {nowhere.length > 0 && <Place id="nowhere" name={t('map.nowhere')} missions={nowhere} />}
          </div>
        </div>
      )}
    </>
  )
}

function Place({
  id,
  name,
  missions,
  selected,
}: {
  id: string
  name: string
  missions: readonly MissionRow[]
  selected?: boolean
}) {
  return (
    <section data-place={id} data-selected={selected || undefined} aria-label={name}>
      <h2>
        {name} <span className={classes.count}>{missions.length}</span>
      </h2>
      <Lines>
        {missions.map((mission) => (
          <MissionLine key={mission.id} mission={mission} withPlace={false} />
        ))}
      </Lines>
    </section>
  )
}
