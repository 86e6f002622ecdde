import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { OrganisationPicker } from '../../components/organisation-picker.tsx'
import { PeriodFields } from '../../components/period-fields.tsx'
import { allianceRoles } from '../../contract/alliances.ts'
import { RowsEditor } from '../../ui/rows-editor.tsx'

export interface MemberRow {
  id?: string
  organisationId: string
  organisationName: string
  role: (typeof allianceRoles)[number]
  region: string | null
  from: string | null
  to: string | null
}

const blank = (): MemberRow => ({
  organisationId: '',
  organisationName: '',
  role: 'member',
  region: null,
  from: null,
  to: null,
})

/** Edits who is in an alliance, with role, region and period. */
export function MembersEditor({
  rows,
  onChange,
  error,
}: {
  rows: readonly MemberRow[]
  onChange: (rows: MemberRow[]) => void
  error?: string
}) {
  const { t } = useTranslation(['alliances', 'common'])
  return (
    <RowsEditor<MemberRow>
      label={t('members.title')}
      rows={rows}
      onChange={onChange}
      error={error}
      blank={blank}
      addLabel={t('members.add')}
      rowName={(row) => row.organisationName}
    >
      {(row, patch) => (
        <>
          <OrganisationPicker
            label={t('members.organisation')}
            required
            value={row.organisationId ? { id: row.organisationId, name: row.organisationName } : null}
            onChange={(chosen) =>
              patch({ organisationId: chosen?.id ?? '', organisationName: chosen?.name ?? '' })
            }
          />
          <Select
            label={t('members.role')}
            allowDeselect={false}
            data={allianceRoles.map((value) => ({ value, label: t(`common:allianceRole.${value}`) }))}
            value={row.role}
            onChange={(role) => role && patch({ role: role as MemberRow['role'] })}
          />
          <TextInput
            label={t('members.region')}
            maxLength={300}
            value={row.region ?? ''}
            onChange={(event) => patch({ region: event.currentTarget.value || null })}
          />
          <PeriodFields row={row} patch={patch} />
        </>
      )}
    </RowsEditor>
  )
}
