import { useTranslation } from 'react-i18next'
import { EditableFact } from '../../../components/editable-fact.tsx'
import { MoneyFact } from '../../../components/money-fact.tsx'
import { OrganisationPicker } from '../../../components/organisation-picker.tsx'
import { RecordFact } from '../../../components/record-fact.tsx'
import { RecordLink } from '../../../components/record-link.tsx'
import { TextFact } from '../../../components/text-fact.tsx'
import type { Mission } from '../../../contract/missions.ts'
import type { Participation } from '../../../contract/participations.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
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
          <RecordFact
            editing={editing}
            label={t('fact.cluster')}
            field="cluster"
            value={cluster}
            noun="organisations"
            cluster
            colour={clusterColour}
            picker={(props) => <OrganisationPicker clusters {...props} />}
          />
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
  const fee = row.fee ?? mission.fee
  return (
    <>
      <MoneyFact
        editing={editing}
        label={t('fact.fee')}
        field="fee"
        value={row.fee}
        currency={mission.fee?.currency ?? 'EUR'}
        description={mission.fee && t('fee.empty', { fee: f.money(mission.fee) })}
      >
        {fee && (
          <>
            {f.money(fee)}
            {!row.fee && <span className={classes.quiet}>{t('fee.ofMission')}</span>}
          </>
        )}
      </MoneyFact>
      <EditableFact
        version={editing.version}
        reason={editing.reason}
        label={t('fact.feePaidOn')}
        field="feePaidOn"
        value={row.feePaidOn}
        show={(date) => date && f.date(date)}
        input={(props) => <DateInput {...props} />}
        save={(feePaidOn, over) => editing.save({ feePaidOn }, over)}
      >
        {row.feePaidOn && f.date(row.feePaidOn)}
      </EditableFact>
    </>
  )
}
