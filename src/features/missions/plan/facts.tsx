import { NumberInput, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AlliancePicker } from '../../../components/alliance-picker.tsx'
import { EditableFact } from '../../../components/editable-fact.tsx'
import { MarketPicker } from '../../../components/market-picker.tsx'
import { RecordLink } from '../../../components/record-link.tsx'
import { RegionSelect } from '../../../components/region-select.tsx'
import { TextFact } from '../../../components/text-fact.tsx'
import type { Mission } from '../../../contract/missions.ts'
import type { Named, RecordNoun } from '../../../contract/primitives.ts'
import { type MissionKind, missionKinds } from '../../../domain/mission.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Facts } from '../../../ui/facts.tsx'
import { MoneyInput, type MoneyText, moneyOf, moneyText } from '../../../ui/money-input.tsx'
import { Section } from '../../../ui/section.tsx'
import { DayFact } from './day-fact.tsx'
import { PlaceFacts } from './place-facts.tsx'
import type { MissionEditing } from './use-editing.ts'
import { WhenFacts } from './when-facts.tsx'

/** The mission's facts, each edited where it stands. */
export function MissionFacts({ mission, editing }: { mission: Mission; editing: MissionEditing }) {
  const { t } = useTranslation(['missions', 'common'])
  const { version, reason, save } = editing
  const at = { version, reason }
  const { kind, alliance, market, region, capacity } = mission
  const named = (noun: RecordNoun, record: Named | null) =>
    record && <RecordLink noun={noun} id={record.id} name={record.name} />
  const showNamed = (record: Named | null) => record?.name
  return (
    <Section title={t('facts')}>
      <Facts>
        <TextFact
          editing={editing}
          label={t('fact.title')}
          field="title"
          value={mission.title}
          required
          maxLength={500}
        />
        <EditableFact
          {...at}
          label={t('fact.kind')}
          field="kind"
          value={kind}
          show={(value) => t(`common:missionKind.${value}`)}
          input={({ onChange, ...props }) => (
            <Select
              {...props}
              allowDeselect={false}
              data={missionKinds.map((value) => ({ value, label: t(`common:missionKind.${value}`) }))}
              onChange={(value) => value && onChange(value as MissionKind)}
            />
          )}
          save={(value, over) => save({ kind: value }, over)}
        >
          {t(`common:missionKind.${kind}`)}
        </EditableFact>
        <WhenFacts mission={mission} editing={editing} />
        <PlaceFacts mission={mission} editing={editing} />
        <EditableFact
          {...at}
          label={t('fact.market')}
          field="market"
          path="marketId"
          value={market}
          show={showNamed}
          input={(props) => <MarketPicker {...props} />}
          save={(value, over) => save({ marketId: value?.id ?? null, regionId: null }, over)}
        >
          {named('markets', market)}
        </EditableFact>
        {market && (
          <EditableFact
            {...at}
            label={t('fact.region')}
            field="region"
            path="regionId"
            value={region?.id ?? null}
            valueIn={(record) => (record.region as Named | null)?.id ?? null}
            show={(value) => (value === region?.id ? region?.name : value && t('fact.anotherRegion'))}
            input={(props) => <RegionSelect {...props} marketId={market.id} />}
            save={(regionId, over) => save({ regionId }, over)}
          >
            {region?.name}
          </EditableFact>
        )}
        <EditableFact
          {...at}
          label={t('fact.alliance')}
          field="alliance"
          path="allianceId"
          value={alliance}
          show={showNamed}
          input={(props) => <AlliancePicker {...props} />}
          save={(value, over) => save({ allianceId: value?.id ?? null }, over)}
        >
          {named('alliances', alliance)}
        </EditableFact>
        <EditableFact
          {...at}
          label={t('fact.capacity')}
          field="capacity"
          value={capacity}
          input={({ value, onChange, ...props }) => (
            <NumberInput
              {...props}
              min={1}
              max={10_000}
              allowDecimal={false}
              value={value ?? ''}
              onChange={(next) => onChange(next === '' ? null : Number(next))}
            />
          )}
          save={(value, over) => save({ capacity: value }, over)}
        >
          {capacity === null ? t('fact.noLimit') : t('fact.places', { count: capacity })}
        </EditableFact>
        <FeeFact mission={mission} editing={editing} />
        <DayFact
          editing={editing}
          label={t('fact.applicationsClose')}
          field="applicationsClose"
          value={mission.applicationsClose}
        />
        <DayFact
          editing={editing}
          label={t('fact.freeWithdrawalUntil')}
          field="freeWithdrawalUntil"
          value={mission.freeWithdrawalUntil}
        />
        <TextFact
          editing={editing}
          label={t('fact.summary')}
          field="summary"
          value={mission.summary}
          long
          maxLength={20_000}
        />
      </Facts>
    </Section>
  )
}

/** What a company pays to take part. */
function FeeFact({ mission: { fee }, editing }: { mission: Mission; editing: MissionEditing }) {
  const { t } = useTranslation('missions')
  const f = useFormat()
  const show = (value: MoneyText) => {
    const money = moneyOf(value)
    return money ? f.money(money) : value.amount
  }
  return (
    <EditableFact<MoneyText>
      version={editing.version}
      reason={editing.reason}
      label={t('fact.fee')}
      field="fee"
      value={moneyText(fee, 'EUR')}
      valueIn={(record) => moneyText(record.fee as Mission['fee'], 'EUR')}
      show={show}
      input={({ value, onChange, error, ...props }) => (
        <MoneyInput label={props['aria-label']} value={value} error={error} onChange={onChange} />
      )}
      save={(value, over) => {
        const money = moneyOf(value)
        // What can't be read is not sent: the field itself says what is wrong with it.
        return money === undefined ? Promise.reject(null) : editing.save({ fee: money }, over)
      }}
    >
      {fee && f.money(fee)}
    </EditableFact>
  )
}
