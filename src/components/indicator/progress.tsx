import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { IndicatorRow } from '../../contract/indicators.ts'
import { indicators } from '../../data/indicators.ts'
import { useFormat } from '../../i18n/format.ts'
import { useScope } from '../scope.ts'
import classes from './indicator.module.css'
import { actualText, shareText, targetText } from './words.ts'

type Ruled = Pick<IndicatorRow, 'id' | 'measure' | 'target' | 'currency'>

/** How far an indicator is, counted as of the screen's day: "7 of 16", with a bar where there is a target. */
export function Progress({ indicator }: { indicator: Ruled }) {
  const { t } = useTranslation('indicators')
  const f = useFormat()
  const { asOf } = useScope()
  const { data, isError } = useQuery(indicators.count({ params: { id: indicator.id }, query: { asOf } }))
  if (!data) return <span className={classes.quiet}>{isError ? '–' : '…'}</span>
  const { target } = indicator
  const told = actualText(f, indicator, data)
  return (
    <span className={classes.line}>
      {data.reachedBp !== null && (
        <span className={classes.bar} aria-hidden>
          <span className={classes.fill} style={{ width: `${Math.min(100, data.reachedBp / 100)}%` }} />
        </span>
      )}
      <span className={classes.number}>
        {target === null ? (
          <strong>{told}</strong>
        ) : (
          t('of', { actual: told, target: targetText(f, indicator) ?? '' })
        )}
        {data.reachedBp !== null && <span className={classes.quiet}> · {shareText(f, data.reachedBp)}</span>}
      </span>
    </span>
  )
}
