import { mapHeight, mapWidth } from './projection.ts'

/** What of the drawing is shown: how much larger, and which of its points stands in the middle. */
export interface MapView {
  zoom: number
  x: number
  y: number
}

export const wholeWorld: MapView = { zoom: 1, x: mapWidth / 2, y: mapHeight / 2 }
export const maxZoom = 12

/** The view within its bounds: no smaller than the world, and nothing beside it. */
export function bounded({ zoom, x, y }: MapView): MapView {
  const z = Math.min(maxZoom, Math.max(1, zoom))
  const [halfWidth, halfHeight] = [mapWidth / z / 2, mapHeight / z / 2]
  return {
    zoom: z,
    x: Math.min(mapWidth - halfWidth, Math.max(halfWidth, x)),
    y: Math.min(mapHeight - halfHeight, Math.max(halfHeight, y)),
  }
}

/** Where a point of the drawing stands in the view, as shares of its width and height. */
export const placeIn = (view: MapView, point: { x: number; y: number }) => ({
  left: ((point.x - view.x) * view.zoom) / mapWidth + 0.5,
  top: ((point.y - view.y) * view.zoom) / mapHeight + 0.5,
})

export const viewBoxOf = ({ zoom, x, y }: MapView) =>
  [x - mapWidth / zoom / 2, y - mapHeight / zoom / 2, mapWidth / zoom, mapHeight / zoom]
    .map((value) => value.toFixed(2))
    .join(' ')
