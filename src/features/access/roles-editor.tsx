import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AlliancePicker } from '../../components/alliance-picker.tsx'
import { OrganisationPicker } from '../../components/organisation-picker.tsx'
import type { Member } from '../../contract/access.ts'
import { type Role, roles } from '../../domain/rights.ts'
import { FieldRow } from '../../ui/field-row.tsx'
import { RowsEditor } from '../../ui/rows-editor.tsx'

type Named = { id: string; name: string } | null

/** A role as it is edited. `place` says what it is for before anything has been chosen there. */
export interface RoleRow {
  role: Role
  place: 'whole' | 'alliance' | 'organisation'
  alliance: Named
  organisation: Named
}

export const blankRole = (): RoleRow => ({
  role: 'manager',
  place: 'organisation',
  alliance: null,
  organisation: null,
})

export const roleRows = (appointments: Member['appointments']): RoleRow[] =>
  appointments.map(({ role, organisation, alliance }) => ({
    role,
    organisation,
    alliance,
    place: organisation ? 'organisation' : alliance ? 'alliance' : 'whole',
  }))

/** As the API takes them. A place that was left open is not the whole workspace: such a role is not sent. */
export const appointmentsIn = (rows: readonly RoleRow[]) =>
  rows
    .filter(
      ({ place, alliance, organisation }) =>
        place === 'whole' || (place === 'alliance' ? alliance : organisation),
    )
    .map(({ role, place, alliance, organisation }) => ({
      role,
      organisationId: place === 'organisation' ? (organisation?.id ?? null) : null,
      allianceId: place === 'alliance' ? (alliance?.id ?? null) : null,
    }))

/** Whether every role says what it is for. */
export const isComplete = (rows: readonly RoleRow[]): boolean => appointmentsIn(rows).length === rows.length

/** The roles of one account, each with what it holds for. */
export function RolesEditor({ rows, onChange }: { rows: RoleRow[]; onChange: (rows: RoleRow[]) => void }) {
  const { t } = useTranslation('access')
  return (
    <RowsEditor
      label={t('members.roles')}
      rows={rows}
      onChange={onChange}
      blank={blankRole}
      addLabel={t('members.addRole')}
      rowName={({ role }) => t(`role.${role}`)}
    >
      {({ role, place, alliance, organisation }, patch) => (
        <>
          <FieldRow>
            <Select
              label={t('members.role')}
              description={t(`roleHint.${role}`)}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              allowDeselect={false}
              data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
              value={role}
              onChange={(value) => value && patch({ role: value as Role })}
            />
            <Select
              label={t('members.place')}
              allowDeselect={false}
              data={[
                { value: 'organisation', label: t('members.ofOrganisation') },
                { value: 'alliance', label: t('members.ofAlliance') },
                { value: 'whole', label: t('members.whole') },
              ]}
              value={place}
              onChange={(value) => value && patch({ place: value as RoleRow['place'] })}
            />
          </FieldRow>
          {place === 'alliance' && (
            <AlliancePicker
              label={t('members.alliance')}
              required
              value={alliance}
              onChange={(value) => patch({ alliance: value })}
            />
          )}
          {place === 'organisation' && (
            <OrganisationPicker
              label={t('members.organisation')}
              required
              value={organisation}
              onChange={(value) => patch({ organisation: value })}
            />
          )}
        </>
      )}
    </RowsEditor>
  )
}
