import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Organisation } from '../../contract/organisations.ts'
import { useFormat } from '../../i18n/format.ts'
import { EditableFact } from '../editable-fact.tsx'
import type { OrganisationEditing } from './editing.ts'
import classes from './facts.module.css'

/** Degrees as typed; they become numbers as they are saved. */
interface Place {
  latitude: string
  longitude: string
}

const asText = (degrees: number | null) => (degrees === null ? '' : String(degrees))

/** The number that was typed, with a point or a comma; null where nothing was; NaN where it is none. */
const asDegrees = (text: string) => (text.trim() === '' ? null : Number(text.trim().replace(',', '.')))

const isWrong = (text: string, most: number) => {
  const degrees = asDegrees(text)
  return degrees !== null && !(Math.abs(degrees) <= most)
}

/** Where a body stands on the map. */
export function PlaceFact({
  organisation: { latitude, longitude },
  editing,
}: {
  organisation: Organisation
  editing: OrganisationEditing
}) {
  const { t } = useTranslation('organisations')
  const f = useFormat()
  const shown = ({ latitude, longitude }: Place) =>
    latitude && longitude ? `${f.coordinate(Number(latitude))}, ${f.coordinate(Number(longitude))}` : ''
  const value = { latitude: asText(latitude), longitude: asText(longitude) }
  return (
    <EditableFact<Place>
      label={t('fields.coordinates')}
      field="latitude"
      value={value}
      version={editing.version}
      reason={editing.reason}
      show={shown}
      save={async ({ latitude, longitude }, version) => {
        // The fields say what is wrong; nothing is sent.
        if (isWrong(latitude, 90) || isWrong(longitude, 180)) throw new RangeError('Not degrees')
        await editing.save({ latitude: asDegrees(latitude), longitude: asDegrees(longitude) }, version)
      }}
      input={({ value: place, onChange, error }) => (
        <div className={classes.pair}>
          <TextInput
            label={t('fields.latitude')}
            inputMode="decimal"
            data-autofocus
            value={place.latitude}
            error={
              isWrong(place.latitude, 90)
                ? t('fields.coordinateWrong')
                : !isWrong(place.longitude, 180) && error
            }
            onChange={(event) => onChange({ ...place, latitude: event.currentTarget.value })}
          />
          <TextInput
            label={t('fields.longitude')}
            inputMode="decimal"
            value={place.longitude}
            error={isWrong(place.longitude, 180) && t('fields.coordinateWrong')}
            onChange={(event) => onChange({ ...place, longitude: event.currentTarget.value })}
          />
        </div>
      )}
    >
      {shown(value)}
    </EditableFact>
  )
}
