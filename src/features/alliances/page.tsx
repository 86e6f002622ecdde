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
import { DateFact, type RecordEditing, TextFact } from '../../components/text-fact.tsx'
import { useRecord } from '../../components/use-record.ts'
import { useWrite } from '../../components/use-write.ts'
import { ViewBreakdown } from '../../components/view/breakdown.tsx'
import { BriefLink } from '../../components/view/brief-link.tsx'
import { ViewBudget } from '../../components/view/budget.tsx'
import { ViewFigures } from '../../components/view/figures.tsx'
import { ViewMissions } from '../../components/view/missions.tsx'
import { alliances } from '../../data/alliances.ts'
import { views } from '../../data/views.ts'
import { useFormat } from '../../i18n/format.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Columns } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { AllianceMembers, type AlliancePatch } from './members.tsx'
import { AllianceAgreements, AllianceMarkets } from './related.tsx'
import { stateOn, stateTones } from './state.ts'

/** One alliance: its figures over all nouns, who is in it and when, its markets and who leads them, its agreements and money. */
export function Component() {
  const { id = '' } = useParams()
  const { asOf, day, query } = useScope()
  const { t } = useTranslation(['alliances', 'common', 'history'])
  const f = useFormat()
  const navigate = useScopedNavigate()
  const noWriting = useNoBeginning('activity.write')
  const alliance = useRecord(alliances.read({ params: { id }, query: { asOf } }))
  const view = useRecord(views.alliance({ params: { id }, query }))
  const update = useWrite(alliances.update, { message: ({ name }) => t('updated', { name }) })
  const remove = useWrite(alliances.remove, {
    message: ({ name }) => t('removed', { name }),
    onDone: () => void navigate('/alliances'),
  })
  const restore = useWrite(alliances.restore, { message: ({ name }) => t('restored', { name }) })
  if (!alliance || !view) return <RecordWaiting />
  const editing: RecordEditing<AlliancePatch> = {
    version: alliance.version,
    reason: alliance.deletedAt ? t('common:inBinHint') : null,
    save: (body, version) => update.mutateAsync({ params: { id }, body, version }),
  }
  const record = { noun: 'alliances', recordId: id } as const
  const state = stateOn(alliance, day)
  return (
    <RecordPage
      record={alliance}
      remove={remove}
      restore={restore}
      title={alliance.name}
      eyebrow={<ScopedLink to="/alliances">{t('title')}</ScopedLink>}
      status={state && <StatusBadge tone={stateTones[state]}>{t(state)}</StatusBadge>}
      subtitle={f.period(alliance.starts, alliance.ends)}
      actions={
        <>
          <BriefLink to={`/alliances/${id}/brief`} />
          <ActionButton reason={noWriting} onClick={() => void navigate(`/agreements/new?alliance=${id}`)}>
            {t('newAgreement')}
          </ActionButton>
        </>
      }
    >
      <ViewFigures view={view} attention={`alliance=${id}`} />
      <Columns
        aside={
          <>
            <Tasks {...record} />
            <Notes {...record} />
            <Documents {...record} />
          </>
        }
      >
        <AllianceMembers alliance={alliance} editing={editing} />
        <Targets of={{ alliance: id }} begin={{ forAlliance: id }} />
        <AllianceMarkets markets={alliance.markets} />
        <AllianceAgreements agreements={alliance.agreements} />
        <ViewMissions figures={view.figures} begin={{ forAlliance: id }} />
        <ViewBreakdown by="cluster" of={{ alliance: id }} />
        <ViewBreakdown by="market" of={{ alliance: id }} />
        <ViewBudget budget={view.budget} />
        <Section title={t('facts')}>
          <Facts>
            <TextFact
              editing={editing}
              field="name"
              label={t('fields.name')}
              value={alliance.name}
              required
              maxLength={300}
            />
            <TextFact
              editing={editing}
              field="description"
              label={t('fields.description')}
              value={alliance.description}
              long
              maxLength={20_000}
            />
            <DateFact editing={editing} field="starts" label={t('fields.starts')} value={alliance.starts} />
            <DateFact editing={editing} field="ends" label={t('fields.ends')} value={alliance.ends} />
          </Facts>
        </Section>
        <Sources {...record} />
        <RecordHistory {...record} few />
      </Columns>
    </RecordPage>
  )
}
