import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AlliancePicker } from '../../../components/alliance-picker.tsx'
import { MarketPicker } from '../../../components/market-picker.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import { RegionSelect } from '../../../components/region-select.tsx'
import { useWrite } from '../../../components/use-write.ts'
import type { Named } from '../../../contract/primitives.ts'
import { alliances } from '../../../data/alliances.ts'
import { markets } from '../../../data/markets.ts'
import { CountrySelect, useCountryOptions } from '../../../ui/country-select.tsx'
import { plain } from '../../../ui/matches.ts'
import { goToComplaint, InlinePanel, panelHasFocus } from '../inline-panel.tsx'
import type { AgreementValues } from './values.ts'

interface Props {
  values: AgreementValues
  onChange: (patch: Partial<AgreementValues>) => void
  error: (field: string) => string | undefined
}

/** In whose name and for which market: choosing the alliance brings its members, and the market its lead. */
export function FrameFields({ values, onChange, error }: Props) {
  const { t } = useTranslation('agreements')
  const [creating, setCreating] = useState<{ what: 'alliance' | 'market'; name: string } | null>(null)
  // Where the form for a new one was, the field comes back, and the focus with it.
  const [back, setBack] = useState<'alliance' | 'market' | null>(null)
  const proposals = useProposals(values)
  const set = async (patch: Pick<Partial<AgreementValues>, 'alliance' | 'market' | 'regionId'>) => {
    onChange(patch)
    const proposed = await proposals(patch)
    if (proposed) onChange(proposed)
  }
  const cancel = () => {
    setBack(panelHasFocus() ? (creating?.what ?? null) : null)
    setCreating(null)
  }
  const created = (patch: Pick<Partial<AgreementValues>, 'alliance' | 'market'>) => {
    cancel()
    void set(patch)
  }
  return (
    <>
      {creating?.what === 'alliance' ? (
        <NewAlliance
          name={creating.name}
          onCreated={(alliance) => {
            onChange({ founded: alliance.id })
            created({ alliance })
          }}
          onCancel={cancel}
        />
      ) : (
        <AlliancePicker
          label={t('fact.alliance')}
          autoFocus={back === 'alliance'}
          value={values.alliance}
          error={error('allianceId')}
          onChange={(alliance) => void set({ alliance })}
          onCreate={(name) => setCreating({ what: 'alliance', name })}
        />
      )}
      {creating?.what === 'market' ? (
        <NewMarket name={creating.name} onCreated={(market) => created({ market })} onCancel={cancel} />
      ) : (
        <MarketPicker
          label={t('fact.market')}
          autoFocus={back === 'market'}
          value={values.market}
          error={error('marketId')}
          onChange={(market) => void set({ market, regionId: null })}
          onCreate={(name) => setCreating({ what: 'market', name })}
        />
      )}
      <RegionSelect
        label={t('fact.region')}
        marketId={values.market?.id ?? null}
        value={values.regionId}
        onChange={(regionId) => onChange({ regionId })}
        error={error('regionId')}
      />
    </>
  )
}

/** What the alliance and the market say about the parties; only what is still empty is proposed. */
function useProposals({ alliance, market, parties, negotiator }: AgreementValues) {
  const client = useQueryClient()
  return async (patch: Pick<Partial<AgreementValues>, 'alliance' | 'market'>) => {
    const chosen = patch.alliance === undefined ? alliance : patch.alliance
    const marketId = (patch.market === undefined ? market : patch.market)?.id
    if (!chosen) return null
    const read = await client.fetchQuery(alliances.read({ params: { id: chosen.id } })).catch(() => null)
    if (!read) return null
    const lead = read.markets.find((one) => one.market.id === marketId)?.lead ?? null
    const members = read.members.map(({ organisationId, organisationName }) => ({
      organisation: { id: organisationId, name: organisationName },
      side: 'home' as const,
      required: true,
    }))
    const proposed: Partial<AgreementValues> = {}
    if (!parties.some(({ side }) => side === 'home')) proposed.parties = [...parties, ...members]
    if (!negotiator && lead) proposed.negotiator = lead
    return proposed
  }
}

interface NewProps {
  name: string
  onCreated: (record: Named) => void
  onCancel: () => void
}

function NewAlliance({ name: typed, onCreated, onCancel }: NewProps) {
  const { t } = useTranslation(['agreements', 'common'])
  const [name, setName] = useState(typed)
  const create = useWrite(alliances.create, {
    onDone: ({ id, name: added }) => onCreated({ id, name: added }),
  })
  const problem = useProblem(create.error)
  const add = () => create.mutate({ body: { name } })
  return (
    <InlinePanel title={t('quick.newAlliance')} onEnter={add} onEscape={onCancel} busy={create.isPending}>
      <TextInput
        label={t('quick.name')}
        description={t('quick.allianceMembers')}
        required
        autoFocus
        maxLength={300}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={problem.field('name') ?? problem.sentence}
      />
    </InlinePanel>
  )
}

function NewMarket({ name: typed, onCreated, onCancel }: NewProps) {
  const { t } = useTranslation(['agreements', 'common'])
  const [name, setName] = useState(typed)
  const countries = useCountryOptions()
  // Most markets are called by their country.
  const [country, setCountry] = useState(
    () => countries.find(({ label }) => plain(label) === plain(typed))?.value ?? null,
  )
  const create = useWrite(markets.create, {
    onDone: ({ id, name: added }) => onCreated({ id, name: added }),
  })
  const problem = useProblem(create.error)
  const [tried, setTried] = useState(false)
  const missing = tried && !country ? t('quick.countryNeeded') : undefined
  const add = () => {
    setTried(true)
    if (country) create.mutate({ body: { name, country } })
    else goToComplaint()
  }
  const inFields = problem.field('name') ?? problem.field('country')
  return (
    <InlinePanel title={t('quick.newMarket')} onEnter={add} onEscape={onCancel} busy={create.isPending}>
      <TextInput
        label={t('quick.name')}
        required
        autoFocus
        maxLength={300}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={problem.field('name') ?? (inFields ? undefined : problem.sentence)}
      />
      <CountrySelect
        label={t('quick.country')}
        required
        value={country}
        onChange={setCountry}
        error={missing ?? problem.field('country')}
      />
    </InlinePanel>
  )
}
