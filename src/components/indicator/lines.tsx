import { useTranslation } from 'react-i18next'
import type { IndicatorRow } from '../../contract/indicators.ts'
import { useFormat } from '../../i18n/format.ts'
import { Line, Lines } from '../../ui/lines.tsx'
import { SampleTag } from '../sample-tag.tsx'
import { ScopedLink } from '../scoped-link.tsx'
import { Progress } from './progress.tsx'
import { titleIn } from './words.ts'

/** Indicators one under the other; each opens the records that it counts. */
export function IndicatorLines({ label, rows }: { label: string; rows: readonly IndicatorRow[] }) {
  const { t } = useTranslation('indicators')
  const f = useFormat()
  return (
    <Lines label={label}>
      {rows.map((indicator) => (
        <Line
          key={indicator.id}
          title={<ScopedLink to={`/indicators/${indicator.id}`}>{titleIn(f.language, indicator)}</ScopedLink>}
          end={<Progress indicator={indicator} />}
        >
          {[
            (indicator.alliance ?? indicator.cluster ?? indicator.grant)?.name,
            t(`vocabulary.${indicator.vocabulary}`),
            indicator.target === null && t('noTarget'),
          ]
            .filter(Boolean)
            .join(' · ')}{' '}
          {indicator.sample && <SampleTag />}
        </Line>
      ))}
    </Lines>
  )
}
