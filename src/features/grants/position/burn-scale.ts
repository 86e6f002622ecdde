import { placeOf, type Tick, ticksOf } from '../../../components/time-axis.ts'
import type { Burn } from '../../../contract/budget.ts'
import { wholeShare } from '../../../domain/grant.ts'
import { type CivilDate, firstDay } from '../../../domain/partial-date.ts'

type Point = Burn['points'][number]
/** A place in the chart, from 0 to 1000 both ways, the origin above. */
export type Place = [x: number, y: number]

const side = 1000

/** The chart's axes: the days of its points, from the first month's first day, and amounts up to a round one. */
export function scaleOf(points: readonly Point[]) {
  const from = firstDay((points[0]?.day ?? '').slice(0, 7))
  const to = points.at(-1)?.day ?? from
  const most = Math.max(
    ...points.map((point) => Math.max(point.budget, point.paid + point.committed, point.forecast)),
    1,
  )
  const step = roundStep(most / 4)
  const top = Math.ceil(most / step) * step
  const x = (day: CivilDate) => placeOf(day, { from, to }) * side
  const y = (minor: number) => side - (minor / top) * side
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, n) => n * step)
  return { range: { from, to }, x, y, ticks, top }
}
export type Scale = ReturnType<typeof scaleOf>

/** Names of days closer than this share of the width would stand upon each other. */
const nearest = 0.06

/** The days that are named below the chart; of two that are near, the later. */
export const dayTicks = ({ range }: Scale): Tick[] =>
  ticksOf(range, 8).filter(({ at }, n, all) => {
    const next = all[n + 1]
    return !next || next.at - at >= nearest
  })

/** The next of 1, 2, 2.5 and 5 times a power of ten. */
export function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)))
  const factor = [1, 2, 2.5, 5, 10].find((times) => times * power >= least) ?? 10
  return Math.max(1, Math.round(factor * power))
}

/** The lines of the chart as places; every one begins with nothing on the first day. */
export function linesOf(points: readonly Point[], { x, y, range }: Scale) {
  const origin: Place = [x(range.from), y(0)]
  const past = points.filter(({ future }) => !future)
  const last = past.at(-1)
  const at =
    (of: (point: Point) => number) =>
    (point: Point): Place => [x(point.day), y(of(point))]
  return {
    paid: [origin, ...past.map(at(({ paid }) => paid))],
    committed: [origin, ...past.map(at(({ paid, committed }) => paid + committed))],
    forecast: [
      ...(last ? [at(({ paid }) => paid)(last)] : [origin]),
      ...points.filter(({ future }) => future).map(at(({ forecast }) => forecast)),
    ],
    budget: stepped(points.map(at(({ budget }) => budget))),
    pace: [
      origin,
      ...points.flatMap((point): Place[] =>
        point.elapsedBp === null ? [] : [[x(point.day), y((point.budget * point.elapsedBp) / wholeShare)]],
      ),
    ],
  }
}

/** A budget holds until the next version does. */
const stepped = (places: Place[]): Place[] =>
  places.flatMap(([x, y], n): Place[] => {
    const before = places[n - 1]
    return before && before[1] !== y
      ? [
          [x, before[1]],
          [x, y],
        ]
      : [[x, y]]
  })

export const pathOf = (places: readonly Place[]): string =>
  places.map(([x, y], n) => `${n === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')

/** The area under a line, down to nothing. */
export function areaOf(places: readonly Place[]): string {
  const [first] = places
  const last = places.at(-1)
  return first && last
    ? `${pathOf(places)}L${last[0].toFixed(1)} ${side}L${first[0].toFixed(1)} ${side}Z`
    : ''
}
