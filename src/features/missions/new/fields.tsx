import { Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AgreementPicker } from '../../../components/agreement-picker.tsx'
import { AlliancePicker } from '../../../components/alliance-picker.tsx'
import { MarketPicker } from '../../../components/market-picker.tsx'
import { OrganisationPicker } from '../../../components/organisation-picker.tsx'
import { useProblem } from '../../../components/problem-sentence.ts'
import type { Named } from '../../../contract/primitives.ts'
import { markets } from '../../../data/markets.ts'
import { type MissionKind, missionKinds } from '../../../domain/mission.ts'
import { CountrySelect } from '../../../ui/country-select.tsx'
import { PartialDateInput } from '../../../ui/date-input.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { TimeZoneSelect } from '../../../ui/time-zone-select.tsx'
import classes from './new.module.css'
import type { NewMission } from './values.ts'

/** Paths of the problems that the fields show themselves. */
export const newMissionPaths = [
  'title',
  'kind',
  'starts',
  'ends',
  'marketId',
  'allianceId',
  'agreements',
  'bodies',
  'town',
  'country',
  'timeZone',
  'capacity',
]

type Set = (patch: Partial<NewMission> | ((values: NewMission) => Partial<NewMission>)) => void

/** What is asked of a new mission; the rest is entered on its page. */
export function NewMissionFields({ values, set, error }: { values: NewMission; set: Set; error: unknown }) {
  const { t } = useTranslation(['missions', 'common'])
  const problem = useProblem(error)
  const chooseMarket = useMarketChoice(set)
  return (
    <div className={classes.fields}>
      <TextInput
        label={t('fact.title')}
        required
        data-autofocus
        maxLength={500}
        value={values.title}
        error={problem.field('title')}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Select
        label={t('fact.kind')}
        required
        allowDeselect={false}
        data={missionKinds.map((value) => ({ value, label: t(`common:missionKind.${value}`) }))}
        value={values.kind}
        error={problem.field('kind')}
        onChange={(kind) => kind && set({ kind: kind as MissionKind })}
      />
      <FieldRow>
        <PartialDateInput
          label={t('fact.starts')}
          value={values.starts}
          error={problem.field('starts')}
          onChange={(starts) => set({ starts })}
        />
        <PartialDateInput
          label={t('fact.ends')}
          value={values.ends}
          error={problem.field('ends')}
          onChange={(ends) => set({ ends })}
        />
      </FieldRow>
      <FieldRow>
        <MarketPicker
          label={t('fact.market')}
          value={values.market}
          error={problem.field('marketId')}
          onChange={chooseMarket}
        />
        <AlliancePicker
          label={t('fact.alliance')}
          value={values.alliance}
          error={problem.field('allianceId')}
          onChange={(alliance) => set({ alliance })}
        />
      </FieldRow>
      {values.agreement && (
        <AgreementPicker
          label={t('agreements.agreement')}
          value={values.agreement}
          error={problem.field('agreements', true)}
          onChange={(agreement) => set({ agreement })}
        />
      )}
      <OrganisationPicker
        clusters
        label={t('new.lead')}
        value={values.lead}
        error={problem.field('bodies', true)}
        onChange={(lead) => set({ lead })}
      />
      <FieldRow>
        <TextInput
          label={t('fact.town')}
          maxLength={200}
          value={values.town}
          error={problem.field('town')}
          onChange={(event) => set({ town: event.currentTarget.value })}
        />
        <CountrySelect
          label={t('fact.country')}
          value={values.country}
          error={problem.field('country')}
          onChange={(country) => set({ country })}
        />
      </FieldRow>
      <FieldRow>
        <TimeZoneSelect
          label={t('fact.timeZone')}
          value={values.timeZone}
          error={problem.field('timeZone')}
          onChange={(timeZone) => set({ timeZone })}
        />
        <NumberField
          label={t('fact.capacity')}
          description={t('fact.capacityHint')}
          min={1}
          max={10_000}
          value={values.capacity}
          error={problem.field('capacity')}
          onChange={(capacity) => set({ capacity })}
        />
      </FieldRow>
    </div>
  )
}

/** A market brings its country and time zone along, where none was chosen otherwise. */
function useMarketChoice(set: Set): (market: Named | null) => void {
  const client = useQueryClient()
  return async (market) => {
    set({ market })
    if (!market) return
    const read = await client.fetchQuery(markets.read({ params: { id: market.id } })).catch(() => null)
    if (read)
      set((current) =>
        current.market?.id === market.id
          ? { country: current.country ?? read.country, timeZone: current.timeZone ?? read.timeZone }
          : {},
      )
  }
}
