import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EditSection } from '../../../components/edit-section.tsx'
import { useScope } from '../../../components/scope.ts'
import type { PersonPrivacy } from '../../../contract/privacy.ts'
import {
  type ConsentPurpose,
  consentDecisions,
  consentPurposes,
  consentsOn,
} from '../../../domain/privacy.ts'
import { useFormat } from '../../../i18n/format.ts'
import { DateInput } from '../../../ui/date-input.tsx'
import { Line, Lines, Nothing } from '../../../ui/lines.tsx'
import { RowsEditor } from '../../../ui/rows-editor.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import type { PrivacyEditing } from './section.tsx'

interface Row {
  id?: string
  purpose: ConsentPurpose
  decision: (typeof consentDecisions)[number]
  on: string
  how: string | null
}

/** What a person agreed to and took back; what no longer holds stands apart from what does. */
export function Consents({
  consents,
  editing,
}: {
  consents: PersonPrivacy['consents']
  editing: PrivacyEditing
}) {
  const { t } = useTranslation('privacy')
  const f = useFormat()
  const { day } = useScope()
  const holding = new Set(consentsOn(consents, day))
  return (
    <EditSection<Row[]>
      label={t('consents')}
      count={consents.length || undefined}
      field="consents"
      value={consents}
      version={editing.version}
      reason={editing.reason}
      show={(rows) =>
        f.list(rows.map((row) => `${t(`purpose.${row.purpose}`)}${f.colon}${t(`decision.${row.decision}`)}`))
      }
      save={(rows, version) => editing.save({ consents: rows }, version)}
      input={({ value, onChange, error }) => <Editor rows={value} onChange={onChange} error={error} />}
    >
      {consents.length === 0 && <Nothing>{t('noConsents')}</Nothing>}
      <Lines>
        {[...consents].reverse().map((one) => (
          <Line
            key={one.id}
            title={t(`purpose.${one.purpose}`)}
            end={
              <StatusBadge
                tone={!holding.has(one) ? 'closed' : one.decision === 'given' ? 'active' : 'overdue'}
              >
                {t(`decision.${one.decision}`)}
              </StatusBadge>
            }
          >
            {[f.date(one.on), one.how].filter(Boolean).join(' · ')}
          </Line>
        ))}
      </Lines>
    </EditSection>
  )
}

function Editor({
  rows,
  onChange,
  error,
}: {
  rows: readonly Row[]
  onChange: (rows: Row[]) => void
  error?: string
}) {
  const { t } = useTranslation('privacy')
  const { day } = useScope()
  return (
    <RowsEditor<Row>
      label={t('consents')}
      rows={rows}
      onChange={onChange}
      error={error}
      blank={() => ({ purpose: 'contact', decision: 'given', on: day, how: null })}
      addLabel={t('consent.add')}
      rowName={(row) => t(`purpose.${row.purpose}`)}
    >
      {(row, patch) => (
        <>
          <Select
            label={t('consent.purpose')}
            allowDeselect={false}
            data={consentPurposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
            value={row.purpose}
            onChange={(purpose) => purpose && patch({ purpose: purpose as ConsentPurpose })}
          />
          <Select
            label={t('consent.decision')}
            allowDeselect={false}
            data={consentDecisions.map((value) => ({ value, label: t(`decision.${value}`) }))}
            value={row.decision}
            onChange={(decision) => decision && patch({ decision: decision as Row['decision'] })}
          />
          <DateInput
            label={t('consent.on')}
            required
            value={row.on}
            onChange={(on) => patch({ on: on ?? '' })}
          />
          <TextInput
            label={t('consent.how')}
            maxLength={300}
            value={row.how ?? ''}
            onChange={(event) => patch({ how: event.currentTarget.value || null })}
          />
        </>
      )}
    </RowsEditor>
  )
}
