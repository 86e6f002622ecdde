import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AlliancePicker } from '../../../components/alliance-picker.tsx'
import { EditableFact } from '../../../components/editable-fact.tsx'
import { MarketPicker } from '../../../components/market-picker.tsx'
import { MoneyFact } from '../../../components/money-fact.tsx'
import { RecordFact } from '../../../components/record-fact.tsx'
import { RegionSelect } from '../../../components/region-select.tsx'
import { TextFact } from '../../../components/text-fact.tsx'
import type { Mission } from '../../../contract/missions.ts'
import type { Named } from '../../../contract/primitives.ts'
import { type MissionKind, missionKinds } from '../../../domain/mission.ts'
import { Facts } from '../../../ui/facts.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
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
        <RecordFact
          editing={editing}
          label={t('fact.market')}
          field="market"
          value={market}
          noun="markets"
          picker={(props) => <MarketPicker {...props} />}
          also={{ regionId: null }}
        />
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
        <RecordFact
          editing={editing}
          label={t('fact.alliance')}
          field="alliance"
          value={alliance}
          noun="alliances"
          picker={(props) => <AlliancePicker {...props} />}
        />
        <EditableFact
          {...at}
          label={t('fact.capacity')}
          field="capacity"
          value={capacity}
          input={(props) => <NumberField {...props} min={1} max={10_000} />}
          save={(value, over) => save({ capacity: value }, over)}
        >
          {capacity === null ? t('fact.noLimit') : t('fact.places', { count: capacity })}
        </EditableFact>
        <MoneyFact editing={editing} label={t('fact.fee')} field="fee" value={mission.fee} currency="EUR" />
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
