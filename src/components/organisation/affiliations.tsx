import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { affiliationRoles, type Organisation } from '../../contract/organisations.ts'
import { useFormat } from '../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../ui/lines.tsx'
import { RowsEditor } from '../../ui/rows-editor.tsx'
import { EditSection } from '../edit-section.tsx'
import { OrganisationPicker } from '../organisation-picker.tsx'
import { PeriodFields } from '../period-fields.tsx'
import { RecordLink } from '../record-link.tsx'
import type { OrganisationEditing } from './editing.ts'

export type AffiliationRole = (typeof affiliationRoles)[number]

interface Row {
  id?: string
  toId: string
  toName: string
  role: AffiliationRole
  detail: string | null
  from: string | null
  to: string | null
}

/** What one can be to another body, in the reader's words. */
export function useRoleOptions(): { value: AffiliationRole; label: string }[] {
  const { t } = useTranslation('organisations')
  return affiliationRoles.map((value) => ({ value, label: t(`affiliation.roles.${value}`) }))
}

/** The bodies that this one belongs to, with what it is to them. */
export function Affiliations({
  organisation,
  editing,
}: {
  organisation: Organisation
  editing: OrganisationEditing
}) {
  const { t } = useTranslation('organisations')
  const f = useFormat()
  const roles = useRoleOptions()
  const { affiliations } = organisation
  return (
    <EditSection<Row[]>
      label={t('section.affiliations')}
      count={affiliations.length || undefined}
      field="affiliations"
      value={affiliations}
      version={editing.version}
      reason={editing.reason}
      show={(rows) => f.list(rows.map(({ role, toName }) => t(`affiliation.of.${role}`, { name: toName })))}
      save={(rows, version) =>
        editing.save({ affiliations: rows.map(({ toName: _, ...row }) => row) }, version)
      }
      input={({ value, onChange, error }) => (
        <RowsEditor<Row>
          label={t('section.affiliations')}
          rows={value}
          onChange={onChange}
          error={error}
          blank={() => ({ toId: '', toName: '', role: 'member', detail: null, from: null, to: null })}
          addLabel={t('affiliation.add')}
          rowName={(row) => row.toName}
        >
          {(row, patch) => (
            <>
              <OrganisationPicker
                label={t('affiliation.to')}
                required
                exclude={[organisation.id]}
                value={row.toId ? { id: row.toId, name: row.toName } : null}
                onChange={(to) => patch({ toId: to?.id ?? '', toName: to?.name ?? '' })}
              />
              <Select
                label={t('affiliation.role')}
                allowDeselect={false}
                data={roles}
                value={row.role}
                onChange={(role) => role && patch({ role: role as AffiliationRole })}
              />
              <TextInput
                label={t('affiliation.detail')}
                maxLength={300}
                value={row.detail ?? ''}
                onChange={(event) => patch({ detail: event.currentTarget.value || null })}
              />
              <PeriodFields row={row} patch={patch} />
            </>
          )}
        </RowsEditor>
      )}
    >
      {affiliations.length === 0 && <Nothing>{t('none.affiliations')}</Nothing>}
      <Lines>
        {affiliations.map(({ id, toId, toName, role, detail, from, to }) => (
          <Line
            key={id}
            title={<RecordLink noun="organisations" id={toId} name={toName} />}
            end={f.period(from, to)}
          >
            {[t(`affiliation.roles.${role}`), detail].filter(Boolean).join(' · ')}
          </Line>
        ))}
      </Lines>
    </EditSection>
  )
}
