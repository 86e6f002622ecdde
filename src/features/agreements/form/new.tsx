import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DraftNotice } from '../../../components/draft-notice.tsx'
import { useScope, useScopedNavigate } from '../../../components/scope.ts'
import { ScopedLink } from '../../../components/scoped-link.tsx'
import { alliances } from '../../../data/alliances.ts'
import { markets } from '../../../data/markets.ts'
import { Page } from '../../../ui/page.tsx'
import { useDraft } from '../../../ui/use-draft.ts'
import { AgreementForm } from './agreement-form.tsx'
import { useCreateAgreement } from './use-create-agreement.ts'
import { type AgreementValues, emptyValues } from './values.ts'

/** A new agreement; the alliance and market of the scope are filled in. */
export function Component() {
  const { t } = useTranslation(['agreements', 'common'])
  const { day, alliance, market } = useScope()
  const navigate = useScopedNavigate()
  const inAlliance = useQuery({
    ...alliances.read({ params: { id: alliance ?? '' } }),
    enabled: alliance !== undefined,
  }).data
  const inMarket = useQuery({
    ...markets.read({ params: { id: market ?? '' } }),
    enabled: market !== undefined,
  }).data
  const initial = useMemo((): AgreementValues => {
    const lead = inAlliance?.markets.find((one) => one.market.id === inMarket?.id)?.lead ?? null
    return {
      ...emptyValues,
      stageSince: day,
      alliance: inAlliance ? { id: inAlliance.id, name: inAlliance.name } : null,
      market: inMarket ? { id: inMarket.id, name: inMarket.name } : null,
      negotiator: lead,
      parties: (inAlliance?.members ?? []).map(({ organisationId, organisationName }) => ({
        organisation: { id: organisationId, name: organisationName },
        side: 'home' as const,
        required: true,
      })),
    }
  }, [day, inAlliance, inMarket])
  const draft = useDraft('agreement:new', initial)
  const create = useCreateAgreement(({ id }) => {
    draft.clear()
    void navigate(`/agreements/${id}`)
  })
  return (
    <Page title={t('form.new')} eyebrow={<ScopedLink to="/agreements">{t('title')}</ScopedLink>}>
      <DraftNotice restored={draft.restored} onDiscard={draft.clear} />
      <AgreementForm
        isNew
        values={draft.values}
        onChange={draft.set}
        error={create.error}
        busy={create.busy}
        submit={t('form.create')}
        onSubmit={() => void create.submit(draft.values)}
        onCancel={() => {
          draft.clear()
          void navigate('/agreements')
        }}
      />
    </Page>
  )
}
