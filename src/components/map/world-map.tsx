import { ActionIcon } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import Maximize from 'lucide-react/icons/maximize'
import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import { type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { groupsOf, type MapGroup, type MapPlace, zoomApart } from './groups.ts'
import { landPath, mapHeight, mapWidth } from './projection.ts'
import { bounded, type MapView, maxZoom, placeIn, viewBoxOf, wholeWorld } from './view.ts'
import classes from './world-map.module.css'

interface Props {
  /** What the marks count. */
  label: string
  places: readonly MapPlace[]
  selected: string | null
  onSelect: (key: string) => void
}

/**
 * The world with a mark for each place; near ones are one mark until one zooms in. The same places should stand as a list
 * beside it: that is what the keyboard and the screen reader use, and what a mark leads to.
 */
export function WorldMap({ label, places, selected, onSelect }: Props) {
  const { t } = useTranslation('ui')
  const [view, setView] = useState<MapView>(wholeWorld)
  const pan = usePan(view, setView)
  const { ref, width } = useElementSize()
  /** Pixels per unit of the drawing before it is enlarged. */
  const fit = (width || mapWidth) / mapWidth
  const zoom = (factor: number) => setView(bounded({ ...view, zoom: view.zoom * factor }))
  const choose = (group: MapGroup) => {
    const [first, ...others] = group.places
    const apart = others.length > 0 ? zoomApart(group) : null
    // A mark for several places opens up as far as it can; one for a single place leads to it.
    if (apart !== null && view.zoom < maxZoom) setView(bounded({ x: group.x, y: group.y, zoom: apart / fit }))
    else if (first) onSelect(first.key)
  }
  return (
    <section ref={ref} className={classes.map} aria-label={label}>
      <svg viewBox={viewBoxOf(view)} className={classes.world} aria-hidden="true" {...pan}>
        <path d={landPath} style={{ strokeWidth: 0.6 / view.zoom }} />
      </svg>
      {groupsOf(places, view.zoom * fit).map((group) => (
        <Mark key={group.key} group={group} view={view} selected={selected} onChoose={() => choose(group)} />
      ))}
      <div className={classes.tools}>
        <ActionIcon
          variant="default"
          aria-label={t('map.zoomIn')}
          disabled={view.zoom >= maxZoom}
          onClick={() => zoom(2)}
        >
          <Plus size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t('map.zoomOut')}
          disabled={view.zoom <= 1}
          onClick={() => zoom(0.5)}
        >
          <Minus size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t('map.all')}
          disabled={view.zoom <= 1}
          onClick={() => setView(wholeWorld)}
        >
          <Maximize size={15} aria-hidden />
        </ActionIcon>
      </div>
    </section>
  )
}

function Mark({
  group,
  view,
  selected,
  onChoose,
}: {
  group: MapGroup
  view: MapView
  selected: string | null
  onChoose: () => void
}) {
  const f = useFormat()
  const { left, top } = placeIn(view, group)
  if (left < 0 || left > 1 || top < 0 || top > 1) return null
  const names = group.places.map(({ name }) => name)
  return (
    <button
      type="button"
      className={classes.mark}
      style={{ insetInlineStart: `${left * 100}%`, top: `${top * 100}%` }}
      data-selected={group.places.some(({ key }) => key === selected) || undefined}
      title={names.slice(0, 8).join(', ')}
      aria-label={`${f.list(names)}${f.colon}${f.number(group.count)}`}
      onClick={onChoose}
    >
      {group.count}
    </button>
  )
}

/** Moving the map by dragging it, where more of it is there than is shown. */
function usePan(view: MapView, setView: (view: MapView) => void) {
  const start = useRef<{ clientX: number; clientY: number; view: MapView } | null>(null)
  return {
    style: { cursor: view.zoom > 1 ? 'grab' : undefined, touchAction: view.zoom > 1 ? 'none' : undefined },
    onPointerDown(event: PointerEvent<SVGSVGElement>) {
      if (view.zoom <= 1) return
      event.currentTarget.setPointerCapture(event.pointerId)
      start.current = { clientX: event.clientX, clientY: event.clientY, view }
    },
    onPointerMove(event: PointerEvent<SVGSVGElement>) {
      const from = start.current
      if (!from) return
      const box = event.currentTarget.getBoundingClientRect()
      const { zoom, x, y } = from.view
      setView(
        bounded({
          zoom,
          x: x - ((event.clientX - from.clientX) / box.width) * (mapWidth / zoom),
          y: y - ((event.clientY - from.clientY) / box.height) * (mapHeight / zoom),
        }),
      )
    },
    onPointerUp() {
      start.current = null
    },
    onPointerCancel() {
      start.current = null
    },
  }
}
