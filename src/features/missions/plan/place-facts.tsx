import { useTranslation } from 'react-i18next'
import { EditableFact } from '../../../components/editable-fact.tsx'
import { TextFact } from '../../../components/text-fact.tsx'
import type { Mission } from '../../../contract/missions.ts'
import { useFormat } from '../../../i18n/format.ts'
import { CountrySelect } from '../../../ui/country-select.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import type { MissionEditing } from './use-editing.ts'

/** Where it is: the venue, town and country, and its point on the map. */
export function PlaceFacts({ mission, editing }: { mission: Mission; editing: MissionEditing }) {
  const { t } = useTranslation('missions')
  const f = useFormat()
  const { venue, town, country } = mission
  return (
    <>
      <TextFact editing={editing} label={t('fact.venue')} field="venue" value={venue} maxLength={300} />
      <TextFact editing={editing} label={t('fact.town')} field="town" value={town} maxLength={200} />
      <EditableFact
        version={editing.version}
        reason={editing.reason}
        label={t('fact.country')}
        field="country"
        value={country}
        show={(code) => code && f.country(code)}
        input={(props) => <CountrySelect {...props} />}
        save={(code, version) => editing.save({ country: code }, version)}
      >
        {country && f.country(country)}
      </EditableFact>
      <PointFact mission={mission} editing={editing} />
    </>
  )
}

interface Point {
  latitude: number | null
  longitude: number | null
}

/** Both degrees are edited together: one of them alone is no place. */
function PointFact({ mission, editing }: { mission: Mission; editing: MissionEditing }) {
  const { t } = useTranslation('missions')
  const f = useFormat()
  const { latitude, longitude } = mission
  const show = (point: Point) =>
    point.latitude !== null &&
    point.longitude !== null &&
    `${f.coordinate(point.latitude)}, ${f.coordinate(point.longitude)}`
  return (
    <EditableFact<Point>
      version={editing.version}
      reason={editing.reason}
      label={t('fact.point')}
      field="latitude"
      value={{ latitude, longitude }}
      valueIn={({ latitude, longitude }) => ({ latitude, longitude }) as Point}
      show={show}
      input={({ value, onChange, error, ...props }) => (
        <FieldRow>
          <NumberField
            label={t('fact.latitude')}
            data-autofocus={props['data-autofocus']}
            min={-90}
            max={90}
            decimals={6}
            value={value.latitude}
            error={error}
            onChange={(next) => onChange({ ...value, latitude: next })}
          />
          <NumberField
            label={t('fact.longitude')}
            min={-180}
            max={180}
            decimals={6}
            value={value.longitude}
            onChange={(next) => onChange({ ...value, longitude: next })}
          />
        </FieldRow>
      )}
      save={(point, version) => editing.save({ ...point }, version)}
    >
      {show({ latitude, longitude })}
    </EditableFact>
  )
}
