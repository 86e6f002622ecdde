import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BulkField, PartProps } from '../../../components/bulk/fields.ts'
import { GrantPicker } from '../../../components/grant-picker.tsx'
import { useLines } from '../expenses/use-known.ts'
import { useLineName } from '../line-name.ts'

/** A grant, and one of its budget lines or none. */
function LinePart({ values, set }: PartProps) {
  const { t } = useTranslation('bulk')
  const grant = values.grant && typeof values.grant === 'object' ? values.grant : null
  const lines = useLines(grant?.id)
  const lineName = useLineName(undefined)
  return (
    <>
      <GrantPicker
        label={t('part.grant')}
        required
        value={grant}
        onChange={(chosen) => set({ grant: chosen, line: null })}
      />
      <Select
        label={t('part.line')}
        description={t('clears')}
        clearable
        searchable
        disabled={!grant}
        comboboxProps={{ withinPortal: true }}
        data={lines.map((line) => ({ value: line.id, label: lineName(line) }))}
        value={typeof values.line === 'string' ? values.line : null}
        onChange={(line) => set({ line })}
      />
    </>
  )
}

/** Puts the grant's share of each expense against another line. */
export const lineField = (label: string): BulkField => ({
  id: 'line',
  label,
  parts: [{ key: 'grant', kind: { is: 'own', Part: LinePart } }],
  build: ({ grant, line }) => ({
    verb: 'expenses.line',
    grantId: grant && typeof grant === 'object' ? grant.id : '',
    lineId: typeof line === 'string' ? line : null,
  }),
})
