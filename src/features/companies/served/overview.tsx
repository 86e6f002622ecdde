import { useTranslation } from 'react-i18next'
import { Targets } from '../../../components/indicator/targets.tsx'
import { RecordLink } from '../../../components/record-link.tsx'
import { useScope } from '../../../components/scope.ts'
import { useRecord } from '../../../components/use-record.ts'
import type { RecordNoun } from '../../../contract/primitives.ts'
import type { ServedSummary } from '../../../contract/served.ts'
import { served } from '../../../data/served.ts'
import { Nothing } from '../../../ui/lines.tsx'
import { Columns } from '../../../ui/page.tsx'
import { WaitingLines } from '../../../ui/waiting-lines.tsx'
import { Breakdown } from './breakdown.tsx'
import { ByRating, ByStatus } from './by-status.tsx'
import { ServedFigures } from './figures.tsx'
import { ServedPage } from './served-page.tsx'

/** Who was served, across companies: in all, towards targets, and by cluster, market, alliance and year. */
export function Component() {
  const { query } = useScope()
  const summary = useRecord(served.summary({ query }))
  return <ServedPage>{summary ? <Figures summary={summary} /> : <WaitingLines />}</ServedPage>
}

function Figures({ summary }: { summary: ServedSummary }) {
  const { t } = useTranslation('served-figures')
  const rowsOf = useGroupRows()
  const { byYear } = summary
  return (
    <>
      <ServedFigures summary={summary} />
      {summary.companies === 0 && <Nothing>{t('nothing')}</Nothing>}
      <Columns
        aside={
          <>
            <Targets measures={['smes_served', 'companies_served']} />
            <ByStatus rows={summary.byStatus} />
            <ByRating rows={summary.ratings} />
          </>
        }
      >
        <Breakdown by="cluster" rows={rowsOf('cluster', summary.byCluster)} />
        <Breakdown by="market" rows={rowsOf('market', summary.byMarket)} />
        <Breakdown by="alliance" rows={rowsOf('alliance', summary.byAlliance)} />
        <Breakdown
          by="year"
          rows={byYear.map(({ year, ...figures }) => ({
            id: String(year),
            title: year,
            narrowed: { year },
            figures,
          }))}
        />
      </Columns>
    </>
  )
}

const nouns = {
  cluster: 'organisations',
  market: 'markets',
  alliance: 'alliances',
} as const satisfies Record<string, RecordNoun>
/** The filters of the lists behind. */
const filters = { cluster: 'from', market: 'target', alliance: 'through' } as const

function useGroupRows() {
  const { t } = useTranslation('served-figures')
  return (by: keyof typeof nouns, groups: ServedSummary['byCluster']) =>
    groups.map(({ key, ...figures }) => ({
      id: key?.id ?? 'none',
      title: key ? (
        <RecordLink noun={nouns[by]} cluster={by === 'cluster'} id={key.id} name={key.name} />
      ) : (
        t(`none.${by}`)
      ),
      narrowed: { [filters[by]]: key?.id ?? 'none' },
      figures,
    }))
}
