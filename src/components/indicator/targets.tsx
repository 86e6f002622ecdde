import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { IndicatorRow } from '../../contract/indicators.ts'
import { indicators } from '../../data/indicators.ts'
import type { CountingMeasure } from '../../domain/indicators.ts'
import { Nothing } from '../../ui/lines.tsx'
import { Section } from '../../ui/section.tsx'
import { DialogLink } from '../dialog-link.tsx'
import { useNoBeginning } from '../may-write.ts'
import { useScope } from '../scope.ts'
import { ScopedLink } from '../scoped-link.tsx'
import classes from './indicator.module.css'
import { IndicatorLines } from './lines.tsx'

const few = 6

/** Whose indicators, where the screen is about a record. */
type Of = { alliance?: string; cluster?: string; market?: string }

/** Whether one counts more than what the screen is about. */
const isWider = (row: IndicatorRow, { cluster, market }: Of) =>
  (cluster !== undefined && row.cluster?.id !== cluster) ||
  (market !== undefined && row.market?.id !== market)

/**
 * What is to be reached, and how far it is: what has a number first, each leading to the records that count. Nothing where
 * there is none, unless one can be added here.
 */
export function Targets({
  of = {},
  measures = [],
  begin,
}: {
  of?: Of
  /** Only those that count one of these. */
  measures?: readonly Exclude<CountingMeasure, 'budget'>[]
  /** What a new one begins with: `forAlliance`, `forCluster`, `forMarket`. */
  begin?: Record<string, string>
}) {
  const { t } = useTranslation('indicators')
  const { query } = useScope()
  const noWriting = useNoBeginning('alliances.write')
  const asked = { ...query, ...of, ...(measures.length > 0 && { measure: measures.join(',') }), limit: few }
  const targeted = useQuery(indicators.page({ query: { ...asked, targeted: 'true' } }))
  const others = useQuery(indicators.page({ query: { ...asked, targeted: 'false' } }))
  const rows = [...(targeted.data?.items ?? []), ...(others.data?.items ?? [])].slice(0, few)
  if (!targeted.data || !others.data || (rows.length === 0 && !begin)) return null
  return (
    <Section
      title={t('targets')}
      action={
        <span className={classes.actions}>
          {begin && !noWriting && (
            <DialogLink dialog="new-indicator" params={begin}>
              {t('add')}
            </DialogLink>
          )}
          {rows.length > 0 && (
            <ScopedLink to={`/indicators?${new URLSearchParams(of)}`}>{t('all')}</ScopedLink>
          )}
        </span>
      }
    >
      {rows.length === 0 ? (
        <Nothing>{t('noneYet')}</Nothing>
      ) : (
        <>
          <IndicatorLines label={t('targets')} rows={rows} />
          {rows.some((row) => isWider(row, of)) && <p className={classes.hint}>{t('widerThanHere')}</p>}
        </>
      )}
    </Section>
  )
}
