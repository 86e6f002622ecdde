import { useTranslation } from 'react-i18next'
import { EditableFact } from '../../../components/editable-fact.tsx'
import { DateFact } from '../../../components/text-fact.tsx'
import type { Mission } from '../../../contract/missions.ts'
import { cityOf, useFormat } from '../../../i18n/format.ts'
import { hereZone } from '../../../ui/here-zone.ts'
import { TimeInput } from '../../../ui/time-input.tsx'
import { TimeZoneSelect } from '../../../ui/time-zone-select.tsx'
import type { MissionEditing } from './use-editing.ts'

/** When it is: first and last day, the hour it begins there and at home, and the two time zones. */
export function WhenFacts({ mission, editing }: { mission: Mission; editing: MissionEditing }) {
  const { t } = useTranslation('missions')
  const { starts, ends } = mission
  return (
    <>
      <DateFact editing={editing} label={t('fact.starts')} field="starts" value={starts} />
      <DateFact editing={editing} label={t('fact.ends')} field="ends" value={ends} />
      <StartTimeFact mission={mission} editing={editing} />
      {(['timeZone', 'homeTimeZone'] as const).map((field) => (
        <EditableFact
          key={field}
          version={editing.version}
          reason={editing.reason}
          label={t(`fact.${field}`)}
          field={field}
          value={mission[field]}
          show={(zone) => zone && cityOf(zone)}
          input={(props) => <TimeZoneSelect {...props} />}
          save={(zone, version) => editing.save({ [field]: zone }, version)}
        >
          {mission[field] && cityOf(mission[field])}
        </EditableFact>
      ))}
    </>
  )
}

function StartTimeFact({ mission, editing }: { mission: Mission; editing: MissionEditing }) {
  const { t } = useTranslation('missions')
  const f = useFormat()
  const { starts, startTime, timeZone, homeTimeZone, town } = mission
  const zoned = startTime && timeZone && starts?.length === 10
  return (
    <EditableFact
      version={editing.version}
      reason={editing.reason}
      label={t('fact.startTime')}
      field="startTime"
      value={startTime}
      input={(props) => <TimeInput {...props} />}
      save={(time, version) => editing.save({ startTime: time }, version)}
    >
      {zoned
        ? f.localTime(
            { date: starts, time: startTime, zone: timeZone, place: town },
            homeTimeZone ?? hereZone(),
          )
        : startTime}
    </EditableFact>
  )
}
