import { Checkbox, Select, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/format.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { RowsEditor } from '../../../ui/rows-editor.tsx'
import { rateOf } from '../rate-of.ts'
import { CategoryFields, IndirectFields, type RulesEdited } from './cost-rules-fields.tsx'
import { PercentField } from './percent-field.tsx'
import type { PeriodText, RulesText } from './rules-text.ts'

interface Props extends RulesEdited {
  error: React.ReactNode
}

/** The rules as fields; where nothing is chosen, the rule is not known. */
export function RulesFields(props: Props) {
  const { t } = useTranslation('grants')
  const { value, set, error } = props
  return (
    <Stack gap="sm">
      <CategoryFields {...props} />
      <IndirectFields {...props} />
      <RateFields {...props} />
      <TransferFields {...props} />
      <FieldRow>
        {(['eligibleFrom', 'eligibleTo'] as const).map((field) => (
          <DateInput
            key={field}
            label={t(`rules.${field}`)}
            value={value[field]}
            onChange={(day) => set({ [field]: day })}
          />
        ))}
      </FieldRow>
      <PeriodRows {...props} />
      <Checkbox
        label={t('rules.approvalField')}
        checked={value.secondApproval}
        onChange={(event) => set({ secondApproval: event.currentTarget.checked })}
      />
      {error && (
        <p role="alert" style={{ color: 'var(--tone-overdue)', margin: 0 }}>
          {error}
        </p>
      )}
    </Stack>
  )
}

function RateFields({ value, set, grant: { currency } }: RulesEdited) {
  const { t } = useTranslation('grants')
  return (
    <>
      <Select
        label={t('rules.rates')}
        placeholder={t('rules.notKnown')}
        clearable
        data={(['day', 'month', 'period_mean', 'fixed'] as const).map((kind) => ({
          value: kind,
          label: t(`rules.rateKind.${kind}`),
        }))}
        value={value.rateKind || null}
        onChange={(kind) => set({ rateKind: (kind ?? '') as RulesText['rateKind'] })}
      />
      {value.rateKind === 'fixed' && (
        <RowsEditor
          label={t('rules.rates')}
          rows={value.quotes}
          onChange={(quotes) => set({ quotes })}
          blank={() => ({ currency: 'JPY', rate: '' })}
          addLabel={t('rules.addQuote')}
          rowName={(quote) => quote.currency}
        >
          {(row, patch) => (
            <>
              <Select
                label={t('fact.currency')}
                searchable
                allowDeselect={false}
                limit={40}
                data={Intl.supportedValuesOf('currency')}
                value={row.currency}
                onChange={(next) => next && patch({ currency: next })}
              />
              <TextInput
                label={t('rules.quoteRate', { to: currency })}
                inputMode="decimal"
                required
                maxLength={20}
                value={row.rate}
                error={row.rate !== '' && !rateOf(row.rate) && t('rules.wrongRate')}
                onChange={(event) => patch({ rate: event.currentTarget.value })}
              />
            </>
          )}
        </RowsEditor>
      )}
    </>
  )
}

function TransferFields({ value, set }: RulesEdited) {
  const { t } = useTranslation('grants')
  const { transferKind } = value
  return (
    <FieldRow>
      <Select
        label={t('rules.transfer')}
        placeholder={t('rules.notKnown')}
        clearable
        data={(['free', 'heading_increase', 'recipient_total'] as const).map((kind) => ({
          value: kind,
          label: t(`rules.transferKind.${kind}`),
        }))}
        value={transferKind || null}
        onChange={(kind) => set({ transferKind: (kind ?? '') as RulesText['transferKind'] })}
      />
      {transferKind !== '' && transferKind !== 'free' && (
        <PercentField
          label={t('rules.percent')}
          value={value.transferPercent}
          onChange={(transferPercent) => set({ transferPercent })}
        />
      )}
    </FieldRow>
  )
}

function PeriodRows({ value, set }: RulesEdited) {
  const { t } = useTranslation('grants')
  const f = useFormat()
  return (
    <RowsEditor<PeriodText>
      label={t('rules.claimPeriods')}
      rows={value.claimPeriods}
      onChange={(claimPeriods) => set({ claimPeriods })}
      blank={() => ({ from: null, to: null, due: null })}
      addLabel={t('rules.addPeriod')}
      rowName={({ from }) => (from ? f.date(from) : '')}
    >
      {(row, patch) =>
        (['from', 'to', 'due'] as const).map((field) => (
          <DateInput
            key={field}
            label={t(`rules.${field}`)}
            required
            value={row[field]}
            onChange={(day) => patch({ [field]: day })}
          />
        ))
      }
    </RowsEditor>
  )
}
