import type { ReportFigure, RunComparison } from '../../contract/reports.ts'
import type { KeptRecord } from './told.ts'

interface Kept {
  figures: ReportFigure[]
  records: KeptRecord[]
}

type FigureDifference = RunComparison['figures'][number]
export interface RecordDifference {
  fate: RunComparison['records'][number]['fate']
  record: KeptRecord
  /** The figures that count it in only one of the runs; where it was changed only, those that count it. */
  figures: string[]
}

const counted = ({ count, sums }: ReportFigure) => ({ count, sums })
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * What differs from one run to another: figures that come to something else, and records that are counted now, no longer, or
 * in another version. Figures that only one of them has (an indicator added since) tell nothing about records.
 */
export function differences(
  first: Kept,
  second: Kept,
): { figures: FigureDifference[]; records: RecordDifference[] } {
  const before = new Map(first.figures.map((figure) => [figure.key, figure]))
  const after = new Map(second.figures.map((figure) => [figure.key, figure]))
  const figures = [...new Set([...before.keys(), ...after.keys()])].flatMap((key): FigureDifference[] => {
    const [was, is] = [before.get(key), after.get(key)]
    const told = is ?? was
    if (!told || (was && is && same(counted(was), counted(is)))) return []
    const { section, measure, indicator } = told
    const titles = { title: indicator?.title ?? null, titleFr: indicator?.titleFr ?? null }
    return [
      { key, section, measure, ...titles, before: was ? counted(was) : null, after: is ? counted(is) : null },
    ]
  })
  const shared = new Set([...before.keys()].filter((key) => after.has(key)))
  return { figures, records: fates(first.records, second.records, shared) }
}

function fates(
  first: readonly KeptRecord[],
  second: readonly KeptRecord[],
  shared: ReadonlySet<string>,
): RecordDifference[] {
  const nameOf = ({ part, id }: KeptRecord) => `${part} ${id}`
  const was = new Map(first.map((record) => [nameOf(record), record]))
  const is = new Map(second.map((record) => [nameOf(record), record]))
  const counting = (record: KeptRecord | undefined) =>
    (record?.figures ?? []).filter((key) => shared.has(key))
  const found: RecordDifference[] = []
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(name), is.get(name)]
    const record = now ?? old
    if (!record) continue
    const lost = counting(old).filter((key) => !counting(now).includes(key))
    const gained = counting(now).filter((key) => !counting(old).includes(key))
    if (lost.length > 0) found.push({ fate: 'no_longer', record, figures: lost })
    if (gained.length > 0) found.push({ fate: 'counted_now', record, figures: gained })
    const changed =
      old && now && (old.version !== now.version || !same(old.value, now.value) || old.on !== now.on)
    if (changed && lost.length === 0 && gained.length === 0 && counting(now).length > 0)
      found.push({ fate: 'changed', record, figures: counting(now) })
  }
  return found
}
