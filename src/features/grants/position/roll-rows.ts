import type { Figures, Position } from '../../../contract/budget.ts'

type Line = Position['lines'][number]
export type RollUpBy = Position['rollUps'][number]['by'] | 'line'

export interface RollRow {
  key: string | null
  name: string | null
  colour: string | null
  figures: Figures
  /** The line itself, where the rows are lines. */
  line?: Line
  /** The lines that it is the sum of. */
  lines: Line[]
  /** What narrows the expenses to its own. */
  narrowing: { line?: string; category?: string; unassigned?: 'true' }
}

const order = ['category', 'cluster', 'market', 'mission', 'work_package', 'funder', 'line'] as const

/** What the position can be shown by: only what its lines tell apart. */
export const rollUpNames = ({ rollUps }: Position): RollUpBy[] =>
  order.filter((by) => by === 'line' || by === 'category' || rollUps.some((row) => row.by === by))

const keyOf: Record<Exclude<RollUpBy, 'line' | 'funder'>, (line: Line) => string | null> = {
  category: ({ category }) => category,
  cluster: ({ cluster }) => cluster?.id ?? null,
  market: ({ market }) => market?.id ?? null,
  mission: ({ mission }) => mission?.id ?? null,
  work_package: ({ workPackage }) => workPackage,
}

/** The rows of one way to look at the position. A funder's figures are shares of all lines: it has none of its own. */
export function rowsBy({ lines, rollUps }: Position, by: RollUpBy): RollRow[] {
  if (by === 'line')
    return lines.map((line) => ({
      key: line.lineId,
      name: line.name,
      colour: line.clusterColour,
      figures: line.figures,
      line,
      lines: [],
      narrowing: line.lineId ? { line: line.lineId } : { unassigned: 'true' },
    }))
  return rollUps
    .filter((row) => row.by === by)
    .map(({ key, name, figures }) => {
      const own = by === 'funder' ? [] : lines.filter((line) => keyOf[by](line) === key)
      return {
        key,
        name,
        colour: by === 'cluster' ? (own[0]?.clusterColour ?? null) : null,
        figures,
        lines: own,
        narrowing: by === 'category' && key !== null ? { category: key } : {},
      }
    })
}
