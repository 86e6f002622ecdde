import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EditSection } from '../../../components/edit-section.tsx'
import { OrganisationPicker } from '../../../components/organisation-picker.tsx'
import { RecordLink } from '../../../components/record-link.tsx'
import { type Mission, missionRoles } from '../../../contract/missions.ts'
import type { Named } from '../../../contract/primitives.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { RowsEditor } from '../../../ui/rows-editor.tsx'
import type { MissionEditing } from './use-editing.ts'

interface BodyRow {
  id?: string
  organisation: Named | null
  role: (typeof missionRoles)[number]
}

const blank = (): BodyRow => ({ organisation: null, role: 'participant' })

/** Who leads, takes part, hosts on the spot and organises. */
export function MissionBodies({ mission, editing }: { mission: Mission; editing: MissionEditing }) {
  const { t } = useTranslation(['missions', 'common'])
  const f = useFormat()
  const { bodies } = mission
  const rows: BodyRow[] = bodies.map(({ id, organisation, role }) => ({ id, organisation, role }))
  return (
    <EditSection<BodyRow[]>
      label={t('bodies.title')}
      count={bodies.length || undefined}
      field="bodies"
      value={rows}
      version={editing.version}
      reason={editing.reason}
      show={(value) => f.list(value.map(({ organisation }) => organisation?.name ?? ''))}
      save={(value, version) =>
        editing.save(
          {
            bodies: value.map(({ id, organisation, role }) => ({
              id,
              organisationId: organisation?.id ?? '',
              role,
            })),
          },
          version,
        )
      }
      input={({ value, onChange, error }) => (
        <RowsEditor<BodyRow>
          label={t('bodies.title')}
          rows={value}
          onChange={onChange}
          error={error}
          blank={blank}
          addLabel={t('bodies.add')}
          rowName={({ organisation }) => organisation?.name ?? ''}
        >
          {(row, patch) => (
            <>
              <OrganisationPicker
                label={t('bodies.organisation')}
                required
                value={row.organisation}
                onChange={(organisation) => patch({ organisation })}
              />
              <Select
                label={t('bodies.role')}
                allowDeselect={false}
                data={missionRoles.map((role) => ({ value: role, label: t(`common:missionRole.${role}`) }))}
                value={row.role}
                onChange={(role) => role && patch({ role: role as BodyRow['role'] })}
              />
            </>
          )}
        </RowsEditor>
      )}
    >
      {bodies.length === 0 && <Nothing>{t('bodies.none')}</Nothing>}
      <Lines>
        {missionRoles.flatMap((role) =>
          bodies
            .filter((body) => body.role === role)
            .map(({ id, organisation, isCluster, colour }) => (
              <Line
                key={id}
                title={
                  <RecordLink
                    noun="organisations"
                    id={organisation.id}
                    name={organisation.name}
                    colour={colour}
                    cluster={isCluster}
                  />
                }
                end={t(`common:missionRole.${role}`)}
              />
            )),
        )}
      </Lines>
    </EditSection>
  )
}
