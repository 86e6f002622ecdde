import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Documents } from '../../components/dossier/documents.tsx'
import { Notes } from '../../components/dossier/notes.tsx'
import { Sources } from '../../components/dossier/sources.tsx'
import { Tasks } from '../../components/dossier/tasks.tsx'
import { Targets } from '../../components/indicator/targets.tsx'
import { useNoBeginning } from '../../components/may-write.ts'
import { RecordHistory } from '../../components/record-history.tsx'
import { RecordPage, RecordWaiting } from '../../components/record-page.tsx'
import { useScope, useScopedNavigate } from '../../components/scope.ts'
import { ScopedLink } from '../../components/scoped-link.tsx'
import type { RecordEditing } from '../../components/text-fact.tsx'
import { useRecord } from '../../components/use-record.ts'
import { useWrite } from '../../components/use-write.ts'
import { ViewBreakdown } from '../../components/view/breakdown.tsx'
import { BriefLink } from '../../components/view/brief-link.tsx'
import { ViewBudget } from '../../components/view/budget.tsx'
import { ViewFigures } from '../../components/view/figures.tsx'
import { ViewMissions } from '../../components/view/missions.tsx'
import { markets } from '../../data/markets.ts'
import { views } from '../../data/views.ts'
import { cityOf, useFormat } from '../../i18n/format.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Columns } from '../../ui/page.tsx'
import { MarketAgreements } from './agreements.tsx'
import { MarketFacts } from './facts.tsx'
import { MarketLeads, type MarketPatch } from './leads.tsx'
import { LocalTime } from './local-time.tsx'
import { MarketPartners } from './partners.tsx'
import { MarketRegions } from './regions.tsx'

/** One target market: its figures over all nouns, who leads it, what is in force and under way, its regions, partners and money. */
export function Component() {
  const { id = '' } = useParams()
  const { day, query } = useScope()
  const { t } = useTranslation(['markets', 'common', 'history'])
  const f = useFormat()
  const navigate = useScopedNavigate()
  const noWriting = useNoBeginning('activity.write')
  const market = useRecord(markets.read({ params: { id }, query }))
  const view = useRecord(views.market({ params: { id }, query }))
  const update = useWrite(markets.update, { message: ({ name }) => t('updated', { name }) })
  const remove = useWrite(markets.remove, {
    message: ({ name }) => t('removed', { name }),
    onDone: () => void navigate('/markets'),
  })
  const restore = useWrite(markets.restore, { message: ({ name }) => t('restored', { name }) })
  if (!market || !view) return <RecordWaiting />
  const editing: RecordEditing<MarketPatch> = {
    version: market.version,
    reason: market.deletedAt ? t('common:inBinHint') : null,
    save: (body, version) => update.mutateAsync({ params: { id }, body, version }),
  }
  const record = { noun: 'markets', recordId: id } as const
  const country = f.country(market.country)
  const name = f.place(market.name)
  return (
    <RecordPage
      record={market}
      remove={remove}
      restore={restore}
      title={name}
      eyebrow={<ScopedLink to="/markets">{t('title')}</ScopedLink>}
      subtitle={
        <>
          {country !== name && `${country} · `}
          {market.timeZone && (
            <>
              {t('time.in', { place: cityOf(market.timeZone) })} <LocalTime zone={market.timeZone} />
            </>
          )}
        </>
      }
      actions={
        <>
          <BriefLink to={`/markets/${id}/brief`} />
          <ActionButton reason={noWriting} onClick={() => void navigate(`/agreements/new?market=${id}`)}>
            {t('newAgreement')}
          </ActionButton>
        </>
      }
    >
      <ViewFigures view={view} attention={`market=${id}`} />
      <Columns
        aside={
          <>
            <Tasks {...record} />
            <Notes {...record} />
            <Documents {...record} />
          </>
        }
      >
        <MarketLeads market={market} editing={editing} />
        <MarketAgreements market={market} day={day} />
        <ViewMissions figures={view.figures} begin={{ forMarket: id }} />
        <ViewBreakdown by="cluster" of={{ market: id }} />
        <ViewBudget budget={view.budget} />
        <Targets of={{ market: id }} begin={{ forMarket: id }} />
        <MarketPartners market={market} />
        <MarketRegions market={market} editing={editing} />
        <MarketFacts market={market} editing={editing} />
        <Sources {...record} />
        <RecordHistory {...record} few />
      </Columns>
    </RecordPage>
  )
}
