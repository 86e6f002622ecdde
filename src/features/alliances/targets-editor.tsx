import { NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useDossier } from '../../components/dossier/use-dossier.ts'
import { targetIndicators } from '../../contract/alliances.ts'
import type { Named } from '../../contract/primitives.ts'
import { PartialDateInput } from '../../ui/date-input.tsx'
import { RowsEditor } from '../../ui/rows-editor.tsx'

export interface TargetRow {
  id?: string
  indicator: (typeof targetIndicators)[number]
  /** Null while nothing is typed. */
  value: number | null
  by: string | null
  detail: string | null
  source: Named | null
}

const blank = (): TargetRow => ({ indicator: 'smes', value: null, by: null, detail: null, source: null })

/** Edits what an alliance has set out to reach: how many of what, until when, and the source that says so. */
export function TargetsEditor({
  allianceId,
  rows,
  onChange,
  error,
}: {
  allianceId: string
  rows: readonly TargetRow[]
  onChange: (rows: TargetRow[]) => void
  error?: string
}) {
  const { t } = useTranslation('alliances')
  const { data } = useDossier({ noun: 'alliances', recordId: allianceId })
  const cited = data?.sources.map(({ id, title }) => ({ id, name: title })) ?? []
  return (
    <RowsEditor<TargetRow>
      label={t('targets.title')}
      rows={rows}
      onChange={onChange}
      error={error}
      blank={blank}
      addLabel={t('targets.add')}
      rowName={({ value, indicator }) =>
        value === null ? '' : t('targets.least', { value, what: t(`targets.indicator.${indicator}`) })
      }
    >
      {(row, patch) => {
        const sources =
          row.source && !cited.some(({ id }) => id === row.source?.id) ? [...cited, row.source] : cited
        return (
          <>
            <NumberInput
              label={t('targets.value')}
              required
              min={1}
              max={1_000_000}
              allowDecimal={false}
              value={row.value ?? ''}
              onChange={(value) => patch({ value: typeof value === 'number' ? value : null })}
            />
            <Select
              label={t('targets.what')}
              allowDeselect={false}
              data={targetIndicators.map((value) => ({ value, label: t(`targets.indicator.${value}`) }))}
              value={row.indicator}
              onChange={(indicator) => indicator && patch({ indicator: indicator as TargetRow['indicator'] })}
            />
            <PartialDateInput label={t('targets.by')} value={row.by} onChange={(by) => patch({ by })} />
            <Select
              label={t('targets.source')}
              description={sources.length === 0 ? t('targets.noSource') : undefined}
              disabled={sources.length === 0}
              clearable
              data={sources.map(({ id, name }) => ({ value: id, label: name }))}
              value={row.source?.id ?? null}
              onChange={(id) => patch({ source: sources.find((one) => one.id === id) ?? null })}
            />
            <TextInput
              label={t('targets.detail')}
              data-wide
              maxLength={1000}
              value={row.detail ?? ''}
              onChange={(event) => patch({ detail: event.currentTarget.value || null })}
            />
          </>
        )
      }}
    </RowsEditor>
  )
}
