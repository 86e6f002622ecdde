import { centreOf, type GeoPoint } from '../../../components/map/country-centres.ts'
import type { MissionRow } from '../../../contract/missions.ts'

/** Missions at one place of the map. */
export interface MissionPlace extends GeoPoint {
  key: string
  name: string
  missions: MissionRow[]
}

/** Where a mission stands on the map: its own coordinates, else the middle of its country, else of its market's. */
function pointOf(row: MissionRow, countryOfMarket: (id: string) => string | undefined): GeoPoint | null {
  const { latitude, longitude, country, market } = row
  if (latitude !== null && longitude !== null) return { latitude, longitude }
  const code = country ?? (market && countryOfMarket(market.id))
  return code ? centreOf(code) : null
}

/** The missions by place, and those of which no place is known. */
export function placesOf(
  rows: readonly MissionRow[],
  countryOfMarket: (id: string) => string | undefined,
  countryName: (code: string) => string,
): { places: MissionPlace[]; nowhere: MissionRow[] } {
  const places = new Map<string, MissionPlace>()
  const nowhere: MissionRow[] = []
  for (const row of rows) {
    const point = pointOf(row, countryOfMarket)
    if (!point) {
      nowhere.push(row)
      continue
    }
    const key = `${point.latitude.toFixed(1)} ${point.longitude.toFixed(1)}`
    const there = places.get(key)
    if (there) there.missions.push(row)
    else {
      const code = row.country ?? (row.market && countryOfMarket(row.market.id))
      const name = [row.town, code && countryName(code)].filter(Boolean).join(', ')
      places.set(key, { key, name: name || (row.market?.name ?? ''), missions: [row], ...point })
    }
  }
  return { places: [...places.values()], nowhere }
}
