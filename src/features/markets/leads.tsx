import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { AlliancePicker } from '../../components/alliance-picker.tsx'
import { EditSection } from '../../components/edit-section.tsx'
import { OrganisationPicker } from '../../components/organisation-picker.tsx'
import { PeriodFields } from '../../components/period-fields.tsx'
import { RecordLink } from '../../components/record-link.tsx'
import type { RecordEditing } from '../../components/text-fact.tsx'
import type { Market, marketPatch } from '../../contract/markets.ts'
import { useFormat } from '../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../ui/lines.tsx'
import { RowsEditor } from '../../ui/rows-editor.tsx'

export type MarketPatch = z.input<typeof marketPatch>

export interface LeadRow {
  id?: string
  allianceId: string
  allianceName: string
  organisationId: string | null
  organisationName: string | null
  from: string | null
  to: string | null
}

/** The lead as the API takes it: the names are for the screen only. */
export const leadInput = ({ allianceName: _, organisationName: __, ...lead }: LeadRow) => lead

/** In each alliance, the cluster that negotiates in this market on behalf of all. */
export function MarketLeads({ market, editing }: { market: Market; editing: RecordEditing<MarketPatch> }) {
  const { t } = useTranslation('markets')
  const f = useFormat()
  const { leads } = market
  return (
    <EditSection<LeadRow[]>
      label={t('leads.title')}
      count={leads.length || undefined}
      field="leads"
      value={leads}
      version={editing.version}
      reason={editing.reason}
      show={(rows) => f.list(rows.map((row) => `${row.organisationName ?? '–'} (${row.allianceName})`))}
      save={(rows, version) => editing.save({ leads: rows.map(leadInput) }, version)}
      input={({ value, onChange, error }) => <LeadsEditor rows={value} onChange={onChange} error={error} />}
    >
      {leads.length === 0 && <Nothing>{t('leads.none')}</Nothing>}
      <Lines>
        {leads.map(({ id, allianceId, allianceName, organisationId, organisationName, from, to }) => (
          <Line
            key={id}
            title={
              organisationId && organisationName ? (
                <RecordLink noun="organisations" cluster id={organisationId} name={organisationName} />
              ) : (
                t('leads.noLead')
              )
            }
            end={f.period(from, to)}
          >
            <RecordLink noun="alliances" id={allianceId} name={allianceName} />
          </Line>
        ))}
      </Lines>
    </EditSection>
  )
}

/** Edits which alliances target a market and who leads it for each. */
export function LeadsEditor({
  rows,
  onChange,
  error,
}: {
  rows: readonly LeadRow[]
  onChange: (rows: LeadRow[]) => void
  error?: string
}) {
  const { t } = useTranslation('markets')
  return (
    <RowsEditor<LeadRow>
      label={t('leads.title')}
      rows={rows}
      onChange={onChange}
      error={error}
      blank={() => ({
        allianceId: '',
        allianceName: '',
        organisationId: null,
        organisationName: null,
        from: null,
        to: null,
      })}
      addLabel={t('leads.add')}
      rowName={(row) => row.allianceName}
    >
      {(row, patch) => (
        <>
          <AlliancePicker
            label={t('leads.alliance')}
            required
            value={row.allianceId ? { id: row.allianceId, name: row.allianceName } : null}
            onChange={(chosen) => patch({ allianceId: chosen?.id ?? '', allianceName: chosen?.name ?? '' })}
          />
          <OrganisationPicker
            clusters
            label={t('leads.cluster')}
            value={row.organisationId ? { id: row.organisationId, name: row.organisationName ?? '' } : null}
            onChange={(chosen) =>
              patch({ organisationId: chosen?.id ?? null, organisationName: chosen?.name ?? null })
            }
          />
          <PeriodFields row={row} patch={patch} />
        </>
      )}
    </RowsEditor>
  )
}
