import { geoEqualEarth, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import land from 'world-atlas/land-110m.json'
import type { GeoPoint } from './country-centres.ts'

/** The size of the drawing, in its own units. Antarctica is cut off: nobody is sent there. */
export const mapWidth = 960
export const mapHeight = 420

const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(mapWidth, { type: 'Sphere' })
const [x, y] = projection.translate()
// Its highest point is Greenland's.
const top = projection([-40, 84])?.[1] ?? 0
projection.translate([x, y - top + 4])

/** The outline of all land, as the path of an SVG. Natural Earth 1:110 million, public domain. */
export const landPath = (() => {
  const topology = land as unknown as Topology<{ land: GeometryCollection }>
  return geoPath(projection)(feature(topology, topology.objects.land)) ?? ''
})()

/** Where a place lies on the drawing. */
export function project({ latitude, longitude }: GeoPoint): { x: number; y: number } {
  const [px = 0, py = 0] = projection([longitude, latitude]) ?? []
  return { x: px, y: py }
}
