import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AgreementPicker } from '../../../components/agreement-picker.tsx'
import { EditSection } from '../../../components/edit-section.tsx'
import { RecordLink } from '../../../components/record-link.tsx'
import type { Mission } from '../../../contract/missions.ts'
import type { Named } from '../../../contract/primitives.ts'
import { agreements as agreementData } from '../../../data/agreements.ts'
import { useFormat } from '../../../i18n/format.ts'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { RowsEditor } from '../../../ui/rows-editor.tsx'
import type { MissionEditing } from './use-editing.ts'

interface AgreementLine {
  id?: string
  agreement: Named | null
  action: Named | null
}

const blank = (): AgreementLine => ({ agreement: null, action: null })

/** The agreements that the mission serves, and which of their cooperation actions. */
export function MissionAgreements({ mission, editing }: { mission: Mission; editing: MissionEditing }) {
  const { t } = useTranslation('missions')
  const f = useFormat()
  const { agreements } = mission
  return (
    <EditSection<AgreementLine[]>
      label={t('agreements.title')}
      count={agreements.length || undefined}
      field="agreements"
      value={agreements}
      version={editing.version}
      reason={editing.reason}
      show={(value) => f.list(value.map(({ agreement }) => agreement?.name ?? ''))}
      save={(value, version) =>
        editing.save(
          {
            agreements: value.map(({ id, agreement, action }) => ({
              id,
              agreementId: agreement?.id ?? '',
              actionId: action?.id ?? null,
            })),
          },
          version,
        )
      }
      input={({ value, onChange, error }) => (
        <RowsEditor<AgreementLine>
          label={t('agreements.title')}
          rows={value}
          onChange={onChange}
          error={error}
          blank={blank}
          addLabel={t('agreements.add')}
          rowName={({ agreement }) => agreement?.name ?? ''}
        >
          {(row, patch) => (
            <>
              <AgreementPicker
                label={t('agreements.agreement')}
                required
                value={row.agreement}
                onChange={(agreement) => patch({ agreement, action: null })}
              />
              <ActionSelect
                agreementId={row.agreement?.id ?? null}
                value={row.action}
                onChange={(action) => patch({ action })}
              />
            </>
          )}
        </RowsEditor>
      )}
    >
      {agreements.length === 0 && <Nothing>{t('agreements.none')}</Nothing>}
      <Lines>
        {agreements.map(({ id, agreement, action }) => (
          <Line key={id} title={<RecordLink noun="agreements" id={agreement.id} name={agreement.name} />}>
            {action?.name}
          </Line>
        ))}
      </Lines>
    </EditSection>
  )
}

/** One of an agreement's cooperation actions; nothing where it has none. */
function ActionSelect({
  agreementId,
  value,
  onChange,
}: {
  agreementId: string | null
  value: Named | null
  onChange: (action: Named | null) => void
}) {
  const { t } = useTranslation('missions')
  const { data } = useQuery({
    ...agreementData.read({ params: { id: agreementId ?? '' } }),
    enabled: agreementId !== null,
  })
  if (!data || data.actions.length === 0) return null
  return (
    <Select
      label={t('agreements.action')}
      clearable
      placeholder={t('agreements.whole')}
      data={data.actions.map(({ id, title }) => ({ value: id, label: title }))}
      value={value?.id ?? null}
      onChange={(id) => {
        const action = data.actions.find((one) => one.id === id)
        onChange(action ? { id: action.id, name: action.title } : null)
      }}
    />
  )
}
