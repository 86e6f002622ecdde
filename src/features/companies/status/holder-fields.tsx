import { NumberInput, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { useProblem } from '../../../components/problem-sentence.ts'
import { FieldRow } from '../../../ui/field-row.tsx'
import { MoneyInput } from '../../../ui/money-input.tsx'
import type { HoldingValues } from './holding-values.ts'

/** What the rules ask of some holders only: persons, business angels, local authorities. Amounts are in euros. */
export function HolderFields({
  values,
  set,
  problem,
}: {
  values: HoldingValues
  set: (patch: Partial<HoldingValues>) => void
  problem: ReturnType<typeof useProblem>
}) {
  const { t } = useTranslation(['sme', 'common'])
  const money = (field: 'invested' | 'budget') => (
    <MoneyInput
      label={t(`holding.${field}`)}
      value={values[field]}
      error={problem.field(field)}
      onChange={({ amount }) => set({ [field]: { amount, currency: 'EUR' } })}
    />
  )
  return (
    <>
      {values.byPerson && (
        <Select
          label={t('holding.sameMarket')}
          clearable
          placeholder={t('common:unknown')}
          data={[
            { value: 'true', label: t('holding.sameMarketYes') },
            { value: 'false', label: t('holding.sameMarketNo') },
          ]}
          value={values.sameMarket === null ? null : String(values.sameMarket)}
          onChange={(next) => set({ sameMarket: next === null ? null : next === 'true' })}
        />
      )}
      {values.holderType === 'business_angel' && money('invested')}
      {values.holderType === 'local_authority' && (
        <FieldRow>
          {money('budget')}
          <NumberInput
            label={t('holding.inhabitants')}
            min={0}
            allowDecimal={false}
            hideControls
            value={values.inhabitants ?? ''}
            error={problem.field('inhabitants')}
            onChange={(next) => set({ inhabitants: next === '' ? null : Number(next) })}
          />
        </FieldRow>
      )}
    </>
  )
}
