import type { ScheduleRun } from '../../../../contract/runs.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { shareOfBound } from '../plan/share.ts'

/** The figures of a run as cells of its row. */
export function RunFigures({ figures }: { figures: ScheduleRun['figures'] }) {
  const f = useFormat()
  const share = shareOfBound(figures, f.language)
  return (
    <>
      <td data-align="end">{`${f.number(figures.placed)} / ${f.number(figures.wanted)}`}</td>
      <td data-align="end">
        {f.number(figures.value)}
        {share && <small>{share}</small>}
      </td>
      <td data-align="end">{f.number(figures.breaks)}</td>
      <td data-align="end">{f.number(figures.moved)}</td>
    </>
  )
}
