import { useTranslation } from 'react-i18next'
import type { ScheduleRun } from '../../../../contract/runs.ts'
import { useFormat } from '../../../../i18n/format.ts'
import { shareOfBound } from '../plan/share.ts'

/** The figures of a run as cells of its row. */
export function RunFigures({ figures }: { figures: ScheduleRun['figures'] }) {
  const { t } = useTranslation('meetings')
  const f = useFormat()
  const share = shareOfBound(figures, f.language)
  return (
    <>
      <td
        data-align="end"
        data-label={t('runs.placed')}
      >{`${f.number(figures.placed)} / ${f.number(figures.wanted)}`}</td>
      <td data-align="end" data-label={t('runs.value')}>
        <span>
          {f.number(figures.value)}
          {share && <small>{share}</small>}
        </span>
      </td>
      <td data-align="end" data-label={t('runs.breaks')}>
        {f.number(figures.breaks)}
      </td>
      <td data-align="end" data-label={t('runs.moved')}>
        {f.number(figures.moved)}
      </td>
    </>
  )
}
