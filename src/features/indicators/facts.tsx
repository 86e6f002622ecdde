import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { AlliancePicker } from '../../components/alliance-picker.tsx'
import { EditableFact } from '../../components/editable-fact.tsx'
import { GrantPicker } from '../../components/grant-picker.tsx'
import { kindWord, targetText } from '../../components/indicator/words.ts'
import { MarketPicker } from '../../components/market-picker.tsx'
import { OrganisationPicker } from '../../components/organisation-picker.tsx'
import { RecordFact } from '../../components/record-fact.tsx'
import { DateFact, type RecordEditing, TextFact } from '../../components/text-fact.tsx'
import type { Indicator, indicatorPatch } from '../../contract/indicators.ts'
import { choosesThrough, measureOf, type Vocabulary, vocabularies } from '../../domain/indicators.ts'
import { useFormat } from '../../i18n/format.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { MoneyInput, type MoneyText, moneyOf, moneyText } from '../../ui/money-input.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { KindsInput, ThroughInput } from './kinds.tsx'
import { inMoney, type Through } from './values.ts'

export type IndicatorPatch = z.input<typeof indicatorPatch>
interface Props {
  indicator: Indicator
  editing: RecordEditing<IndicatorPatch>
}

/** The rule of an indicator: what is counted, of whom, when, and for whom. */
export function RuleFacts({ indicator, editing }: Props) {
  const { t } = useTranslation(['indicators', 'common'])
  const { version, reason, save } = editing
  const { measure, kinds, through, vocabulary } = indicator
  const edited = { version, reason }
  return (
    <Facts>
      <Fact label={t('field.measure')}>
        {t(`measure.${measure}`)}
        <br />
        <small>{t(`means.${measure}`)}</small>
      </Fact>
      {measureOf(measure).kinds && (
        <EditableFact<string[]>
          {...edited}
          label={t('field.kinds')}
          field="kinds"
          value={kinds}
          input={(field) => <KindsInput {...field} measure={measure} />}
          save={(value, over) => save({ kinds: value }, over)}
          show={(value) => value.map((kind) => kindWord(t, measure, kind)).join(', ')}
        >
          {kinds.length === 0
            ? t('field.kindsAll')
            : kinds.map((kind) => kindWord(t, measure, kind)).join(', ')}
        </EditableFact>
      )}
      {choosesThrough(measure) && (
        <EditableFact<Through[]>
          {...edited}
          label={t('field.through')}
          field="through"
          value={through}
          input={(field) => <ThroughInput {...field} measure={measure} />}
          save={(value, over) => save({ through: value }, over)}
          show={(value) => value.map((one) => t(`through.${one}`)).join(', ')}
        >
          {through.length === 0
            ? t('field.throughAll')
            : through.map((one) => t(`through.${one}`)).join(', ')}
        </EditableFact>
      )}
      <TargetFact indicator={indicator} editing={editing} />
      <RecordFact
        editing={editing}
        label={t('field.alliance')}
        field="alliance"
        noun="alliances"
        value={indicator.alliance}
        none={t('field.everybody')}
        picker={(props) => <AlliancePicker {...props} />}
      />
      <RecordFact
        editing={editing}
        label={t('field.cluster')}
        field="cluster"
        noun="organisations"
        cluster
        value={indicator.cluster}
        none={t('field.everybody')}
        picker={(props) => <OrganisationPicker clusters {...props} />}
      />
      <RecordFact
        editing={editing}
        label={t('field.grant')}
        field="grant"
        noun="grants"
        value={indicator.grant}
        none={t('field.everybody')}
        picker={(props) => <GrantPicker {...props} />}
      />
      <RecordFact
        editing={editing}
        label={t('field.market')}
        field="market"
        noun="markets"
        value={indicator.market}
        none={t('field.anyMarket')}
        picker={(props) => <MarketPicker {...props} />}
      />
      <DateFact
        editing={editing}
        label={t('field.starts')}
        field="starts"
        value={indicator.starts}
        none={t('field.anyTime')}
      />
      <DateFact
        editing={editing}
        label={t('field.ends')}
        field="ends"
        value={indicator.ends}
        none={t('field.anyTime')}
      />
      <EditableFact<Vocabulary>
        {...edited}
        label={t('field.vocabulary')}
        field="vocabulary"
        value={vocabulary}
        input={({ value, onChange, ...field }) => (
          <Select
            {...field}
            allowDeselect={false}
            data={vocabularies.map((one) => ({ value: one, label: t(`vocabulary.${one}`) }))}
            value={value}
            onChange={(chosen) => chosen && onChange(chosen as Vocabulary)}
          />
        )}
        save={(value, over) => save({ vocabulary: value }, over)}
        show={(value) => t(`vocabulary.${value}`)}
      >
        {t(`vocabulary.${vocabulary}`)}
      </EditableFact>
      <RecordFact
        editing={editing}
        label={t('field.funder')}
        field="funder"
        noun="organisations"
        value={indicator.funder}
        none={t('field.nobody')}
        picker={(props) => <OrganisationPicker {...props} />}
      />
      {(
        [
          ['title', 300, true],
          ['titleFr', 300, false],
          ['definition', 4000, false],
          ['definitionFr', 4000, false],
        ] as const
      ).map(([field, maxLength, required]) => (
        <TextFact
          key={field}
          editing={editing}
          field={field}
          label={t(`field.${field}`)}
          value={indicator[field]}
          required={required}
          long={maxLength > 300}
          maxLength={maxLength}
        />
      ))}
    </Facts>
  )
}

function TargetFact({ indicator, editing: { version, reason, save } }: Props) {
  const { t } = useTranslation('indicators')
  const f = useFormat()
  const { target, currency, measure } = indicator
  const label = t('field.target')
  if (!inMoney(measure))
    return (
      <EditableFact<number | null>
        label={label}
        field="target"
        version={version}
        reason={reason}
        value={target}
        input={(field) => <NumberField {...field} min={1} max={1_000_000} />}
        save={(value, over) => save({ target: value }, over)}
        show={(value) => value !== null && f.number(value)}
      >
        {targetText(f, indicator) ?? t('field.noTarget')}
      </EditableFact>
    )
  return (
    <EditableFact<MoneyText>
      label={label}
      field="target"
      version={version}
      reason={reason}
      value={moneyText(target !== null && currency ? { minor: target, currency } : null, currency ?? 'EUR')}
      valueIn={({ target: minor, currency: of }) =>
        moneyText(typeof minor === 'number' && typeof of === 'string' ? { minor, currency: of } : null, 'EUR')
      }
      input={({ value, onChange, error }) => (
        <MoneyInput label={label} value={value} onChange={onChange} error={error} />
      )}
      save={(value, over) => {
        const money = moneyOf(value)
        return save(
          money === undefined
            ? { target: 0 }
            : { target: money?.minor ?? null, currency: money?.currency ?? null },
          over,
        )
      }}
      show={({ amount, currency: of }) => amount && `${amount} ${of}`}
    >
      {targetText(f, indicator) ?? t('field.noTarget')}
    </EditableFact>
  )
}
