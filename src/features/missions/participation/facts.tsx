import { useTranslation } from 'react-i18next'
import { EditableFact } from '../../../components/editable-fact.tsx'
import { OrganisationPicker } from '../../../components/organisation-picker.tsx'
import { RecordLink } from '../../../components/record-link.tsx'
import { TextFact } from '../../../components/text-fact.tsx'
import type { Mission } from '../../../contract/missions.ts'
import type { Participation } from '../../../contract/participations.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { MoneyInput, type MoneyText, moneyOf, moneyText } from '../../../ui/money-input.tsx'
import { Section } from '../../../ui/section.tsx'
import classes from './participation.module.css'
import type { ParticipationEditing } from './use-editing.ts'

interface Props {
  row: Participation
  mission: Mission
  editing: ParticipationEditing
}

/** Who it is, which cluster brought it, and what it pays. */
export function ParticipationFacts({ row, mission, editing }: Props) {
  const { t } = useTranslation('participations')
  const { version, reason, save } = editing
  const { organisation, cluster, clusterColour, side } = row
  return (
    <Section title={t('facts')}>
      <Facts>
        <Fact label={t('fact.organisation')}>
          <RecordLink noun="organisations" id={organisation.id} name={organisation.name} />
        </Fact>
        <Fact label={t('fact.mission')}>
          <RecordLink noun="missions" id={mission.id} name={mission.title} />
        </Fact>
        {side === 'home' && (
          <EditableFact
            version={version}
            reason={reason}
            label={t('fact.cluster')}
            field="cluster"
            path="clusterId"
            value={cluster}
            show={(value) => value?.name}
            input={(props) => <OrganisationPicker clusters {...props} />}
            save={(value, over) => save({ clusterId: value?.id ?? null }, over)}
          >
            {cluster && (
              <RecordLink
                noun="organisations"
                cluster
                id={cluster.id}
                name={cluster.name}
                colour={clusterColour}
              />
            )}
          </EditableFact>
        )}
        {side === 'home' && <FeeFacts row={row} mission={mission} editing={editing} />}
        <TextFact
          editing={editing}
          label={t('fact.note')}
          field="note"
          value={row.note}
          long
          maxLength={20_000}
        />
      </Facts>
    </Section>
  )
}

/** Its own fee, else the mission's; and the day it was paid. */
function FeeFacts({ row, mission, editing }: Props) {
  const { t } = useTranslation('participations')
  const f = useFormat()
  const { version, reason, save } = editing
  const fee = row.fee ?? mission.fee
  const currency = mission.fee?.currency ?? 'EUR'
  return (
    <>
      <EditableFact<MoneyText>
        version={version}
        reason={reason}
        label={t('fact.fee')}
        field="fee"
        value={moneyText(row.fee, currency)}
        valueIn={(record) => moneyText(record.fee as Participation['fee'], currency)}
        show={(value) => {
          const money = moneyOf(value)
          return money ? f.money(money) : value.amount
        }}
        input={({ value, onChange, error, ...props }) => (
          <MoneyInput
            label={props['aria-label']}
            description={mission.fee && t('fee.empty', { fee: f.money(mission.fee) })}
            value={value}
            error={error}
            onChange={onChange}
          />
        )}
        save={(value, over) => {
          const money = moneyOf(value)
          // What can't be read is not sent: the field itself says what is wrong with it.
          return money === undefined ? Promise.reject(null) : save({ fee: money }, over)
        }}
      >
        {fee && (
          <>
            {f.money(fee)}
            {!row.fee && <span className={classes.quiet}>{t('fee.ofMission')}</span>}
          </>
        )}
      </EditableFact>
      <EditableFact
        version={version}
        reason={reason}
        label={t('fact.feePaidOn')}
        field="feePaidOn"
        value={row.feePaidOn}
        show={(date) => date && f.date(date)}
        input={(props) => <DateInput {...props} />}
        save={(feePaidOn, over) => save({ feePaidOn }, over)}
      >
        {row.feePaidOn && f.date(row.feePaidOn)}
      </EditableFact>
    </>
  )
}
