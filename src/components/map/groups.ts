import type { GeoPoint } from './country-centres.ts'
import { project } from './projection.ts'

/** Something that stands at a point of the map. */
export interface MapPlace extends GeoPoint {
  key: string
  name: string
  count: number
}

export interface MapGroup {
  key: string
  places: MapPlace[]
  count: number
  x: number
  y: number
}

/** So near each other on the screen, in pixels, that their marks would cover one another. */
const near = 30

/** How many pixels a unit of the drawing must take for a group to fall apart; null where its places lie at one point. */
export function zoomApart({ places, x, y }: MapGroup): number | null {
  const far = Math.max(
    ...places.map((place) => {
      const at = project(place)
      return Math.hypot(at.x - x, at.y - y)
    }),
  )
  return far > 0 ? (near / far) * 1.2 : null
}

/** Places that would cover each other become one mark, which says how many it stands for. `scale`: pixels per unit. */
export function groupsOf(places: readonly MapPlace[], scale: number): MapGroup[] {
  const groups: MapGroup[] = []
  for (const place of [...places].sort((a, b) => b.count - a.count)) {
    const at = project(place)
    const group = groups.find(({ x, y }) => Math.hypot(x - at.x, y - at.y) * scale < near)
    if (!group) groups.push({ key: place.key, places: [place], count: place.count, ...at })
    else {
      group.places.push(place)
      group.count += place.count
    }
  }
  return groups
}
