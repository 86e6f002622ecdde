import type { Position } from '../../contract/budget.ts'
import type { Grant } from '../../contract/grants.ts'
import type { Named } from '../../contract/primitives.ts'
import { addSums, byFunder, figuresOf, noSums, rollUp } from '../../domain/budget-position.ts'
import type { FunderShare } from '../../domain/grant.ts'
import { funderWeights } from '../../domain/shares.ts'
import type { Line } from './position.ts'

type RollUp = Position['rollUps'][number]

/** The lines' sums by each dimension, and what of them each funder bears. */
export function rollUpsOf(lines: readonly Line[], grant: Pick<Grant, 'total' | 'funders'>): RollUp[] {
  return [
    ...by(lines, 'category', ({ category }) => category && { id: category, name: null }),
    ...by(lines, 'cluster', ({ cluster }) => cluster),
    ...by(lines, 'market', ({ market }) => market),
    ...by(lines, 'mission', ({ mission }) => mission),
    ...by(lines, 'work_package', ({ workPackage }) => workPackage && { id: workPackage, name: workPackage }),
    ...byFunders(lines, grant),
  ]
}

type Key = (Omit<Named, 'name'> & { name: string | null }) | null | ''

/** Nothing to tell where no line has the dimension. */
function by(lines: readonly Line[], dimension: RollUp['by'], keyOf: (line: Line) => Key): RollUp[] {
  const names = new Map(lines.flatMap((line) => keyOf(line) || []).map(({ id, name }) => [id, name]))
  if (names.size === 0) return []
  const sums = rollUp(lines, (line) => (keyOf(line) || null)?.id ?? null)
  return [...sums].map(([key, sum]) => ({
    by: dimension,
    key,
    name: key === null ? null : (names.get(key) ?? null),
    kind: null,
    figures: figuresOf(sum),
  }))
}

/** The last is what no stated share or amount covers. */
function byFunders(lines: readonly Line[], { total, funders }: Pick<Grant, 'total' | 'funders'>): RollUp[] {
  const exact = total.kind === 'exact' ? total.minor : null
  const weights = funderWeights(
    exact,
    funders.map(({ share }) => share as FunderShare),
  )
  const all = lines.reduce((sum, line) => addSums(sum, line.sums), noSums)
  const sums = byFunder(all, weights)
  const stated = funders.flatMap(({ organisation, kind, share }, n): RollUp[] => {
    const figures = figuresOf(sums[n] ?? noSums)
    return share.kind === 'unknown'
      ? []
      : [{ by: 'funder', key: organisation.id, name: organisation.name, kind, figures }]
  })
  if (stated.length === 0) return []
  const rest = sums.at(-1)
  return rest && (weights.at(-1) ?? 0) > 0
    ? [...stated, { by: 'funder', key: null, name: null, kind: null, figures: figuresOf(rest) }]
    : stated
}
