import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EditSection } from '../../components/edit-section.tsx'
import type { RecordEditing } from '../../components/text-fact.tsx'
import type { Market } from '../../contract/markets.ts'
import { useFormat } from '../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../ui/lines.tsx'
import { RowsEditor } from '../../ui/rows-editor.tsx'
import { TimeZoneSelect } from '../../ui/time-zone-select.tsx'
import type { MarketPatch } from './leads.tsx'
import { LocalTime } from './local-time.tsx'

interface RegionRow {
  id?: string
  name: string
  detail: string | null
  timeZone: string | null
  latitude: number | null
  longitude: number | null
}

/** The regions that matter in a market, each with its local time now. */
export function MarketRegions({ market, editing }: { market: Market; editing: RecordEditing<MarketPatch> }) {
  const { t } = useTranslation('markets')
  const f = useFormat()
  const { regions } = market
  return (
    <EditSection<RegionRow[]>
      label={t('regions.title')}
      count={regions.length || undefined}
      field="regions"
      value={regions}
      version={editing.version}
      reason={editing.reason}
      show={(rows) => f.list(rows.map(({ name }) => name))}
      save={(rows, version) => editing.save({ regions: rows }, version)}
      input={({ value, onChange, error }) => (
        <RowsEditor<RegionRow>
          label={t('regions.title')}
          rows={value}
          onChange={onChange}
          error={error}
          blank={() => ({
            name: '',
            detail: null,
            timeZone: market.timeZone,
            latitude: null,
            longitude: null,
          })}
          addLabel={t('regions.add')}
          rowName={(row) => row.name}
        >
          {(row, patch) => (
            <>
              <TextInput
                label={t('regions.name')}
                required
                maxLength={300}
                value={row.name}
                onChange={(event) => patch({ name: event.currentTarget.value })}
              />
              <TextInput
                label={t('regions.detail')}
                value={row.detail ?? ''}
                onChange={(event) => patch({ detail: event.currentTarget.value || null })}
              />
              <TimeZoneSelect
                label={t('regions.timeZone')}
                value={row.timeZone}
                onChange={(timeZone) => patch({ timeZone })}
              />
            </>
          )}
        </RowsEditor>
      )}
    >
      {regions.length === 0 && <Nothing>{t('regions.none')}</Nothing>}
      <Lines>
        {regions.map(({ id, name, detail, timeZone }) => {
          const zone = timeZone ?? market.timeZone
          return (
            <Line key={id} title={name} end={zone ? <LocalTime zone={zone} /> : t('time.unknown')}>
              {detail}
            </Line>
          )
        })}
      </Lines>
    </EditSection>
  )
}
